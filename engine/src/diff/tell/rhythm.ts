import { byWords, WEEKDAYS, weekdayWords } from '../../duty/every-by.ts';
import { seasonWords } from '../../duty/season.ts';
import { isRecord } from '../../pack/schema-shape.ts';
import type { Words } from '../../value.ts';
import { say } from '../../words.ts';
import { cadence, join } from './phrases.ts';

/** A rhythm, with its last day, its months and its season: a change of any of them is a change of when something is owed. */
export function everyWords({ every, by, only_months, season }: Readonly<Record<string, unknown>>): Words {
  const parts = [
    cadence(every),
    lastDayWords(by),
    Array.isArray(only_months) ? monthsOnly(only_months) : NOTHING,
    isRecord(season)
      ? seasonWords({ season: { from: String(season.from), to: String(season.to), part: 'whole' } })
      : NOTHING,
    isRecord(season) && season.part === 'left-out' ? PARTS_LEFT_OUT : NOTHING,
  ];
  return parts.reduce((before, part) => join(before, part));
}

/** Fixed days of each year. */
export const daysOfYearWords = (days: readonly unknown[]): Words =>
  say(`每年 ${days.join('、')}`, `on ${days.join(', ')} of each year`);

const NOTHING = say('', '');
const PARTS_LEFT_OUT = say('（首尾不满一期的不计）', ' (periods partly in it left out)');

function lastDayWords(by: unknown): Words {
  if (!isRecord(by)) return NOTHING;
  const weekday = WEEKDAYS.find((day) => day === by.weekday);
  if (weekday !== undefined) {
    const { 'zh-CN': zh, en } = weekdayWords(weekday);
    return say(`，${zh}前`, `, by ${en}`);
  }
  const day = Number(by.day);
  return byWords(by.month === undefined ? { day } : { month: Number(by.month), day });
}

const monthsOnly = (months: readonly unknown[]) =>
  say(`（只计 ${months.join('、')} 月）`, ` (only in months ${months.join(', ')})`);
