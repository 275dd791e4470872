import type { Area } from './area.ts';

/** Words of the lights; the keys are the engine's, and `beyond` for what went beyond a limit. */
export const light = {
  overdue: ['逾期', 'Overdue'],
  beyond: ['超限', 'Beyond the limit'],
  'due-soon': ['临期', 'Due soon'],
  'not-known': ['未知', 'Not known'],
  open: ['未到期', 'Not yet due'],
  late: ['补办', 'Done late'],
  met: ['完成', 'Done'],
  excused: ['免除', 'Excused'],
  'not-applicable': ['不适用', 'Not applicable'],
} as const satisfies Area;
