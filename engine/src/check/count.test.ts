import { expect, it } from 'vitest';
import { examplePackFiles } from '../example-pack.ts';
import { loadPack } from '../pack/load.ts';
import { checkPacks } from './check.ts';

const words = (text: string) => ({ 'zh-CN': text, en: text });
const FORM = {
  id: 'letter',
  subject: { organisation: ['village'] },
  date: 'came_on',
  fields: [
    { id: 'came_on', type: 'date' },
    { id: 'number', type: 'text' },
  ],
};

function codesOf(values: object, more: { duty?: object; measure?: object; unit?: string } = {}): string[] {
  const { duty = {}, measure, unit = 'day' } = more;
  const { pack, problems } = loadPack(
    examplePackFiles({
      kinds: {
        organisations: [{ id: 'village', title: words('village'), level: 5, parents: [] }],
        units: [
          { id: 'day', title: words('day') },
          { id: 'month', title: words('month') },
          { id: 'time', title: words('time') },
        ],
      },
      values: [{ id: 'term', unit, values }],
      forms: [FORM],
      obligations: [
        {
          id: 'reply',
          who: { organisations: ['village'] },
          when: { after: { form: 'letter' }, within: { parameter: 'term' }, days: 'calendar-days' },
          amount: { at_least: 1, unit: 'time' },
          counts: [{ form: 'letter' }],
          part_period: { owes: 'full' },
          late: 'never',
          due_soon: { within: 1, days: 'calendar-days' },
          ...duty,
        },
      ],
      measures: measure === undefined ? [] : [measure],
    }),
  );
  if (!pack) throw new Error(JSON.stringify(problems));
  return checkPacks([pack])
    .filter(({ severity }) => severity === 'error')
    .map(({ code }) => code);
}

const late = (within: object) => ({ duty: { late: { within, days: 'calendar-days' } } });
const lasting = (last: object) => ({
  measure: {
    id: 'letters',
    unit: 'time',
    at: ['village'],
    period: 'year',
    value: { count: { form: 'letter', during: { last } } },
    rollup: 'none',
  },
});

it('takes whole numbers, and a value that is masked', () => {
  expect(codesOf({ '2026-01-01': 5, '2026-07-01': null })).toEqual([]);
});

it.each([
  ['a part of a day', codesOf({ '2026-01-01': 2.5 }), 'wrong-parameter'],
  ['a day below zero', codesOf({ '2026-01-01': -1 }), 'wrong-parameter'],
  ['a text', codesOf({ '2026-01-01': 'soon' }), 'wrong-parameter'],
  ['less than one day of catching up', codesOf({ '2026-01-01': 0 }, late({ parameter: 'term' })), 'wrong-parameter'],
  ['a parameter nobody defined', codesOf({ '2026-01-01': 5 }, late({ parameter: 'trem' })), 'unknown-parameter'],
  [
    'days where months are meant',
    codesOf({ '2026-01-01': 5 }, lasting({ months: { parameter: 'term' } })),
    'unit-mismatch',
  ],
])('refuses %s', (_name, codes, code) => expect(codes).toContain(code));

it('takes the least and the greatest that may be, and no more', () => {
  expect(codesOf({ '2026-01-01': 1 }, late({ parameter: 'term' }))).toEqual([]);
  const every = (most: number) => {
    const windows = { every: { months: { parameter: 'term' } }, of: { count: { form: 'letter' } }, at_least: 1 };
    const value = { windows: { ...windows, gives: 'missed', part_window: 'whole' } };
    const measure = { id: 'missed', unit: 'time', at: ['village'], period: 'year', value, rollup: 'none' };
    return codesOf({ '2026-01-01': most }, { measure, unit: 'month' });
  };
  expect([every(12), every(13), every(0)]).toEqual([[], ['wrong-parameter'], ['wrong-parameter']]);
});

const every = (when: object) => ({ duty: { when } });

it.each([
  ['the 31st of a week', { every: 'week', by: { day: 31 } }, 'no-such-day'],
  ['the fifth month of a quarter', { every: 'quarter', by: { month: 5, day: 1 } }, 'no-such-day'],
  ['no months at all', { every: 'month', only_months: [] }, 'never-owed'],
  ['days of no kind', { after: { form: 'letter' }, within: 5 }, 'open-choice'],
  ['months of working days', { after: { form: 'letter' }, within: { months: 3 }, days: 'working-days' }, 'two-units'],
  ['a last day that is no date', { after: { form: 'letter' }, until: { field: 'number' } }, 'not-a-date'],
  ['a match by a date', { after: { form: 'letter', match: 'came_on' }, within: { weeks: 1 } }, 'cannot-match'],
  ['a match by nothing there', { after: { form: 'letter', match: 'numbre' }, within: { weeks: 1 } }, 'unknown-field'],
])('refuses %s', (_name, when, code) => expect(codesOf({ '2026-01-01': 5 }, every(when))).toContain(code));

it.each([
  [{ every: 'week', by: { weekday: 'friday' } }],
  [{ every: { months: 2 }, by: { month: 2, day: 20 } }],
  [{ after: { form: 'letter', match: 'number' }, within: { months: 3 } }],
])('takes %j', (when) => {
  expect(codesOf({ '2026-01-01': 5 }, every(when))).toEqual([]);
});

it('takes months where months are meant', () => {
  expect(codesOf({ '2026-01-01': 5 }, { ...lasting({ months: { parameter: 'term' } }), unit: 'month' })).toEqual([]);
});
