import type { On } from '../schema/set.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';

/** On which days of a period somebody must be there. */
export const ON_WORDS: Readonly<Record<On, Words>> = {
  'any-day': say('期内曾', 'on any day of the period'),
  'first-day': say('期初', 'on its first day'),
  'last-day': say('期末', 'on its last day'),
  'every-day': say('期内一直', 'on every day of the period'),
};
