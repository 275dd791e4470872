import type { Area } from './area.ts';

/** How often a duty is owed; the keys are those of the wall chart. */
export const cadence = {
  day: ['每天', 'Daily'],
  'working-day': ['每个工作日', 'Every working day'],
  week: ['每周', 'Weekly'],
  weeks: ['每几周', 'Every few weeks'],
  'ten-days': ['每旬', 'Every ten days'],
  'half-month': ['每半月', 'Twice a month'],
  month: ['每月', 'Monthly'],
  months: ['每几个月', 'Every few months'],
  quarter: ['每季度', 'Quarterly'],
  'half-year': ['每半年', 'Half-yearly'],
  year: ['每年', 'Yearly'],
  years: ['每几年', 'Every few years'],
  once: ['一次', 'Once'],
  'fixed-days': ['固定日', 'On fixed days'],
  festivals: ['节日', 'At festivals'],
  'after-event': ['限期一次', 'Once, in time'],
  'before-date': ['到期前', 'Before it runs out'],
  'before-end': ['离任前', 'Before leaving'],
} as const satisfies Area;
