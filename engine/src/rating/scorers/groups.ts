import { compileCount } from '../../count.ts';
import { Decimal, divide } from '../../decimal.ts';
import type { At, Figure, FigureType } from '../../measure/types.ts';
import { figure, lacking, toDecimal, unresolved } from '../../measure/values.ts';
import type { ScorerGroup, Scorers } from '../../schema/rating/scorers.ts';
import { known, notApplicable, type Value } from '../../value.ts';
import { say } from '../../words.ts';
import type { StepCompiler } from '../types.ts';
import { compilePapers } from './papers.ts';
import { cutsIn, numberRead } from './reads.ts';
import { type CutMade, take } from './take.ts';
import { compileValid, type VoidRater } from './valid.ts';

/** What one group came to. */
export interface Scored {
  readonly group: ScorerGroup;
  readonly share: Value;
  readonly outOf: Value | null;
  /** What its papers come to; null without papers. */
  readonly value: Value | null;
  readonly raters: number;
  /** What was left out, by each way in turn, and the numbers these read. */
  readonly cuts: readonly CutMade[];
  readonly numbers: readonly (Value | null)[];
  readonly own: number;
  /** Raters whose papers are void, by what they gave all subjects. */
  readonly invalid: readonly VoidRater[];
  /** Whether they count all the same, as there are no others. */
  readonly spared: boolean;
}

export interface CompiledGroup {
  readonly group: ScorerGroup;
  /** What the group came to; with `more`, as if one rater more had given so many. */
  readonly score: (at: At, more?: Decimal) => Scored;
}

export function compileGroup(group: ScorerGroup, compiler: StepCompiler): CompiledGroup {
  const { parts, compile } = compiler;
  const papers = compilePapers(group, parts);
  const keep = compileValid(group.valid, papers, compiler);
  const share = compile(group.share);
  const outOf: Figure | null = group.out_of === undefined ? null : compile(group.out_of);
  const raters = compileCount(group.at_least ?? 1, parts);
  const { takes } = group;
  const reads = cutsIn(takes).map((cut) => {
    const read = numberRead(cut);
    return read === null ? null : compile(read.number);
  });
  return {
    group,
    score: (at, more) => {
      const { scores: given, own, missing } = papers(at);
      const { valid, invalid, spared, open } = keep(at, missing.length > 0 ? [] : given);
      const kept = missing.length > 0 ? given.map(({ score }) => score) : valid;
      const scores = more === undefined ? kept : [...(spared ? [] : kept), more];
      const numbers = reads.map((read) => read?.evaluate(at) ?? null);
      const base = {
        group,
        share: share.evaluate(at),
        outOf: outOf?.evaluate(at) ?? null,
        raters: scores.length,
        cuts: [],
        numbers,
        own,
        invalid,
        spared: spared && more === undefined,
      };
      if (missing.length > 0) return { ...base, value: lacking(missing) };
      if (open !== null) return { ...base, value: open };
      const unread = unresolved(numbers.filter((number) => number !== null));
      if (unread !== null) return { ...base, value: unread };
      const least = raters.on(at.period.end);
      if (least === null) return { ...base, value: lacking(raters.missing(at.period.end)) };
      if (scores.length < least) return { ...base, value: null };
      const { value, cuts } = take(
        scores,
        takes,
        numbers.map((number) => number && toDecimal(number)),
      );
      return { ...base, value: value && known(value), cuts };
    },
  };
}

/** All groups together, each with its share. */
export function combined(scored: readonly Scored[], { no_papers }: Scorers, type: FigureType): Value {
  const ends = unresolved(scored.flatMap(({ share, outOf }) => (outOf ? [share, outOf] : [share])));
  if (ends) return ends;
  const open = unresolved(scored.flatMap(({ value }) => value ?? []));
  if (open) return open;
  const without = scored.filter(({ value }) => value === null);
  if (without.length > 0 && no_papers === 'stop') return lacking(without.map(({ group }) => noneYet(group)));
  const counted = scored.filter(({ value }) => value !== null);
  if (counted.length === 0 && no_papers === 'rescale') return lacking(without.map(({ group }) => noneYet(group)));
  if (counted.some(({ outOf }) => outOf !== null && toDecimal(outOf).isZero())) return OUT_OF_ZERO;
  const whole = no_papers === 'full' ? without.map(({ share }) => toDecimal(share)) : [];
  const sum = Decimal.sum(0, ...counted.map(brought), ...whole);
  if (no_papers !== 'rescale' || without.length === 0) return figure(sum, type);
  const shares = (of: readonly Scored[]): Decimal => Decimal.sum(0, ...of.map(({ share }) => toDecimal(share)));
  const some = shares(counted);
  return some.isZero() ? OUT_OF_ZERO : figure(divide(sum.times(shares(scored)), some), type);
}

/** The most all groups together bring: their shares. */
export const sharesOf = (scored: readonly Scored[], type: FigureType): Value =>
  unresolved(scored.map(({ share }) => share)) ??
  figure(Decimal.sum(0, ...scored.map(({ share }) => toDecimal(share))), type);

/** What a group with papers brings: value ÷ out_of × share. */
export function brought({ value, share, outOf }: Scored): Decimal {
  const weighed = toDecimal(value as Value).times(toDecimal(share));
  return outOf === null ? weighed : divide(weighed, toDecimal(outOf));
}

const noneYet = ({ id, title }: ScorerGroup) => ({
  what: `scorers:${id}`,
  words: say(`“${title['zh-CN']}”尚无足够评分`, `“${title.en}” has not enough papers`),
});

const OUT_OF_ZERO = notApplicable(
  say('满分或份额为零，无从折算', 'The full marks or shares are zero: nothing to rescale to'),
);
