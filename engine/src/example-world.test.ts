import { expect, it } from 'vitest';
import { exampleWorld } from './example-world.ts';

const daysOf = (repeat: object): string[] =>
  exampleWorld({
    example: { 'zh-CN': '例', en: 'Example' },
    as_of: '2026-12-31',
    organisations: [{ id: '甲村', kind: 'village' }],
    facts: [{ form: 'check', subject: '甲村', repeat: repeat as { on: string[] } }],
    expect: [],
  }).facts.map(({ date }) => date);

it.each([
  [{ on: ['2026-03-01', '2026-02-01'] }, ['2026-03-01', '2026-02-01']],
  [{ every: 'day', from: '2026-02-27', to: '2026-03-01' }, ['2026-02-27', '2026-02-28', '2026-03-01']],
  [{ every: 'week', from: '2026-01-05', to: '2026-01-20' }, ['2026-01-05', '2026-01-12', '2026-01-19']],
  [{ every: 'month', from: '2026-01-31', to: '2026-04-29' }, ['2026-01-31', '2026-02-28', '2026-03-31']],
  [
    { every: 'quarter', from: '2026-03-20', to: '2026-12-20' },
    ['2026-03-20', '2026-06-20', '2026-09-20', '2026-12-20'],
  ],
])('an entry that repeats %j stands on %j', (repeat, days) => {
  expect(daysOf(repeat)).toEqual(days);
});
