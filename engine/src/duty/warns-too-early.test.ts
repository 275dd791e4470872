import { expect, it } from 'vitest';
import { examplePackFiles } from '../example-pack.ts';
import { checkPacks, loadPack } from '../index.ts';

const words = (text: string) => ({ 'zh-CN': text, en: text });

function found(every: unknown, within: unknown, more: object = {}): string[] {
  const days = typeof within === 'number' ? { days: 'calendar-days' } : {};
  const { pack, problems } = loadPack(
    examplePackFiles({
      kinds: {
        organisations: [{ id: 'village', title: words('village'), level: 5, parents: [] }],
        units: [{ id: 'time', title: words('times') }],
      },
      forms: [
        { id: 'meeting', subject: { organisation: ['village'] }, date: 'on', fields: [{ id: 'on', type: 'date' }] },
      ],
      obligations: [
        {
          ...{ id: 'meetings', who: { organisations: ['village'] }, when: { every } },
          ...{ amount: { at_least: 1, unit: 'time' }, counts: [{ form: 'meeting' }], part_period: { owes: 'full' } },
          ...{ late: 'never', due_soon: { within, ...days }, ...more },
        },
      ],
    }),
  );
  return (pack ? checkPacks([pack]) : problems).map(({ severity, code }) => `${severity} ${code}`);
}

const TOO_EARLY = ['warning warns-too-early'];

it.each([
  ['month', 32],
  ['week', 8],
  ['quarter', { months: 4 }],
  ['month', { weeks: 5 }],
  ['year', { years: 2 }],
  [{ months: 2 }, 90],
])('a warning band longer than every %j is warned of: %j', (every, within) => {
  expect(found(every, within)).toEqual(TOO_EARLY);
});

it.each([
  ['month', 31],
  ['month', 10],
  ['day', 1],
  ['quarter', { months: 3 }],
  ['year', { years: 1 }],
  [{ months: 2 }, 62],
])('one that fits into every %j is not: %j', (every, within) => {
  expect(found(every, within)).toEqual([]);
});

it('a grace lengthens the time there is', () => {
  expect(found('month', 40, { deadline: { grace: 20, days: 'calendar-days' } })).not.toContain(TOO_EARLY[0]);
});
