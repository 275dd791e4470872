import { expect, it } from 'vitest';
import { examplePackFiles } from '../example-pack.ts';
import { loadPack } from '../pack/load.ts';
import { checkPacks } from './check.ts';

const words = (text: string) => ({ 'zh-CN': text, en: text });
const FORM = {
  id: 'letter',
  subject: { organisation: ['village'] },
  date: 'came_on',
  fields: [{ id: 'came_on', type: 'date' }],
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

it('takes months where months are meant', () => {
  expect(codesOf({ '2026-01-01': 5 }, { ...lasting({ months: { parameter: 'term' } }), unit: 'month' })).toEqual([]);
});
