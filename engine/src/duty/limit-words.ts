import { type DayNumber, fromDay } from '../day.ts';
import type { Words } from '../value.ts';
import { inEnglish, say } from '../words.ts';
import { showMillionths } from './millionths.ts';
import type { Need, Span } from './types.ts';

/** What one can still do who went beyond a limit: nothing but correct what is wrong; null within it. */
export function beyondWords({ most }: Need, total: number, unit: Words): Words[] | null {
  if (most === null || total <= most) return null;
  const over = showMillionths(total - most);
  return [
    say(`超出 ${over} ${unit['zh-CN']}`, `${inEnglish(over, unit.en)} too many`),
    say('只有更正或撤回填错的记录才会改变', 'Only correcting or withdrawing a wrong entry changes it'),
  ];
}

/** How much is left until the period ends. */
export function allowedWords({ most }: Need, { end }: Span, total: number, asOf: DayNumber, unit: Words): Words[] {
  if (most === null || asOf > end) return [];
  const left = showMillionths(most - total);
  return [
    left === '0'
      ? say(
          `上限已用完，到 ${fromDay(end)} 为止再有即超出`,
          `The limit is used up: one more by ${fromDay(end)} is too many`,
        )
      : say(
          `到 ${fromDay(end)} 为止还可 ${left} ${unit['zh-CN']}`,
          `${inEnglish(left, unit.en)} ${left === '1' ? 'is' : 'are'} left until ${fromDay(end)}`,
        ),
  ];
}
