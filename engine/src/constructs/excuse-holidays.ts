import { toDay } from '../day.ts';
import { roundingWords } from '../duty/amount-words.ts';
import type { Construct, ExcuseRun } from '../duty/types.ts';
import { round } from '../fraction.ts';
import type { Excuse } from '../schema/obligation.ts';
import { say } from '../words.ts';

type Part = Extract<Excuse, { holidays: unknown }>;

/** `excuses: [{ holidays: true, … }]`: official days off lessen the duty; working weekends do not. */
export const excuseHolidays: Construct<Part, ExcuseRun> = {
  id: 'excuse-holidays',
  check: () => [],
  compile: (part, { calendar }) => ({
    construct: 'excuse-holidays',
    reduces: part.reduces,
    round: (value) => round(value, part.rounding),
    roundingWords: roundingWords(part.rounding),
    concerns: () => false,
    excuses: ({ from, to }) => {
      const days = new Set(calendar.named(from, to).flatMap(({ date, working }) => (working ? [] : [toDay(date)])));
      return (day) => days.has(day);
    },
    explain: ({ from, to }) => {
      const off = calendar.named(from, to).filter(({ working }) => !working);
      const zh = off.map(({ date, name }) => `${date} ${name['zh-CN']}`).join('、');
      const en = off.map(({ date, name }) => `${date} ${name.en}`).join(', ');
      return { words: say(`法定节假日 ${zh}`, `Official days off: ${en}`), facts: [], details: { days: off } };
    },
  }),
};
