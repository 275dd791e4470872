import { expect, it } from 'vitest';
import { problemsOf } from '../../../test/rated.ts';

const row = (valid: object) => ({ title: { 'zh-CN': '项', en: 'row' }, entries: { form: 'case' }, points: 1, valid });
const FOR_GOOD = row({ ends: 'never' });
const ledger = (more: object) => ({
  id: 'points',
  ledger: { plus: [FOR_GOOD], minus: [FOR_GOOD], gives: 'score', starts: 'anew', floor: 0, cap: 'none', ...more },
});
const told = (more: object): string[] => problemsOf([ledger(more)]).map(({ code, words }) => `${code}: ${words.en}`);

it.each([
  ['ends that are not said to hold when', {}, 'open-choice: “ends_hold” is not stated'],
  ['no ends', { floor: 'none' }, null],
  ['nothing that takes', { minus: undefined }, null],
  ['points that expire, at the end', { plus: [row({ for: { months: 3 } })] }, null],
  [
    'points that expire, at every entry',
    { plus: [row({ for: { months: 3 } })], ends_hold: 'at-every-entry' },
    'ends-and-validity',
  ],
  [
    'resets at the end',
    { ends_hold: 'at-the-end', resets: { at: 12, leaves: 'zero' } },
    'no-resets: It can begin anew only',
  ],
  [
    'how often without at how many',
    { ends_hold: 'at-every-entry', gives: 'resets' },
    'no-resets: It is not said at how many',
  ],
  ['resets', { ends_hold: 'at-every-entry', gives: 'resets', resets: { at: 12, leaves: 'zero' } }, null],
])('%s', (_what, more, words) => {
  const found = told(more);
  if (words === null) expect(found).toEqual([]);
  else expect(found.join()).toContain(words);
});
