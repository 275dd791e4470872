import { expect, test } from 'vitest';
import { examplePackFiles } from '../example-pack.ts';
import { checkPacks, loadPack } from '../index.ts';

const words = (text: string) => ({ 'zh-CN': text, en: text });
const form = (id: string, ...fields: object[]) => ({
  id,
  subject: { organisation: ['village'] },
  date: 'on',
  fields: [{ id: 'on', type: 'date' }, { id: 'number', type: 'text' }, { id: 'done', type: 'boolean' }, ...fields],
});
const FORMS = [
  form('notice', { id: 'due', type: 'date' }),
  form('answer'),
  form('extension', { id: 'to', type: 'date' }),
];

function found(when: object, counts: readonly object[] = [{ form: 'answer' }], more: object = {}): string[] {
  const duty = {
    ...more,
    id: 'duty',
    who: { organisations: ['village'] },
    when,
    amount: { at_least: 1, unit: 'time' },
    counts,
    part_period: { owes: 'full' },
    late: 'never',
    due_soon: { within: 1, days: 'calendar-days' },
  };
  const kinds = {
    organisations: [{ id: 'village', title: words('village'), level: 5, parents: [] }],
    units: [{ id: 'time', title: words('times') }],
  };
  const { pack, problems } = loadPack(examplePackFiles({ kinds, forms: FORMS, obligations: [duty] }));
  const all = (pack ? checkPacks([pack]) : problems).filter(({ code }) => code !== 'asked-twice');
  return all.map(({ code, wayOut, line }) => {
    expect(line).toBeGreaterThan(1);
    return `${code}: ${wayOut.en}`;
  });
}

const notice = { form: 'notice', match: 'number' };
const by = (more: object) => ({
  after: notice,
  until: { field: 'due' },
  extended_by: { form: 'extension', at_most: 1, until: 'to', ...more },
});

test('a sound term has no problems', () => {
  expect(found(by({}))).toEqual([]);
  expect(found({ before: { form: 'notice', date: 'due' }, within: { months: 1 } })).toEqual([]);
  expect(found({ after: notice, begins: { months: 6 }, within: 30, days: 'calendar-days' })).toEqual([]);
  expect(found({ after: notice, begins: 3, within: { weeks: 1 }, days: 'working-days' })).toEqual([]);
  expect(found({ after: notice, begins: { next: 'month' }, within: 15, days: 'working-days' })).toEqual([]);
  expect(found({ after: notice, within: { next: 'half-year', month: 6, day: 31 } })).toEqual([]);
});

test.each([
  [
    'a month the next quarter lacks',
    { after: notice, within: { next: 'quarter', month: 4, day: 1 } },
    'no-such-day: Correct month: there are 3 in the next quarter',
  ],
  [
    'a day of the next month with days',
    { after: notice, within: { next: 'month', day: 1 }, days: 'working-days' },
    'two-units: Remove days',
  ],
  [
    'a day of the next month that begins later',
    { after: notice, begins: { next: 'month' }, within: { next: 'month', day: 1 } },
    'two-units: Remove begins; for a term from the next month on write days or months in within',
  ],
  [
    'the next month without its kind of days',
    { after: notice, begins: { next: 'month' }, within: 15 },
    'open-choice: Write days: working-days or days: calendar-days',
  ],
  ['an unknown form', by({ form: 'extensio' }), 'unknown-form: Did you mean “extension”?'],
  ['an unknown day', by({ until: 'too' }), 'unknown-field: Did you mean “to”?'],
  ['what is no day', by({ until: 'number' }), 'not-a-date: Name a field of type date'],
  ['an unknown condition', by({ where: 'data.dne' }), 'condition: Use data.done'],
  ['an unknown number', by({ match: { event: 'number', entry: 'nmber' } }), 'unknown-field: Did you mean “number”?'],
  [
    'a number that is none',
    by({ match: { event: 'number', entry: 'done' } }),
    'cannot-match: Use a field such as a number of the document',
  ],
  [
    'days of no kind',
    { ...by({}), extended_by: { form: 'extension', at_most: 1, by: 5 } },
    'open-choice: Write days: working-days or days: calendar-days',
  ],
  [
    'an extension of what nobody asks for',
    {
      after: { start_of: 'subject' },
      within: { weeks: 1 },
      extended_by: { form: 'extension', at_most: 1, by: { weeks: 1 } },
    },
    'extends-nothing: Write after: { form: … }',
  ],
  [
    'a start in days of no kind',
    { after: notice, begins: 3, within: { weeks: 1 } },
    'open-choice: Write days: working-days or days: calendar-days',
  ],
  [
    'days beside months',
    { after: notice, begins: { months: 3 }, within: { weeks: 1 }, days: 'working-days' },
    'two-units: Remove days',
  ],
  [
    'a row that nothing interrupts',
    { after: { form: 'notice', nth: { only: 2, in: 'year', in_a_row: true } }, within: { weeks: 1 } },
    'in-a-row-of-all: Say in where which are meant (those that failed, say), so that others interrupt the row; or remove in_a_row',
  ],
  [
    'before what is no day',
    { before: { form: 'notice', date: 'number' }, within: { weeks: 1 } },
    'not-a-date: Name a field of type date',
  ],
  [
    'before an unknown form',
    { before: { form: 'notic', date: 'due' }, within: { weeks: 1 } },
    'unknown-form: Did you mean “notice”?',
  ],
])('%s is found', (_name, when, finding) => expect(found(when)).toEqual([finding]));

test('an event that could answer itself is warned of, unless conditions or answers keep them apart', () => {
  const again = (event: object, counts: object) =>
    found({ after: { form: 'notice', ...event }, within: 14, days: 'calendar-days' }, [{ form: 'notice', ...counts }]);
  const warned = [
    expect.stringMatching(/^answers-itself: Where another one is needed write answers: entry.date > event.on; /),
  ];
  expect(again({ where: '!data.done' }, {})).toEqual(warned);
  expect(again({ where: '!data.done' }, { where: 'data.number == "x"' })).toEqual(warned);
  expect(again({ where: 'data.number == "x"' }, { where: 'data.number == "x"' })).toEqual(warned);
  expect(again({ where: '!data.done' }, { where: 'data.done' })).toEqual([]);
  expect(again({ where: 'data.number == "x"' }, { where: 'data.number == "y"' })).toEqual([]);
  expect(again({ where: '!data.done' }, { answers: 'entry.date > event.on' })).toEqual([]);
  expect(again({}, { form: 'answer' })).toEqual([]);
});

test('a reason that could name the event but is not set against it is pointed out', () => {
  const after = { after: notice, within: 30, days: 'calendar-days' };
  const excused = (where: string) => found(after, undefined, { excuses: [{ reason: 'extension', where }] });
  expect(excused('data.done')).toEqual([
    'lifts-every: To lift only the one it names, add: data.number == event.number',
  ]);
  expect(excused('data.done && data.number == event.number')).toEqual([]);
  expect(excused('data.done && data.number == event.nmber').map((one) => one.split(':')[0])).toEqual(['condition']);
});
