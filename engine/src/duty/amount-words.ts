import type { DayKind } from '../calendar.ts';
import type { RoundingMode } from '../fraction.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';

const ROUNDING: Readonly<Record<RoundingMode, Words>> = {
  none: say('不取整', 'not rounded'),
  up: say('向上取整', 'rounded up'),
  down: say('向下取整', 'rounded down'),
  'half-up': say('四舍五入取整', 'rounded half up'),
  'half-even': say('四舍六入五成双', 'rounded half to even'),
  'to-half-up': say('向上取到 0.5', 'rounded up to halves'),
  'to-half-down': say('向下取到 0.5', 'rounded down to halves'),
};

export const roundingWords = (mode: RoundingMode): Words => ROUNDING[mode];

/** What so many days are called; of no number in particular when none is given. */
export function dayKindWords(kind: DayKind, count: number | null = null): Words {
  const days = count === 1 ? 'day' : 'days';
  return kind === 'working-days' ? say('工作日', `working ${days}`) : say('自然日', `calendar ${days}`);
}
