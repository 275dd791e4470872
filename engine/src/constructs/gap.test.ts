import { expect, test } from 'vitest';
import { examplePackFiles } from '../example-pack.ts';
import { checkPacks, loadPack } from '../index.ts';

const words = (text: string) => ({ 'zh-CN': text, en: text });
const KINDS = {
  organisations: [{ id: 'village', title: words('village'), level: 5, parents: [] }],
  units: [{ id: 'time', title: words('times') }],
};
const visit = {
  id: 'visit',
  subject: { organisation: ['village'] },
  date: 'on',
  fields: [{ id: 'on', type: 'date' }],
};

function found(parts: object): string[] {
  const { pack, problems } = loadPack(examplePackFiles({ kinds: KINDS, forms: [visit], ...parts }));
  return (pack ? checkPacks([pack]) : problems).map(({ code, wayOut, words: said, line }) => {
    expect(line).toBeGreaterThan(1);
    expect([said['zh-CN'], wayOut['zh-CN']].every((text) => /\p{Script=Han}/u.test(text))).toBe(true);
    return `${code}: ${wayOut.en}`;
  });
}

const measure = (gap: object, period = 'year') => ({
  measures: [{ id: 'gap', title: words('gap'), unit: 'time', at: ['village'], period, rollup: 'none', value: { gap } }],
});
const gap = { form: 'visit', takes: 'longest', ends: 'counted', days: 'calendar-days' };

test('a gap is between entries, and its ends need a period', () => {
  expect(found(measure(gap))).toEqual([]);
  expect(found(measure({ ...gap, ends: 'left-out' }, 'to-date'))).toEqual([]);
  expect(found(measure({ ...gap, during: { last: { months: 3 } } }, 'to-date'))).toEqual([]);
  expect(found(measure(gap, 'to-date'))).toEqual(['no-period: Write ends: left-out, or limit the days with `during`']);
  expect(found(measure({ ...gap, during: 'to-date' }))).toEqual([
    'no-period: Write ends: left-out, or limit the days with `during`',
  ]);
  expect(found(measure({ ...gap, form: undefined, organisations: 'village' }))).toEqual([
    'not-dated: Name a form with `form`, in `any_of` too',
  ]);
});

test('whether the ends count is an open choice', () => {
  const { ends: _, ...open } = gap;
  expect(found(measure(open)).join()).toContain('ends');
});

test('a state has no entries that lie apart', () => {
  const duty = {
    id: 'duty',
    who: { organisations: ['village'] },
    when: { every: 'month' },
    amount: { at_least: 1, unit: 'time' },
    counts: [{ form: 'visit', apart: { days: 7 } }],
    part_period: { owes: 'full' },
    late: 'never',
    due_soon: { within: 1, days: 'calendar-days' },
  };
  expect(found({ obligations: [duty] })).toEqual([]);
  const state = { ...duty, counts: [{ form: 'visit', latest: true, apart: { days: 7 } }] };
  expect(found({ obligations: [state] })).toEqual(['state-apart: Remove apart, or remove latest and carries']);
});
