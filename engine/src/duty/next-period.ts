import { type DayNumber, fromDay, toDay } from '../day.ts';
import { periodOf } from '../period.ts';
import type { Finding } from '../problem.ts';
import type { NextDay, NextPeriod } from '../schema/next-period.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';
import { endBy } from './every-by.ts';

const NEXT_WORDS: Readonly<Record<NextPeriod['next'], Words>> = {
  month: say('次月', 'the next month'),
  quarter: say('次季度', 'the next quarter'),
  'half-year': say('下一个半年', 'the next half-year'),
  year: say('次年', 'the next year'),
};

const MONTHS: Readonly<Record<NextPeriod['next'], number>> = { month: 1, quarter: 3, 'half-year': 6, year: 12 };

export const isNextDay = (term: unknown): term is NextDay => isNextPeriod(term) && 'day' in term;

export const isNextPeriod = (term: unknown): term is NextPeriod =>
  typeof term === 'object' && term !== null && 'next' in term;

/** The first day of the month (quarter, year) after the one a day lies in. */
export const firstOfNext = ({ next }: NextPeriod, day: DayNumber): DayNumber =>
  toDay(periodOf(next, fromDay(day)).end) + 1;

/** The named day of the month (quarter, year) after the one a day lies in; the 31st is the last of a shorter month. */
export function dayOfNext({ next, month = 1, day: date }: NextDay, day: DayNumber): DayNumber {
  return endBy({ month, day: date }, periodOf(next, fromDay(firstOfNext({ next }, day))));
}

export function nextDayWords({ next, month, day }: NextDay): Words {
  const { 'zh-CN': zh, en } = NEXT_WORDS[next];
  const which = next === 'month' ? say('', '') : monthWords(next, month ?? 1);
  return say(`${zh}${which['zh-CN']} ${day} 日前`, `by day ${day} of ${which.en}${en}`);
}

const monthWords = (next: NextPeriod['next'], month: number): Words =>
  next === 'year' ? say(` ${month} 月`, `month ${month} of `) : say(`第 ${month} 个月`, `month ${month} of `);

export const nextWords = ({ next }: NextPeriod): Words => NEXT_WORDS[next];

/** A month that the period does not have. */
export function nextDayProblems({ next, month = 1 }: NextDay, at: string): Finding[] {
  if (month <= MONTHS[next]) return [];
  return [
    {
      code: 'no-such-day',
      at: `${at}/month`,
      words: say('这样的期间里没有这一天', 'A period of this kind has no such day'),
      wayOut: say(
        `${NEXT_WORDS[next]['zh-CN']}只有 ${MONTHS[next]} 个月，改正 month`,
        `Correct month: there are ${MONTHS[next]} in ${NEXT_WORDS[next].en}`,
      ),
    },
  ];
}
