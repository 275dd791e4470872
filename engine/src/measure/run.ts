import type { Explanation } from '../explanation.ts';
import type { Parts } from '../parts.ts';
import type { Measure } from '../schema/pack.ts';
import type { Period, Standing } from '../standing.ts';
import type { Value } from '../value.ts';
import { valueToJson } from '../value-json.ts';
import { say } from '../words.ts';
import type { WorldIndex } from '../world-index.ts';
import { compileExpression } from './expression.ts';
import { Memo } from './memo.ts';
import { NO_UNITS, NOT_ALIVE, ONLY_BELOW } from './reasons.ts';
import { compileRollup } from './rollup.ts';
import { isThere } from './set-members.ts';
import type { At, Figure, Run, StandingsOf, When } from './types.ts';
import { unitWords } from './values.ts';
import { FIRST_DAY, referenceDay } from './window.ts';

interface CompiledMeasure {
  readonly measure: Measure;
  readonly own: Figure;
  readonly rollup: Figure | null;
}

const compiled = new WeakMap<Parts, Map<string, CompiledMeasure>>();

/** A measure as closures, compiled once per set of packs. @throws Error when there is no such measure */
function getMeasure(parts: Parts, id: string): CompiledMeasure {
  const all = compiled.get(parts) ?? new Map<string, CompiledMeasure>();
  compiled.set(parts, all);
  const known = all.get(id);
  if (known) return known;
  const measure = parts.measures.get(id);
  if (!measure) throw new Error(`There is no measure “${id}”`);
  const made = {
    measure,
    own: compileExpression(measure.value, parts, measure),
    rollup: compileRollup(measure, parts),
  };
  all.set(id, made);
  return made;
}

/** The period in which a measure is asked for; measures to date read everything up to the day, at most to the end of the period around. */
export const periodFor = ({ period: kind }: Measure, when: When): Period =>
  kind === 'to-date' ? { key: 'to-date', start: FIRST_DAY, end: referenceDay(when) } : when.period;

/** Starts a pass over a world. */
export const startRun = (parts: Parts, index: WorldIndex, standings: StandingsOf): Run =>
  new MeasureRun(parts, index, standings);

class MeasureRun implements Run {
  readonly index: WorldIndex;
  readonly #parts: Parts;
  readonly #standingsOf: StandingsOf;
  readonly #owns = new Memo<Value | null>();
  readonly #values = new Memo<Value>();
  readonly #rows = new Memo<ReadonlyMap<string, readonly Standing[]>>();

  constructor(parts: Parts, index: WorldIndex, standings: StandingsOf) {
    this.index = index;
    this.#parts = parts;
    this.#standingsOf = standings;
  }

  own(id: string, organisation: string, when: When): Value | null {
    return this.#owns.once(spanOf(when), id, organisation, () => {
      const at = this.#at(id, organisation, when);
      const { measure, own } = getMeasure(this.#parts, id);
      return this.#isUnit(measure, at) ? inUnit(measure, own.evaluate(at)) : null;
    });
  }

  measure(id: string, organisation: string, when: When): Value {
    return this.#values.once(spanOf(when), id, organisation, () => {
      const at = this.#at(id, organisation, when);
      const compiled = getMeasure(this.#parts, id);
      return this.#inapplicable(compiled, at) ?? inUnit(compiled.measure, this.#figureAt(compiled, at).evaluate(at));
    });
  }

  explainMeasure(id: string, organisation: string, when: When): Explanation {
    const at = this.#at(id, organisation, when);
    const compiled = getMeasure(this.#parts, id);
    const { measure } = compiled;
    const reason = this.#inapplicable(compiled, at);
    const figure = reason ? null : this.#figureAt(compiled, at).explain(at);
    const name = this.index.organisations.get(organisation)?.name ?? organisation;
    const result = this.measure(id, organisation, when);
    const unit = result.state === 'known' ? unitWords(this.#parts, result.unit) : undefined;
    return {
      construct: 'measure',
      words: say(`${name}：${measure.title['zh-CN']}`, `${name}: ${measure.title.en}`),
      result: valueToJson(result),
      ...(unit === undefined ? {} : { unit }),
      rule: this.#parts.ruleOf('measure', id),
      period: at.period,
      details: { measure: id, organisation, ...(measure.decimals === undefined ? {} : { decimals: measure.decimals }) },
      ...(figure ? { children: [figure] } : {}),
    };
  }

  standings(obligation: string, organisation: string, { period, asOf }: When): readonly Standing[] {
    const rows = this.#rows.once(spanOf({ period, asOf }), obligation, '', () => {
      const { start, end } = period;
      const all = this.#standingsOf(obligation, start, end, asOf);
      return Map.groupBy(
        all.filter((one) => one.period.end >= start && one.period.end <= end),
        (one) => one.organisation,
      );
    });
    return rows.get(organisation) ?? [];
  }

  #at(id: string, organisation: string, when: When): At {
    const period = periodFor(getMeasure(this.#parts, id).measure, when);
    return {
      subject: { kind: 'organisation', id: organisation },
      organisation,
      period,
      asOf: when.asOf,
      run: this,
      steps: null,
    };
  }

  #isUnit({ at: kinds }: Measure, { organisation, period }: At): boolean {
    const record = this.index.organisations.get(organisation);
    return record !== undefined && kinds.includes(record.kind) && isThere(record, period);
  }

  #hasUnitsBelow({ at: kinds }: Measure, { organisation }: At): boolean {
    return this.index.subtree(organisation).some(({ id, kind }) => id !== organisation && kinds.includes(kind));
  }

  /** Its own figure at a unit, unless it sums up units below it too; the roll-up above. */
  #figureAt({ measure, own, rollup }: CompiledMeasure, at: At): Figure {
    if (rollup === null) return own;
    return this.#isUnit(measure, at) && (measure.rollup !== 'sum' || !this.#hasUnitsBelow(measure, at)) ? own : rollup;
  }

  #inapplicable({ measure, rollup }: CompiledMeasure, at: At): Value | null {
    const record = this.index.organisations.get(at.organisation);
    if (!record || !isThere(record, at.period)) return NOT_ALIVE;
    if (this.#isUnit(measure, at)) return null;
    if (rollup === null) return ONLY_BELOW;
    return this.#hasUnitsBelow(measure, at) ? null : NO_UNITS;
  }
}

/** What tells periods apart: two ratings may mean different days by one key. */
const spanOf = ({ period: { start, end } }: When): string => `${start}/${end}`;

/** A number that carries no unit yet is in the unit the measure declares. */
const inUnit = ({ unit }: Measure, value: Value): Value =>
  value.state === 'known' && typeof value.value === 'object' && value.unit === undefined ? { ...value, unit } : value;
