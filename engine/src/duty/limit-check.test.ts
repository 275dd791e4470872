import { describe, expect, test } from 'vitest';
import { examplePackFiles } from '../example-pack.ts';
import { checkPacks, compile, loadPack } from '../index.ts';

const words = (text: string) => ({ 'zh-CN': text, en: text });
const KINDS = {
  organisations: [{ id: 'village', title: words('village'), level: 5, parents: [] }],
  units: [
    { id: 'time', title: words('times') },
    { id: 'yuan', title: words('yuan') },
  ],
};
const FORMS = [
  {
    id: 'meeting',
    subject: { organisation: ['village'] },
    date: 'on',
    fields: [
      { id: 'on', type: 'date' },
      { id: 'last', type: 'date' },
    ],
  },
];
const VALUES = [{ id: 'warning', unit: 'yuan', values: { '2026-01-01': 0.8 } }];
const LIMIT = {
  id: 'meetings',
  who: { organisations: ['village'] },
  when: { every: 'month' },
  amount: { at_most: 2, unit: 'time' },
  counts: [{ form: 'meeting' }],
  part_period: { owes: 'full' },
  late: 'never',
  due_soon: { left: 1 },
};

function found(change: object, more: object = {}): string[] {
  const parts = { kinds: KINDS, forms: FORMS, values: VALUES, obligations: [{ ...LIMIT, ...change }], ...more };
  const { pack, problems } = loadPack(examplePackFiles(parts));
  const all = pack ? checkPacks([pack]) : problems;
  return all.map(({ code, words: said, wayOut, line }) => {
    expect(line).toBeGreaterThan(1);
    expect([said['zh-CN'], wayOut['zh-CN']].every((text) => /\p{Script=Han}/u.test(text))).toBe(true);
    return `${code}: ${wayOut.en}`;
  });
}

test('a sound limit has no problems', () => {
  expect(found({})).toEqual([]);
  expect(found({ due_soon: { used: { parameter: 'warning' } } })).toEqual([]);
  expect(found({ amount: { at_most_share: '4/3', of: 'working-days', rounding: 'none', unit: 'time' } })).toEqual([]);
  expect(found({ amount: { at_least: 1, at_most: 2, unit: 'time' }, due_soon: { within: { weeks: 1 } } })).toEqual([]);
});

test('a grace that a limit does not have is warned of, as it counts the same without', () => {
  const parts = { kinds: KINDS, forms: FORMS, obligations: [{ ...LIMIT, deadline: WEEK_OF_GRACE }] };
  const { pack } = loadPack(examplePackFiles(parts));
  expect(checkPacks(pack ? [pack] : []).map(({ severity, code }) => `${severity} ${code}`)).toEqual([
    'warning limit-deadline',
  ]);
});

const WEEK_OF_GRACE = { grace: 7, days: 'calendar-days' };
const WEEK = { within: 7, days: 'calendar-days' };
const RANGE = { amount: { at_least: 1, at_most: 2, unit: 'time' }, due_soon: WEEK };

describe('what does not go with a limit', () => {
  test.each([
    ['catching up', { late: WEEK }, 'limit-caught-up: Write late: never'],
    ['catching up of a range', { ...RANGE, late: WEEK }, 'limit-caught-up: Write late: never'],
    ['grace', { deadline: { grace: 3, days: 'calendar-days' } }, 'limit-deadline: Remove deadline'],
    [
      'warning by days',
      { due_soon: WEEK },
      'limit-warning: Write due_soon: { left: 1 }, or { used: 0.8 } for four fifths',
    ],
    ['a share above all', { due_soon: { used: 8 } }, 'limit-warning: Write a share such as 0.8'],
    ['no share', { due_soon: { used: 0 } }, 'limit-warning: Write a share such as 0.8'],
    [
      'leave',
      { excuses: [{ leave: 'meeting', from: 'on', to: 'last', reduces: 'pro-rata', rounding: 'up' }] },
      'limit-excuse: Remove it; where an approval lifts the limit, write a reason',
    ],
    [
      'what is left, in another unit',
      { due_soon: { left: { parameter: 'warning' } } },
      'unit-mismatch: Use unit “yuan”, or another parameter',
    ],
    [
      'what is left, of a duty',
      { amount: { at_least: 1, unit: 'time' } },
      'limit-warning: Write due_soon: { within: 3, days: working-days }',
    ],
    [
      'what is left, of a range',
      { amount: { at_least: 1, at_most: 2, unit: 'time' } },
      'limit-warning: Write due_soon: { within: 3, days: working-days }',
    ],
    [
      'a range turned round',
      { ...RANGE, amount: { at_least: 3, at_most: 2, unit: 'time' } },
      'ends-crossed: Change at_least or at_most; swap them where they are the wrong way round',
    ],
    ['an unknown unit', { amount: { at_most: 2, unit: 'tims' } }, 'unknown-unit: Did you mean “time”?'],
    [
      'an unknown parameter',
      { amount: { at_most: { parameter: 'warnin' }, unit: 'yuan' } },
      'unknown-parameter: Did you mean “warning”?',
    ],
  ])('%s', (_name, change, finding) => expect(found(change)).toEqual([finding]));
});

test('nobody is late with a limit', () => {
  const measures = ['days-late', 'weeks-late', 'overdue'].map((counts) => ({
    id: counts,
    title: words(counts),
    at: ['village'],
    period: 'year',
    rollup: 'sum',
    value: { standing: { obligation: 'meetings', counts } },
    unit: 'time',
  }));
  const late = 'limit-late: Write counts: overdue: the periods beyond the limit';
  expect(found({}, { measures })).toEqual([late, late]);
});

test('what would change a limit: what is left, that it is used up, or that a wrong entry is corrected', () => {
  const { pack } = loadPack(examplePackFiles({ kinds: KINDS, forms: FORMS, values: VALUES, obligations: [LIMIT] }));
  if (!pack) throw new Error('no pack');
  const policy = compile([pack]);
  const on = ['2026-05-04', '2026-05-11', '2026-05-18', '2026-06-01', '2026-06-02', '2026-07-01'];
  const facts = on.map((date, i) => ({
    id: `f${i}`,
    form: 'meeting',
    subject: { kind: 'organisation' as const, id: 'wang' },
    date,
    recordedAt: `${date}T08:00:00Z`,
    recordedOn: date,
    recordedBy: { account: 'clerk', name: 'Clerk' },
    data: { on: date },
  }));
  const village = { id: 'wang', kind: 'village', name: 'Wang', parent: null, from: '2020-01-01', attributes: {} };
  const world = { organisations: [village], postings: [], tenures: [], persons: [], facts };
  const change = (period: string, asOf: string) =>
    policy
      .explain(world, { obligation: 'meetings', subject: { kind: 'organisation', id: 'wang' }, period, asOf })
      .change.map(({ en }) => en);
  expect(change('2026-05', '2026-07-10')).toEqual([
    '1 time too many',
    'Only correcting or withdrawing a wrong entry changes it',
  ]);
  expect(change('2026-06', '2026-06-10')).toEqual(['The limit is used up: one more by 2026-06-30 is too many']);
  expect(change('2026-06', '2026-07-10')).toEqual([]);
  expect(change('2026-07', '2026-07-10')).toEqual(['1 time is left until 2026-07-31']);
});
