import { toDay } from '../day.ts';
import type { Parts } from '../parts.ts';
import { kindOfKey, periodBefore, sameAYearBefore } from '../period.ts';
import type { Finding } from '../problem.ts';
import type { During } from '../schema/set.ts';
import type { Period } from '../standing.ts';
import type { Missing, Words } from '../value.ts';
import { say } from '../words.ts';
import { durationWords, lengthOn, shifted } from './length.ts';
import type { At, Checker } from './types.ts';

type Parameters = Pick<Parts, 'parameter' | 'parameters'>;
/** What keeps the days from being known. */
interface Open {
  readonly missing: readonly Missing[];
}

/** The days a set reads at a place; what is missing when there is no period before, or a length is not set. */
export function windowOf(
  during: During | undefined,
  { period, asOf }: Pick<At, 'period' | 'asOf'>,
  parts: Parameters,
): Period | Open {
  if (during === undefined || during === 'period') return period;
  if (during === 'previous-period') return periodBefore(period) ?? NO_PERIOD_BEFORE;
  if (during === 'previous-year') return sameAYearBefore(period) ?? NO_PERIOD_BEFORE;
  const end = referenceDay({ period, asOf });
  if (during === 'previous-year-to-date') return upTo(sameAYearBefore(period), period, end);
  if (during === 'to-date') return { key: 'to-date', start: FIRST_DAY, end };
  if ('last' in during) {
    const length = lengthOn(during.last, parts, period.end);
    return 'missing' in length
      ? length
      : { key: `${period.key}:${end}`, start: shifted(dayAfter(end), length, -1), end };
  }
  const [written, start] = 'after' in during ? [during.after, dayAfter(period.end)] : [during.with_after, period.start];
  const length = lengthOn(written, parts, period.end);
  if ('missing' in length) return length;
  return { key: `${period.key}+`, start, end: dayBefore(shifted(dayAfter(period.end), length, 1)) };
}

/** The same days a year before, up to the same day; all of them once the period is over. */
function upTo(before: Period | null, { key, start, end: last }: Period, day: string): Period | Open {
  if (before === null) return NO_PERIOD_BEFORE;
  if (day === last) return before;
  const weeks = kindOfKey(key.split('+')[0] ?? '') === 'week';
  const end = weeks ? shifted(before.start, { days: toDay(day) - toDay(start) }, 1) : shifted(day, { years: 1 }, -1);
  return { key: `${before.key}:${end}`, start: before.start, end: end < before.end ? end : before.end };
}

export const FIRST_DAY = '0001-01-01';

/** The day a period is looked at: its last, or the day as of which it is asked for when that comes first. */
export const referenceDay = ({ period, asOf }: Pick<At, 'period' | 'asOf'>): string =>
  asOf < period.end ? asOf : period.end;

export const dayAfter = (day: string): string => shifted(day, { days: 1 }, 1);
export const dayBefore = (day: string): string => shifted(day, { days: 1 }, -1);

const NO_PERIOD_BEFORE: Open = {
  missing: [{ what: 'period', words: say('没有可比的上一期', 'There is no period before to look at') }],
};

/** A figure to date has no period before it. */
export function duringProblems(
  during: During | undefined,
  at: string,
  { measure }: Pick<Checker, 'measure'>,
): Finding[] {
  if (measure?.period !== 'to-date' || during === undefined || during === 'to-date') return [];
  if (typeof during === 'object' && 'last' in during) return [];
  return [
    {
      code: 'no-period',
      at: `${at}/during`,
      words: say('累计指标没有期间', 'A measure to date has no period'),
      wayOut: say('写 to-date 或 { last: … }，或改指标的 period', 'Write to-date or { last: … }, or change its period'),
    },
  ];
}

/** Which days it reads, for people; null when those of the period. */
export function duringWords(during: During | undefined, parts: Parameters): Words | null {
  if (during === undefined || during === 'period') return null;
  if (during === 'to-date') return say('截至当日', 'up to the day');
  if (during === 'previous-period') return say('上一期', 'in the period before');
  if (during === 'previous-year-to-date')
    return say('上年同期截至同日', 'in the same period of the year before, up to the same day');
  if (during === 'previous-year') return say('上年同期', 'in the same period of the year before');
  if ('last' in during) {
    const length = durationWords(during.last, parts);
    return say(`近 ${length['zh-CN']}`, `in the last ${length.en}`);
  }
  const length = durationWords('after' in during ? during.after : during.with_after, parts);
  return 'after' in during
    ? say(`期后 ${length['zh-CN']}内`, `in the ${length.en} after the period`)
    : say(`本期及期后 ${length['zh-CN']}内`, `in the period and the ${length.en} after`);
}
