import type { Area } from './area.ts';

/** How often a duty is owed; the keys are those of the wall chart. */
export const cadence = {
  week: ['每周', 'Weekly'],
  month: ['每月', 'Monthly'],
  quarter: ['每季度', 'Quarterly'],
  'half-year': ['每半年', 'Half-yearly'],
  year: ['每年', 'Yearly'],
  once: ['一次', 'Once'],
  'fixed-days': ['固定日', 'On fixed days'],
  festivals: ['节日', 'At festivals'],
  'after-event': ['限期一次', 'Once, in time'],
  'before-end': ['离任前', 'Before leaving'],
} as const satisfies Area;
