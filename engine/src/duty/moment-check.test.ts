import { expect, test } from 'vitest';
import { examplePackFiles } from '../example-pack.ts';
import { checkPacks, loadPack } from '../index.ts';

const words = (text: string) => ({ 'zh-CN': text, en: text });
const form = (id: string) => ({
  id,
  title: words(id),
  subject: { organisation: ['village'] },
  date: 'on',
  fields: [
    { id: 'on', title: words('on'), type: 'date' },
    { id: 'at', title: words('at'), type: 'time' },
    { id: 'number', title: words('number'), type: 'text' },
  ],
});

function found(when: object, counts: object, more: object = {}): string[] {
  const duty = {
    id: 'duty',
    who: { organisations: ['village'] },
    when,
    amount: { at_least: 1, unit: 'time' },
    counts: [{ form: 'answer', ...counts }],
    part_period: { owes: 'full' },
    late: 'never',
    due_soon: { within: 0, days: 'calendar-days' },
    ...more,
  };
  const kinds = {
    organisations: [{ id: 'village', title: words('village'), level: 5, parents: [] }],
    units: [{ id: 'time', title: words('times') }],
  };
  const measures = [
    {
      id: 'hours',
      title: words('hours'),
      at: ['village'],
      rollup: 'sum',
      unit: 'time',
      period: 'year',
      value: { standing: { obligation: 'duty', counts: 'hours-late' } },
    },
  ];
  const { pack, problems } = loadPack(
    examplePackFiles({ kinds, forms: [form('danger'), form('answer')], obligations: [duty], measures }),
  );
  const all = (pack ? checkPacks([pack]) : problems).filter(({ code }) => code !== 'asked-twice');
  return all.map(({ code, wayOut }) => `${code}: ${wayOut.en}`);
}

const danger = { form: 'danger', at: 'at' };
const hours = { after: danger, within: { hours: 2 } };

test('a sound term in hours has no problems', () => {
  expect(found(hours, { at: 'at' })).toEqual([]);
  expect(found({ after: danger, until: { field: 'on', at: 'at' } }, { at: 'at' })).toEqual([]);
  expect(found({ after: { form: 'danger' }, until: { field: 'on', at: 'at' } }, { at: 'at' })).toEqual([]);
  expect(found({ ...hours, days: 'working-days' }, { at: 'at' })).toEqual([]);
  expect(found({ ...hours, days: 'calendar-days', day_off: 'next-working-day' }, { at: 'at' })).toEqual([]);
});

const NO_TIME = 'no-time: Write at: and a field of type time';
test.each([
  ['an event without its time', { after: { form: 'danger' }, within: { hours: 2 } }, { at: 'at' }, [NO_TIME]],
  ['the start of the subject', { after: { start_of: 'subject' }, within: { hours: 2 } }, { at: 'at' }, [NO_TIME]],
  ['what counts without its time', hours, {}, [NO_TIME]],
  [
    'a text for a time',
    { after: { form: 'danger', at: 'number' }, within: { hours: 2 } },
    { at: 'on' },
    ['not-a-time: Name a field of type time', 'not-a-time: Name a field of type time'],
  ],
  ['an unknown field', hours, { at: 'att' }, ['unknown-field: Did you mean “at”?']],
  [
    'what begins a term in hours, and an end that never falls on a day off',
    { ...hours, days: 'working-days', begins: { months: 1 }, day_off: 'next-working-day' },
    { at: 'at' },
    [
      'two-units: Remove begins, or count in days',
      'never-read: Remove day_off; where hours of days off count and only the end moves, remove days',
    ],
  ],
  [
    'an end that moves to before the event',
    { ...hours, day_off: 'previous-working-day' },
    { at: 'at' },
    ['end-before-event: Write next-working-day, or remove day_off'],
  ],
  [
    'the latest entry',
    hours,
    { at: 'at', latest: true },
    ['state-apart: Remove latest and carries, or count the term in days'],
  ],
])('%s is found', (_name, when, counts, findings) => expect(found(when, counts)).toEqual(findings));

test('times that nothing reads are found, and hours late of a term in days', () => {
  const unread = 'never-read: Remove at, or write within: { hours: … }, or at in until or deadline';
  expect(found({ after: danger, within: { weeks: 1 } }, { at: 'at' })).toEqual([
    'no-time: Write counts: days-late, or within: { hours: … } or deadline: { at: "17:30" } in the duty',
    unread,
    unread,
  ]);
});

test('a limit is not met by the hour', () => {
  expect(found(hours, { at: 'at' }, { amount: { at_most: 1, unit: 'time' }, due_soon: { left: 0 } })).toContain(
    'limit-late: Write at_least, or a term in days',
  );
});

test('a time of the last day stands with any rhythm, but with no other time and no limit', () => {
  const at = { deadline: { at: '17:30' } };
  const monthly = { every: 'month' };
  expect(found(monthly, { at: 'at' }, at)).toEqual([]);
  expect(found({ after: { form: 'danger' }, within: 3, days: 'working-days' }, { at: 'at' }, at)).toEqual([]);
  expect(found(monthly, {}, at)).toEqual([NO_TIME]);
  expect(found(hours, { at: 'at' }, at)).toEqual(['two-units: Remove at from deadline']);
  expect(found(monthly, {}, { deadline: {} }).join()).toContain('missing-key: Write grace: 3 or at: "17:30"');
  expect(found(monthly, { at: 'at' }, { deadline: { at: '5 pm' } })).toEqual([
    expect.stringContaining('Write the time as 08:30'),
  ]);
  expect(found(monthly, { at: 'at', latest: true }, at).join()).toContain('state-apart');
  const most = { amount: { at_most: 1, unit: 'time' }, due_soon: { left: 0 } };
  expect(found(monthly, { at: 'at' }, { ...at, ...most }).join()).toContain('limit-late');
});
