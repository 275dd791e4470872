import { monthDayOf } from '../cadence.ts';
import { type DayNumber, dateOf, toDay } from '../day.ts';
import type { Finding } from '../problem.ts';
import type { When } from '../schema/when.ts';
import type { Period } from '../standing.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';
import type { BareSpan } from './types.ts';

export type Seasonal = Pick<Extract<When, { every: unknown }>, 'only_months' | 'season'>;

/** Which days count: all, those of some months, those of a season that may run over the end of a year. */
export function countsOf({ only_months, season }: Seasonal): ((day: DayNumber) => boolean) | null {
  const months = only_months === undefined ? null : new Set(only_months);
  const inMonths = (day: DayNumber): boolean => months === null || months.has(dateOf(day).month);
  if (season === undefined) return months === null ? null : inMonths;
  const { from, to } = season;
  const inSeason = (monthDay: string): boolean =>
    from <= to ? monthDay >= from && monthDay <= to : monthDay >= from || monthDay <= to;
  return (day) => inMonths(day) && inSeason(monthDayOf(day));
}

/** The period as far as its days count, until its last day; none when no day of it counts, or a part only and that is left out. */
export function countedDays(part: Seasonal): (period: Period, end: DayNumber) => BareSpan[] {
  const countsOn = countsOf(part);
  return ({ key, start: begins }, end) => {
    const start = toDay(begins);
    if (countsOn === null) return start > end ? [] : [{ key, start, end, countsOn, missing: [] }];
    let [first, last] = [start, end];
    while (first <= end && !countsOn(first)) first++;
    while (last >= first && !countsOn(last)) last--;
    if (first > last) return [];
    if (part.season?.part === 'left-out' && (first > start || last < end)) return [];
    return [{ key, start: first, end: last, countsOn, missing: [] }];
  };
}

export function seasonProblems({ only_months }: Seasonal, at: string): Finding[] {
  if (only_months?.length !== 0) return [];
  return [
    {
      code: 'never-owed',
      at: `${at}/only_months`,
      words: say('没有任何月份，永远不会应办', 'No month is named, so nothing is ever owed'),
      wayOut: say('写明月份，或删去 only_months', 'Name months, or remove only_months'),
    },
  ];
}

export function seasonWords({ only_months, season }: Seasonal): Words {
  const parts = [
    ...(only_months === undefined
      ? []
      : [say(`，只计 ${only_months.join('、')} 月`, `; only months ${only_months.join(', ')} count`)]),
    ...(season === undefined
      ? []
      : [say(`，只在每年 ${season.from} 至 ${season.to}`, `; only from ${season.from} to ${season.to} of each year`)]),
  ];
  return say(parts.map((one) => one['zh-CN']).join(''), parts.map((one) => one.en).join(''));
}
