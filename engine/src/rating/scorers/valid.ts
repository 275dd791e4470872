import { compileCount } from '../../count.ts';
import type { Decimal } from '../../decimal.ts';
import type { At } from '../../measure/types.ts';
import { lacking, toDecimal, unresolved } from '../../measure/values.ts';
import type { Expression } from '../../schema/expression.ts';
import type { RaterValid } from '../../schema/rating/rater-valid.ts';
import type { Missing, Value, Words } from '../../value.ts';
import type { StepCompiler } from '../types.ts';
import { allPapers, type OfRater } from './all-papers.ts';
import { type Demand, enough, shareOf, spreadOf } from './demands.ts';
import type { Given, Papers } from './papers.ts';

/** A rater whose papers are void, and why. */
export interface VoidRater {
  readonly rater: string;
  readonly why: readonly Words[];
}

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
    const invalid: VoidRater[] = [];
    const missing: Missing[] = [];
    for (const { rater } of given) {
      const of = marks.get(rater) ?? NONE;
      const found = demands.flatMap((demand) => demand(of) ?? []);
      const why = found.filter((one) => one !== 'open');
      if (why.length > 0) invalid.push({ rater, why });
      else if (found.length > 0) missing.push(...of.missing);
    }
    if (missing.length > 0) return { valid: scoresOf(given), invalid: [], spared: false, open: lacking(missing) };
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

const NONE: OfRater = { marks: [], open: 0, missing: [] };
