import { Decimal } from '../decimal.ts';
import type { Explanation } from '../explanation.ts';
import type { Organisation } from '../facts.ts';
import { typeOfDeclared } from '../measure/declared.ts';
import { NO_UNITS } from '../measure/reasons.ts';
import { isThere } from '../measure/set-members.ts';
import type { At, FigureType, RollupConstruct } from '../measure/types.ts';
import { figure, lacking, step, toDecimal } from '../measure/values.ts';
import type { Period } from '../standing.ts';
import type { Value } from '../value.ts';
import { plain, valueToJson } from '../value-json.ts';
import { say } from '../words.ts';
import type { WorldIndex } from '../world-index.ts';

interface Term {
  readonly organisation: Organisation | null;
  readonly value: Value;
}

/** `rollup: sum`: own value plus those of the organisations directly below; not known as long as one of them is not. */
export const rollupSum: RollupConstruct<'sum'> = {
  id: 'rollup-sum',
  check: (_, at, { add }, type) => {
    if (type?.kind !== 'text') return;
    add({
      code: 'wrong-kind',
      at,
      words: say('文字不能合计', 'Text cannot be summed'),
      wayOut: say('写 rollup: none', 'Write rollup: none'),
    });
  },
  compile: (_, measure, parts) => {
    const declared = typeOfDeclared(measure);
    const type: FigureType = declared.kind === 'boolean' ? { kind: 'number', unit: measure.unit } : declared;
    return {
      evaluate: (at) => total(termsOf(measure.id, at), type),
      explain: (at) => {
        const terms = termsOf(measure.id, at);
        return step(parts, type, {
          construct: 'rollup-sum',
          words: say('下级合计', 'Sum over the organisations below'),
          result: total(terms, type),
          details: tally(terms),
          children: terms.map((term) => shown(term, measure.id, at)),
        });
      },
    };
  },
};

function termsOf(id: string, { organisation, run, period, asOf }: At): Term[] {
  const own = run.own(id, organisation, { period, asOf });
  const below = partsBelow(organisation, run.index, period).map((part) => ({
    organisation: part,
    value: run.measure(id, part.id, { period, asOf }),
  }));
  const terms = [...(own === null ? [] : [{ organisation: null, value: own }]), ...below];
  return terms.filter(({ value }) => value.state !== 'not-applicable');
}

/** Those directly below; instead of one that was not there in the period, those below it: nothing of the whole is lost. */
const partsBelow = (organisation: string, index: WorldIndex, period: Period): readonly Organisation[] =>
  index
    .childrenOf(organisation)
    .flatMap((child) => (isThere(child, period) ? [child] : partsBelow(child.id, index, period)));

function total(terms: readonly Term[], type: FigureType): Value {
  if (terms.length === 0) return NO_UNITS;
  const missing = terms.flatMap(({ value }) => (value.state === 'not-known' ? value.missing : []));
  if (terms.some(({ value }) => value.state === 'not-known')) return lacking(missing);
  return figure(sumOf(terms), type);
}

const sumOf = (terms: readonly Term[]): Decimal =>
  terms.reduce((sum, { value }) => (value.state === 'known' ? sum.plus(toDecimal(value)) : sum), new Decimal(0));

const tally = (terms: readonly Term[]): Record<string, unknown> => ({
  known: terms.filter(({ value }) => value.state === 'known').length,
  notKnown: terms.filter(({ value }) => value.state === 'not-known').length,
  knownSum: plain(sumOf(terms)),
});

function shown({ organisation, value }: Term, id: string, at: At): Explanation {
  const name = organisation?.name ?? at.run.index.organisations.get(at.organisation)?.name ?? at.organisation;
  return {
    construct: 'part',
    words: organisation === null ? say(`${name}（本级）`, `${name} itself`) : say(name, name),
    result: valueToJson(value),
    details: { measure: id, organisation: organisation?.id ?? at.organisation },
  };
}
