import { Decimal, divide } from '../../decimal.ts';
import type { Fact } from '../../facts.ts';
import { missingIn } from '../../measure/element.ts';
import { type CompiledSet, compileSet } from '../../measure/set.ts';
import type { At, Figure, FigureType } from '../../measure/types.ts';
import { figure, lacking, toDecimal, unresolved } from '../../measure/values.ts';
import type { Ballots } from '../../schema/rating/ballots.ts';
import { known, notApplicable, notKnown, type Value, type Words } from '../../value.ts';
import { plain } from '../../value-json.ts';
import { say } from '../../words.ts';
import type { StepCompiler } from '../types.ts';

/** Papers counted by field. */
export interface Tally {
  readonly counts: ReadonlyMap<string, Decimal>;
  readonly facts: readonly Fact[];
  /** Papers that chose an option; papers shares are taken of; all papers given. */
  readonly valid: Decimal;
  readonly base: Decimal;
  readonly all: Decimal;
}

export interface BallotsRun {
  /** The papers, or why they are not known. */
  readonly tally: (at: At) => Tally | Value;
  /** What papers give; with `more`, as if one option had so many more. */
  readonly outcome: (tally: Tally, at: At, more?: { readonly field: string; readonly by: number }) => Outcome;
}

export interface Outcome {
  readonly value: Value;
  readonly notes: readonly Words[];
}

export function compileBallots(part: Ballots, compiler: StepCompiler): BallotsRun {
  const set = compileSet(part.entries, compiler.parts);
  const { type } = compiler;
  const points = part.options.map(({ points }) => (points === undefined ? null : compiler.compile(points)));
  const full = 'points_of' in part.gives ? compiler.compile(part.gives.points_of) : null;
  const least = part.turnout === undefined ? null : compiler.compile(part.turnout.at_least);
  return {
    tally: (at) => tallyOf(part, set, at),
    outcome: (tally, at, more) => {
      const counted = more ? counting(part, addTo(tally.counts, more), tally.facts) : tally;
      const tooFew = least && part.turnout ? shortOf(counted, part.turnout, least.evaluate(at), type) : null;
      if (tooFew) return tooFew;
      if (counted.valid.isZero()) return { value: WITHOUT[part.no_valid], notes: [NO_VALID] };
      return { value: valueOf(part, counted, { points, full }, at, type), notes: [] };
    },
  };
}

const NO_VALID = say('没有有效票', 'no valid paper');
const WITHOUT = {
  stop: notKnown({ what: 'ballots', words: say('没有有效票', 'There is no valid paper') }),
  'not-applicable': notApplicable(NO_VALID),
} as const;

const fieldsOf = ({ options, invalid = [], turnout }: Ballots): string[] => [
  ...options.map(({ field }) => field),
  ...invalid.map(({ field }) => field),
  ...(turnout ? [turnout.of] : []),
];

function tallyOf(part: Ballots, set: CompiledSet, at: At): Tally | Value {
  const { elements, doubt } = set.gather(at);
  const fields = fieldsOf(part);
  const missing = elements.flatMap((element) => {
    const empty = fields.filter((field) => typeof element.fact?.data[field] !== 'number');
    return empty.length === 0
      ? []
      : missingIn(
          element,
          empty.map((field) => `data.${field}`),
          set.missingName,
        );
  });
  if (doubt.length + missing.length > 0) return lacking([...doubt, ...missing]);
  const facts = elements.flatMap(({ fact }) => (fact ? [fact] : []));
  const sum = (field: string): Decimal => Decimal.sum(0, ...facts.map(({ data }) => Number(data[field])));
  return counting(part, new Map(fields.map((field) => [field, sum(field)])), facts);
}

function counting(
  { options, invalid = [] }: Ballots,
  counts: ReadonlyMap<string, Decimal>,
  facts: readonly Fact[],
): Tally {
  const sum = (fields: readonly { readonly field: string }[]): Decimal =>
    Decimal.sum(0, ...fields.map(({ field }) => counts.get(field) ?? 0));
  const valid = sum(options);
  const base = valid.plus(sum(invalid.filter((one) => one.counts === 'in-base')));
  return { counts, facts, valid, base, all: valid.plus(sum(invalid)) };
}

const addTo = (counts: Tally['counts'], { field, by }: { field: string; by: number }): Tally['counts'] =>
  new Map([...counts, [field, (counts.get(field) ?? new Decimal(0)).plus(by)]]);

function shortOf(
  { all, counts }: Tally,
  { of, below }: NonNullable<Ballots['turnout']>,
  least: Value,
  type: FigureType,
): Outcome | null {
  if (least.state !== 'known') return { value: least, notes: [] };
  const entitled = counts.get(of) ?? new Decimal(0);
  if (!entitled.isZero() && divide(all, entitled).gte(toDecimal(least))) return null;
  const words = say(
    `应参评 ${plain(entitled)} 人，实投 ${plain(all)} 张，不足规定比例`,
    `${plain(all)} papers of ${plain(entitled)} entitled: too few took part`,
  );
  if (below === 'zero') return { value: figure(0, type), notes: [words] };
  return { value: below === 'stop' ? notKnown({ what: 'turnout', words }) : notApplicable(words), notes: [words] };
}

function valueOf(
  part: Ballots,
  { counts, base }: Tally,
  { points, full }: { readonly points: readonly (Figure | null)[]; readonly full: Figure | null },
  at: At,
  type: FigureType,
): Value {
  const count = (field: string): Decimal => counts.get(field) ?? new Decimal(0);
  if ('share_of' in part.gives) {
    return figure(divide(Decimal.sum(0, ...part.gives.share_of.map(count)), base), type);
  }
  const each = points.map((one) => one?.evaluate(at) ?? known(new Decimal(0)));
  const marks = full?.evaluate(at) ?? known(new Decimal(1));
  const open = unresolved([...each, marks]);
  if (open) return open;
  const sum = part.options.reduce(
    (so, { field }, i) => so.plus(count(field).times(toDecimal(each[i] as Value))),
    new Decimal(0),
  );
  return figure(divide(sum.times(toDecimal(marks)), base), type);
}
