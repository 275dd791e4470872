import { fieldRead } from '../../condition/equality.ts';
import { compileCount } from '../../count.ts';
import { Decimal, divide } from '../../decimal.ts';
import type { Fact } from '../../facts.ts';
import { entryRows, formInOnePass } from '../../measure/entry-rows.ts';
import { exactMicros, MICRO, microsOfNumber } from '../../measure/micros.ts';
import { compileSet } from '../../measure/set.ts';
import { addEach } from '../../measure/set-micros.ts';
import { sharedDecimal } from '../../measure/shared-number.ts';
import type { Rows } from '../../measure/types.ts';
import { namesOf } from '../../measure/whom-named.ts';
import type { ScorerGroup } from '../../schema/rating/scorers.ts';
import type { StepCompiler } from '../types.ts';
import { raterIn } from './papers.ts';
import { cutsIn, numberRead } from './reads.ts';
import { takenOf } from './trim.ts';

/** What a group with papers brings of its share to each row; null where its papers have to be looked at, or are too few. */
export type BroughtBy = (row: number) => Decimal | null;

/**
 * What a group brings to all rows in one pass; null when its scores are not one field. Rows in which a rater gave several papers,
 * is not named, or is the subject itself are looked at one by one.
 */
export function quickGroup(group: ScorerGroup, compiler: StepCompiler): ((rows: Rows) => BroughtBy | null) | null {
  const { parts, compile } = compiler;
  const [form, field] = [formInOnePass(group.papers, parts), fieldRead(group.score)];
  if (!form || field === undefined || group.valid !== undefined) return null;
  const { predicate } = compileSet(group.papers, parts);
  const [share, outOf] = [compile(group.share), group.out_of === undefined ? null : compile(group.out_of)];
  const { takes } = group;
  if (typeof takes === 'object' && 'near_mean' in takes) return null;
  const [read] = cutsIn(takes).flatMap((cut) => numberRead(cut) ?? []);
  const cut = read === undefined ? null : compile(read.number);
  const by = group.rater === 'not-recorded' ? null : group.rater.field;
  const raters = compileCount(group.at_least ?? 1, parts);
  return (rows) => {
    const papers = entryRows(form, group.papers, rows, parts);
    const least = raters.on(rows.period.end);
    const [weight, whole] = [sharedDecimal(share, rows), outOf === null ? ONE : sharedDecimal(outOf, rows)];
    const cutShare = cut === null ? ONE : sharedDecimal(cut, rows);
    if (!papers || least === null || !weight || !whole || whole.isZero() || !cutShare) return null;
    const taken = new Taken(rows.length, (count) => (count < least ? null : takenOf(count, takes, cutShare)));
    const { columns, entry, row } = papers;
    const plainIn = by === null ? null : plainRaters(by, group.self_score === true, rows);
    const open = rows.blank();
    addEach(predicate, papers, rows, open, (i) => {
      const [fact, at] = [columns.facts[entry[i] as number], row[i] as number];
      taken.add(plainIn === null || plainIn(fact, at) ? scoreOf(fact, field) : Number.NaN, at);
    });
    taken.finish();
    const brought = perMean((mean) => (outOf === null ? mean.times(weight) : divide(mean.times(weight), whole)));
    return (one) => {
      const [sum, kept] = [taken.sum[one] as number, taken.kept[one] as number];
      return kept === 0 || Number.isNaN(sum + (open[one] as number)) ? null : brought(sum, kept);
    };
  };
}

const ONE = new Decimal(1);

function scoreOf(fact: Fact | undefined, field: string): number {
  const score = fact?.data[field];
  return typeof score === 'number' ? microsOfNumber(score) : Number.NaN;
}

/** Tells of papers, row by row, whether another than the subject gave them, and no other paper of the row. */
function plainRaters(
  field: string,
  self: boolean,
  { subjects, run }: Rows,
): (fact: Fact | undefined, row: number) => boolean {
  let current = -1;
  let before = new Set<string>();
  return (fact, row) => {
    if (row !== current) {
      current = row;
      const subject = subjects[row];
      const own = subject && !self ? namesOf(subject.ref, run.index) : null;
      before = new Set(own ? ['', ...own.ids, own.name] : ['']);
    }
    const rater = raterIn(fact, field);
    const plain = !before.has(rater);
    before.add(rater);
    return plain;
  };
}

/** The scores that the mean is taken of, added up row after row. */
class Taken {
  readonly sum: Float64Array;
  readonly kept: Int32Array;
  readonly #rangeOf: (count: number) => readonly [number, number] | null;
  readonly #scores: number[] = [];
  #row = -1;

  constructor(length: number, rangeOf: (count: number) => readonly [number, number] | null) {
    this.sum = new Float64Array(length);
    this.kept = new Int32Array(length);
    this.#rangeOf = rangeOf;
  }

  add(score: number, row: number): void {
    if (row !== this.#row) this.finish();
    this.#row = row;
    this.#scores.push(score);
  }

  finish(): void {
    const scores = this.#scores;
    const range = this.#rangeOf(scores.length);
    if (range !== null) {
      const [from, to] = range;
      if (to - from < scores.length) scores.sort((a, b) => a - b);
      let sum = 0;
      for (let i = from; i < to; i++) sum += scores[i] as number;
      this.sum[this.#row] = scores.some(Number.isNaN) ? Number.NaN : exactMicros(sum);
      this.kept[this.#row] = to - from;
    }
    scores.length = 0;
  }
}

/** What is made of the mean of so many millionths: subjects have few different ones, and each is divided once. */
function perMean(make: (mean: Decimal) => Decimal): (sum: number, count: number) => Decimal {
  const byCount: Map<number, Decimal>[] = [];
  return (sum, count) => {
    byCount[count] ??= new Map();
    const made = byCount[count];
    const known = made.get(sum);
    if (known) return known;
    const one = make(divide(new Decimal(sum / MICRO), new Decimal(count)));
    if (made.size < MANY) made.set(sum, one);
    return one;
  };
}

const MANY = 10_000;
