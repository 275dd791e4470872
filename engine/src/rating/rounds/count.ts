import { dateOf, toDay } from '../../day.ts';
import { Decimal, divide } from '../../decimal.ts';
import type { FigureType } from '../../measure/types.ts';
import { figure, lacking, toDecimal } from '../../measure/values.ts';
import { periodWords } from '../../period-words.ts';
import type { Rounds } from '../../schema/rating/rounds.ts';
import type { Period } from '../../standing.ts';
import { notApplicable, type Value, type Words } from '../../value.ts';
import { say } from '../../words.ts';
import type { Bounded } from '../bounds.ts';
import { type Part, resolveParts } from '../missing.ts';
import { ratingPeriodsWithin } from '../period.ts';
import type { RatedSubject, Sheet } from '../types.ts';
import { roundsCarriedOn } from './carried-on.ts';
import { NONE_THERE } from './last.ts';
import type { RoundCounts } from './settle.ts';

/** One round as it counts for a subject. */
export interface Round extends Part {
  readonly period: Period;
  /** Its place among the rounds of the period, from 0. */
  readonly index: number;
  /** How much of it the subject was there, 0 to 1. */
  readonly share: Decimal;
  readonly over: boolean;
  /** From whom it is carried on, when it is not its own alone. */
  readonly carried?: Words;
}

/** The rounds of a subject that can count, of the periods asked for: those it was there for, as far as the pack counts parts of a round. */
export function roundsOf(
  part: Rounds,
  step: string,
  sheet: Sheet,
  row: number,
  periods: readonly (readonly [Period, number])[],
  holds: ((value: Value) => boolean | Value) | null,
): Round[] {
  const subject = sheet.subjects[row] as RatedSubject;
  const heirs = roundsCarriedOn(part, step, sheet, row, holds);
  return periods.flatMap(([period, index]): Round[] => {
    const share = shareOf({ from: heirs.from, to: subject.to }, period);
    if (share.isZero() || (part.part_round === 'left-out' && share.lt(1))) return [];
    const carried = heirs.roundOf(period);
    const value = carried?.value ?? sheet.other(part.rating, period).valueFor(step, subject.ref);
    const title = periodWords(period.key);
    const over = period.end <= sheet.asOf;
    return [
      {
        id: period.key,
        title,
        value: value ?? NOT_RATED,
        full: null,
        period,
        index,
        share,
        over,
        ...(carried ? { carried: carried.words } : {}),
      },
    ];
  });
}

/** The rounds of a sheet's period, each with its place. */
export function roundsWithin(part: Rounds, sheet: Sheet): (readonly [Period, number])[] {
  const rating = sheet.rating.parts.ratings.get(part.rating);
  if (!rating) return [];
  return chosenRounds(part, ratingPeriodsWithin(rating, sheet.period)).map((period, index) => [period, index]);
}

/** The rounds that end in the months that are named, else all; a week belongs to the month of its Thursday. */
export function chosenRounds({ only_months }: Rounds, periods: readonly Period[]): readonly Period[] {
  if (only_months === undefined) return periods;
  const months = new Set(only_months);
  return periods.filter(({ start, end }) => {
    const [first, last] = [toDay(start), toDay(end)];
    return months.has(dateOf(last - first < 7 ? first + 3 : last).month);
  });
}

const NOT_RATED = notApplicable(say('该轮未评定', 'It was not rated in this round'));

function shareOf({ from, to }: Pick<RatedSubject, 'from' | 'to'>, period: Period): Decimal {
  const [start, end] = [toDay(period.start), toDay(period.end)];
  const there = Math.max(0, Math.min(to, end) - Math.max(from, start) + 1);
  return divide(new Decimal(there), new Decimal(end - start + 1));
}

/** As what the rounds are taken together; `count` where those that fulfil something are counted. */
interface Taking {
  readonly type: FigureType;
  readonly count: ((counted: readonly Round[]) => Value) | null;
  readonly counts: RoundCounts;
}

/** What the rounds come to, with what was left out. */
export function resolveRounds(part: Rounds, all: readonly Round[], how: Taking): Bounded {
  const open = all.filter(({ over }) => !over);
  if (open.length > 0 && part.not_over === 'stop') return { value: lacking(open.map(notOver)), notes: [] };
  const over = all.filter((round) => round.over);
  if (all.length === 0 && part.last !== undefined) return { value: NONE_THERE, notes: [] };
  if (over.length === 0) return { value: lacking(open.length > 0 ? open.map(notOver) : [NO_ROUND]), notes: [] };
  const { value, notes } = resolveParts(over, part, (counted) => {
    const { least } = how.counts;
    if (counted.length < least) return { value: tooFew(counted.length, least), notes: [] };
    return { value: how.count?.(counted) ?? taken(part, counted, how), notes: [] };
  });
  return { value, notes: [...notes, ...provisional(open)] };
}

const NO_ROUND = { what: 'rounds', words: say('没有任何轮次', 'There is no round at all') };

const notOver = ({ period, title }: Round) => ({
  what: `period:${period.key}`,
  words: say(`${title['zh-CN']} 尚未结束`, `${title.en} is not over yet`),
});

function provisional(open: readonly Round[]): Words[] {
  const [first, last] = [open[0], open.at(-1)];
  if (!first || !last) return [];
  const of = (language: keyof Words): string[] => [...new Set([first.title[language], last.title[language]])];
  const [zh, en] = [of('zh-CN').join(' 至 '), of('en').join(' to ')];
  return [say(`暂定：${zh} 尚未结束，未计`, `provisional: ${en} not over and left out`)];
}

const tooFew = (counted: number, least: number): Value =>
  notApplicable(
    say(
      `只有 ${counted} 轮，至少须 ${least} 轮`,
      `Only ${counted === 1 ? '1 round counts' : `${counted} rounds count`}, and ${least} are needed`,
    ),
  );

function taken({ take, part_round }: Rounds, counted: readonly Round[], { type, counts }: Taking): Value {
  const last = counted.at(-1) as Round;
  if (take === 'last') return last.value;
  const weight = (round: Round): Decimal => (part_round === 'by-days' ? round.share : ONE);
  if (take === 'sum')
    return figure(Decimal.sum(0, ...counted.map((round) => toDecimal(round.value).times(weight(round)))), type);
  if (take === 'best' || take === 'worst') {
    const sorted = bySize(counted);
    return (take === 'best' ? (sorted[0] as Round) : (sorted.at(-1) as Round)).value;
  }
  if (take === 'median') return figure(middleOf(bySize(counted).map(({ value }) => toDecimal(value))), type);
  if (typeof take === 'object' && 'weights' in take)
    return meanOf(counted, (round) => weight(round).times(take.weights[round.index] ?? 0), type);
  if (counts.worst !== null) return meanOf(bySize(counted).slice(-counts.worst), weight, type);
  const best = counts.best ?? counted.length;
  return meanOf(take === 'mean' ? counted : bySize(counted).slice(0, best), weight, type);
}

/** The median of numbers in order; of an even number the mean of the two in the middle. */
export function middleOf(sorted: readonly Decimal[]): Decimal {
  const [low, high] = [Math.floor((sorted.length - 1) / 2), Math.floor(sorted.length / 2)];
  return divide((sorted[low] ?? new Decimal(0)).plus(sorted[high] ?? 0), new Decimal(2));
}

const ONE = new Decimal(1);

/** Highest first; of equal ones the earlier comes first. */
const bySize = (counted: readonly Round[]): Round[] =>
  counted.toSorted((a, b) => toDecimal(b.value).comparedTo(toDecimal(a.value)) || a.index - b.index);

function meanOf(counted: readonly Round[], weightOf: (round: Round) => Decimal, type: FigureType): Value {
  const weights = Decimal.sum(0, ...counted.map(weightOf));
  if (weights.isZero()) return NO_WEIGHT;
  const sum = Decimal.sum(0, ...counted.map((round) => toDecimal(round.value).times(weightOf(round))));
  return figure(divide(sum, weights), type);
}

const NO_WEIGHT = notApplicable(say('计入的轮次权重为零', 'The rounds that count have no weight'));
