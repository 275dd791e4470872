import { compileCount } from '../../count.ts';
import { Decimal, divide } from '../../decimal.ts';
import type { At, Figure, FigureType } from '../../measure/types.ts';
import { figure, lacking, toDecimal, unresolved } from '../../measure/values.ts';
import type { ScorerGroup, Scorers } from '../../schema/rating/scorers.ts';
import { known, notApplicable, type Value, type Words } from '../../value.ts';
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
  /** The group that its papers and its share have joined, as its raters were too few. */
  readonly into: Words | null;
  /** The groups that have joined it. */
  readonly guests: readonly Words[];
}

/** A group before anything is taken of its papers. */
interface Heard {
  readonly told: Omit<Scored, 'value' | 'cuts' | 'into' | 'guests' | 'raters'>;
  readonly scores: readonly Decimal[];
  readonly least: number;
  /** Why it is not known what its papers come to. */
  readonly open: Value | null;
}

/** What a group’s papers come to, with those of the groups that have joined it. */
interface Joint {
  readonly scored: Scored;
  readonly scores: readonly Decimal[];
}

export interface CompiledGroup {
  readonly group: ScorerGroup;
  readonly hear: (at: At, more?: Decimal) => Heard;
}

export function compileGroup(group: ScorerGroup, compiler: StepCompiler): CompiledGroup {
  const { parts, compile } = compiler;
  const papers = compilePapers(group, parts);
  const keep = compileValid(group.valid, papers, compiler);
  const share = compile(group.share);
  const outOf: Figure | null = group.out_of === undefined ? null : compile(group.out_of);
  const raters = compileCount(group.at_least ?? 1, parts);
  const reads = cutsIn(group.takes).map((cut) => {
    const read = numberRead(cut);
    return read === null ? null : compile(read.number);
  });
  return {
    group,
    hear: (at, more) => {
      const { scores: given, own, missing } = papers(at);
      const { valid, invalid, spared, open } = keep(at, missing.length > 0 ? [] : given);
      const kept = missing.length > 0 ? given.map(({ score }) => score) : valid;
      const numbers = reads.map((read) => read?.evaluate(at) ?? null);
      const least = raters.on(at.period.end);
      return {
        told: {
          group,
          share: share.evaluate(at),
          outOf: outOf?.evaluate(at) ?? null,
          numbers,
          own,
          invalid,
          spared: spared && more === undefined,
        },
        scores: more === undefined ? kept : [...(spared ? [] : kept), more],
        least: least ?? 0,
        open:
          (missing.length > 0 ? lacking(missing) : null) ??
          open ??
          unresolved(numbers.filter((number) => number !== null)) ??
          (least === null ? lacking(raters.missing(at.period.end)) : null),
      };
    },
  };
}

/** One paper more of a group, as if another rater had given it. */
export interface More {
  readonly of: number;
  readonly score: Decimal;
}

/** What each group came to: one with too few raters joins another where that is laid down. */
export function scoreGroups(groups: readonly CompiledGroup[], at: At, more?: More): Scored[] {
  const heard = groups.map(({ hear }, i) => hear(at, more?.of === i ? more.score : undefined));
  const made = new Map<string, Joint>();
  const jointOf = (i: number): Joint => {
    const { group } = groups[i] as CompiledGroup;
    const known = made.get(group.id);
    if (known) return known;
    const joining = groups.flatMap((other, j) => (other.group.joins === group.id ? jointOf(j) : []));
    const into = groups.find((other) => other.group.id === group.joins)?.group.title ?? null;
    const joint = settle(
      heard[i] as Heard,
      joining.filter(({ scored }) => scored.into !== null),
      into,
    );
    made.set(group.id, joint);
    return joint;
  };
  return groups.map((_, i) => jointOf(i).scored);
}

function settle({ told, scores: own, least, open }: Heard, guests: readonly Joint[], into: Words | null): Joint {
  const scores = [...own, ...guests.flatMap((guest) => guest.scores)];
  const base = {
    ...told,
    share: added([told.share, ...guests.map(({ scored }) => scored.share)]),
    raters: scores.length,
    guests: guests.flatMap(({ scored }) => [scored.group.title, ...scored.guests]),
    cuts: [],
    into: null,
  };
  if (open !== null) return { scores, scored: { ...base, value: open } };
  if (scores.length < least || scores.length === 0) return { scores, scored: { ...base, value: null, into } };
  const { value, cuts } = take(
    scores,
    told.group.takes,
    told.numbers.map((number) => number && toDecimal(number)),
  );
  return { scores, scored: { ...base, value: value && known(value), cuts } };
}

const added = (shares: readonly [Value, ...Value[]]): Value =>
  shares.length === 1 ? shares[0] : (unresolved(shares) ?? figure(Decimal.sum(...shares.map(toDecimal)), NUMBER));

const NUMBER: FigureType = { kind: 'number' };

/** Those that stand for themselves: the others count in the group they have joined. */
const standing = (scored: readonly Scored[]): readonly Scored[] => scored.filter(({ into }) => into === null);

/** All groups together, each with its share. */
export function combined(all: readonly Scored[], { no_papers }: Scorers, type: FigureType): Value {
  const scored = standing(all);
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
  unresolved(standing(scored).map(({ share }) => share)) ??
  figure(Decimal.sum(0, ...standing(scored).map(({ share }) => toDecimal(share))), type);

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
