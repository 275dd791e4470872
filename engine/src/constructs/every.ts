import { dateOf, fromDay, toDay } from '../day.ts';
import type { BareSpan, Construct, WhenRun } from '../duty/types.ts';
import { kindOfKey, periodsBetween } from '../period.ts';
import type { When } from '../schema/obligation.ts';
import type { Period } from '../standing.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';

type Part = Extract<When, { every: unknown }>;

const WORDS: Readonly<Record<Part['every'], Words>> = {
  week: say('每周一次计算（周一至周日）', 'Every week, Monday to Sunday'),
  month: say('每月', 'Every month'),
  quarter: say('每季度', 'Every quarter'),
  'half-year': say('每半年', 'Every half-year'),
  year: say('每年', 'Every year'),
};

/** `when: { every: week }`: each calendar period; with `only_months`, only what happens in those months counts. */
export const every: Construct<Part, WhenRun> = {
  id: 'every',
  check: ({ every: cadence, only_months }, at) =>
    only_months?.length === 0
      ? [
          {
            code: 'never-owed',
            at: `${at}/only_months`,
            words: say('没有任何月份，义务永远不会产生', 'No month is named, so the duty is never owed'),
            wayOut: say('写明月份，或删去 only_months', `Name months, or remove only_months (every ${cadence})`),
          },
        ]
      : [],
  compile: ({ every: cadence, only_months }) => {
    const months = only_months === undefined ? null : new Set(only_months);
    return {
      shared: true,
      overlaps: false,
      spans: ({ from, to }) =>
        periodsBetween(cadence, fromDay(from), fromDay(to)).flatMap((period) => spanOf(period, months)),
      explain: ({ period }) => {
        const only = only_months === undefined ? '' : only_months.join(', ');
        const words = WORDS[kindOfKey(period.key) ?? cadence];
        return say(
          `${words['zh-CN']}${only && `，只计 ${only} 月`}`,
          `${words.en}${only && `; only months ${only} count`}`,
        );
      },
    };
  },
};

function spanOf(period: Period, months: ReadonlySet<number> | null): BareSpan[] {
  const [start, end] = [toDay(period.start), toDay(period.end)];
  if (months === null) return [{ key: period.key, start, end, countsOn: null, missing: [] }];
  const countsOn = (day: number): boolean => months.has(dateOf(day).month);
  let [first, last] = [start, end];
  while (first <= end && !countsOn(first)) first++;
  while (last >= first && !countsOn(last)) last--;
  return first > last ? [] : [{ key: period.key, start: first, end: last, countsOn, missing: [] }];
}
