import { fromDay, toDay } from '../day.ts';
import { dayHint } from '../pack/text-words.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';
import type { Held } from './node.ts';
import type { VariableType } from './type.ts';

/** Something that can be worked out but cannot be meant. `offset` is the 0-based character of the source. */
export interface Doubt {
  /** The check that found it, when not that of days. */
  readonly code?: string;
  readonly words: Words;
  readonly wayOut: Words;
  readonly offset: number;
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && fromDay(toDay(text)) === text;

/** A year or month stands for its first day where it is only asked what lies before it, or from it on. */
const FROM_ON: ReadonlySet<string> = new Set(['<', '>=']);
const isBegin = (text: string): boolean => /^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/.test(text);

/** A date beside a text that is no day: they are compared letter by letter, and never equal. Null when it is one. */
export function doubtfulDay({ type }: VariableType, literal: Held, relation: string, offset: number): Doubt | null {
  if (type !== 'date' || typeof literal !== 'string' || isDay(literal)) return null;
  if (FROM_ON.has(relation) && isBegin(literal)) return null;
  return {
    words: say(`“${literal}”不是日期`, `“${literal}” is no day`),
    wayOut: wayOutOf(literal),
    offset,
  };
}

function wayOutOf(literal: string): Words {
  if (/^\d{4}-\d{2}-\d{2}$/.test(literal))
    return say('没有这一天，核对月份和日期', 'Look at the month and the day again');
  return /\d/.test(literal)
    ? dayHint(literal)
    : say('没有填的写 !has(data.字段)', 'What was not filled in is !has(data.field)');
}
