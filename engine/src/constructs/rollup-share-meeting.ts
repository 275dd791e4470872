import { Decimal, divide } from '../decimal.ts';
import { unknownName } from '../duty/problems.ts';
import type { Organisation } from '../facts.ts';
import { NO_UNITS } from '../measure/reasons.ts';
import { RELATIONS, type RelationName } from '../measure/relation.ts';
import { type At, type FigureType, type RollupConstruct, SHARE } from '../measure/types.ts';
import { figure, lacking, step, toDecimal } from '../measure/values.ts';
import type { Parts } from '../parts.ts';
import { known, type Value } from '../value.ts';
import { formatValue, valueToJson } from '../value-json.ts';
import { say } from '../words.ts';

interface Part {
  readonly share_meeting: {
    readonly is: Extract<RelationName, 'at-least' | 'at-most' | 'equal'>;
    readonly than: number | string | { readonly parameter: string };
  };
}

const TYPE: FigureType = { kind: 'number', unit: SHARE };

interface Judged {
  readonly organisation: Organisation;
  readonly value: Value;
  /** Null when the unit's value is not known. */
  readonly meets: boolean | null;
}

/**
 * `rollup: { share_meeting: { is: at-least, than: 5 } }`: units that meet the limit ÷ units whose value is known.
 * Units that are not known are listed and belong to neither side.
 */
export const rollupShareMeeting: RollupConstruct<Part> = {
  id: 'rollup-share-meeting',
  check: ({ share_meeting: { than } }, at, { parts, add }) => {
    if (typeof than !== 'object') return;
    const pointer = `${at}/share_meeting/than/parameter`;
    for (const finding of unknownName('parameter', than.parameter, parts.parameters, pointer)) add(finding);
  },
  compile: ({ share_meeting: part }, measure, parts) => {
    const limitAt = ({ period }: At): Value => limitOn(part.than, parts, period.end);
    const evaluate = (at: At): Value => {
      const limit = limitAt(at);
      const units = judge(measure.id, measure.at, part, limit, at);
      if (units.length === 0) return NO_UNITS;
      return limit.state === 'known' ? shareOf(units) : limit;
    };
    return {
      evaluate,
      explain: (at) => {
        const limit = limitAt(at);
        const units = judge(measure.id, measure.at, part, limit, at);
        const [zh, en] = [formatValue(limit, undefined, 'zh-CN'), formatValue(limit, undefined, 'en')];
        const { words } = RELATIONS[part.is];
        return step(parts, TYPE, {
          construct: 'rollup-share-meeting',
          words: say(`${words['zh-CN']} ${zh} 的下级占比`, `Share of units below with ${words.en} ${en}`),
          result: evaluate(at),
          details: tally(units),
          children: units.map(({ organisation, value, meets }) => ({
            construct: 'part',
            words: meets === false ? missed(organisation) : say(organisation.name, organisation.name),
            result: valueToJson(value),
            details: { measure: measure.id, organisation: organisation.id, meets },
          })),
        });
      },
    };
  },
};

const missed = ({ name }: Organisation) => say(`${name}（未达到）`, `${name} (does not meet it)`);

const limitOn = (than: Part['share_meeting']['than'], parts: Parts, on: string): Value =>
  typeof than === 'object' ? parts.parameter(than.parameter, on) : known(new Decimal(than));

/** The units at or below the place to which the measure applies. */
function judge(
  id: string,
  kinds: readonly string[],
  { is }: Part['share_meeting'],
  limit: Value,
  { organisation, run, period, asOf }: At,
): Judged[] {
  return run.index
    .subtree(organisation)
    .filter((unit) => kinds.includes(unit.kind))
    .flatMap((unit) => {
      const value = run.own(id, unit.id, { period, asOf });
      if (value === null || value.state === 'not-applicable') return [];
      const decidable = value.state === 'known' && limit.state === 'known';
      const meets = decidable ? RELATIONS[is].holds(toDecimal(value), toDecimal(limit)) : null;
      return [{ organisation: unit, value, meets }];
    });
}

const tally = (units: readonly Judged[]) => ({
  meeting: units.filter(({ meets }) => meets === true).length,
  failing: units.filter(({ meets }) => meets === false).length,
  notKnown: units.filter(({ meets }) => meets === null).length,
});

function shareOf(units: readonly Judged[]): Value {
  const { meeting, failing } = tally(units);
  if (meeting + failing === 0) {
    return lacking(units.flatMap(({ value }) => (value.state === 'not-known' ? value.missing : [])));
  }
  return figure(divide(new Decimal(meeting), new Decimal(meeting + failing)), TYPE);
}
