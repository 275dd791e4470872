import { compileCount } from '../../count.ts';
import { Decimal, divide } from '../../decimal.ts';
import { type At, SHARE } from '../../measure/types.ts';
import { lacking, toDecimal, unresolved } from '../../measure/values.ts';
import type { Expression } from '../../schema/expression.ts';
import type { RaterValid } from '../../schema/rating/rater-valid.ts';
import type { Value, Words } from '../../value.ts';
import { say } from '../../words.ts';
import { numberShown } from '../number-shown.ts';
import type { StepCompiler } from '../types.ts';
import { allPapers } from './all-papers.ts';
import type { Given, Papers } from './papers.ts';

/** A rater whose papers are void, and why. */
export interface VoidRater {
  readonly rater: string;
  readonly why: readonly Words[];
}

/** One demand on a rater's marks of all subjects; why they are void, null when they are not. */
type Demand = (marks: readonly Decimal[]) => Words | null;

/** What is left of a subject's papers without those of void raters; `open` where that is not known. */
export interface Kept {
  readonly valid: readonly Decimal[];
  readonly invalid: readonly VoidRater[];
  /** Whether void papers count all the same, as there are no others. */
  readonly spared: boolean;
  readonly open: Value | null;
}

type Keep = (at: At, given: readonly Given[]) => Kept;

const scoresOf = (given: readonly Given[]): readonly Decimal[] => given.map(({ score }) => score);

/** Leaves out the papers of raters whose papers on all subjects are not as demanded. */
export function compileValid(valid: RaterValid | undefined, papers: (at: At) => Papers, compiler: StepCompiler): Keep {
  if (valid === undefined) return (_, given) => ({ valid: scoresOf(given), invalid: [], spared: false, open: null });
  const marksAt = allPapers(papers);
  const demandsAt = compileDemands(valid, compiler);
  return (at, given) => {
    const [marks, demands] = [marksAt(at), demandsAt(at)];
    if ('state' in marks) return { valid: scoresOf(given), invalid: [], spared: false, open: marks };
    if ('state' in demands) return { valid: scoresOf(given), invalid: [], spared: false, open: demands };
    const invalid = given.flatMap(({ rater }) => {
      const all = marks.get(rater) ?? [];
      const why = demands.flatMap((demand) => demand(all) ?? []);
      return why.length === 0 ? [] : [{ rater, why }];
    });
    const names = new Set(invalid.map(({ rater }) => rater));
    const left = given.filter(({ rater }) => !names.has(rater));
    const counts = left.length === 0 && valid.none_valid === 'count';
    return { valid: scoresOf(counts ? given : left), invalid, spared: counts && invalid.length > 0, open: null };
  };
}

function compileDemands(valid: RaterValid, { compile, parts }: StepCompiler): (at: At) => Demand[] | Value {
  const { spread, shares = [], subjects } = valid;
  const number = (one: Expression | undefined) => (one === undefined ? null : compile(one));
  const rows = shares.map(({ title, from, below, at_most, at_least }) => ({
    title,
    ends: [from, below, at_most, at_least].map(number),
  }));
  const [apart, least] = [number(spread), subjects === undefined ? null : compileCount(subjects, parts)];
  return (at) => {
    const count = least?.on(at.period.end);
    if (least && count === null) return lacking(least.missing(at.period.end));
    const far = apart?.evaluate(at) ?? null;
    const told = rows.map(({ title, ends }) => ({ title, ends: ends.map((end) => end?.evaluate(at) ?? null) }));
    const open = unresolved([far, ...told.flatMap(({ ends }) => ends)].filter((one) => one !== null));
    if (open) return open;
    return [
      ...(typeof count === 'number' ? [enough(count)] : []),
      ...(far ? [spreadOf(toDecimal(far))] : []),
      ...told.map(({ title, ends }) =>
        shareOf(
          title,
          ends.map((end) => end && toDecimal(end)),
        ),
      ),
    ];
  };
}

const enough =
  (least: number): Demand =>
  ({ length }) =>
    length < least ? say(`评了 ${length} 个对象，不足 ${least} 个`, `marked ${length} of at least ${least}`) : null;

const spreadOf =
  (far: Decimal): Demand =>
  (marks) =>
    Decimal.max(...marks)
      .minus(Decimal.min(...marks))
      .lt(far)
      ? say(`最高分与最低分相差不足 ${numberShown(far)}`, `highest and lowest are less than ${numberShown(far)} apart`)
      : null;

function shareOf(title: Words, [from, below, most, least]: readonly (Decimal | null)[]): Demand {
  return (marks) => {
    const meant = marks.filter((one) => (!from || one.gte(from)) && (!below || one.lt(below))).length;
    const part = divide(new Decimal(meant), new Decimal(marks.length));
    const [name, shown] = [`“${title['zh-CN']}”`, (share: Decimal) => numberShown(share, SHARE)];
    if (most && part.gt(most)) return say(`${name}超过 ${shown(most)}`, `more than ${shown(most)} are “${title.en}”`);
    if (least && part.lt(least))
      return say(`${name}不足 ${shown(least)}`, `fewer than ${shown(least)} are “${title.en}”`);
    return null;
  };
}
