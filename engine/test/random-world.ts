import fc from 'fast-check';
import { fromDay, toDay } from '../src/day.ts';
import { examplePackFiles } from '../src/example-pack.ts';
import type { Fact, World } from '../src/facts.ts';
import { compile, loadPack, type Policy } from '../src/index.ts';

const duty = (id: string, more: object) => ({
  id,
  title: { 'zh-CN': id, en: id },
  who: { postings: ['first-secretary'] },
  when: { every: 'week' },
  amount: { at_least: 2, unit: 'day' },
  counts: [
    { form: 'visit', where: "data.kind == 'study'", worth: 'data.half ? 0.5 : 1', per: { distinct: 'done_on' } },
  ],
  part_period: { owes: 'pro-rata', by: 'working-days', rounding: 'to-half-down' },
  deadline: { grace: 2, days: 'working-days' },
  late: 'never',
  due_soon: { within: 2, days: 'calendar-days' },
  ...more,
});

const LEAVE = [
  { holidays: true, reduces: 'pro-rata', rounding: 'to-half-down' },
  { leave: 'leave', from: 'first_day', to: 'last_day', reduces: 'pro-rata', rounding: 'up' },
];
const LATE = { within: 6, days: 'calendar-days' };
const words = (text: string) => ({ 'zh-CN': text, en: text });

const KINDS = {
  organisations: [{ id: 'village', title: words('village'), level: 5, parents: [] }],
  postings: [
    {
      id: 'first-secretary',
      title: words('first secretary'),
      to: ['village'],
      sent_by: [],
      levels: [{ id: 'county', title: words('county') }],
    },
  ],
  units: [{ id: 'day', title: words('days') }],
};

const CALENDARS = [
  {
    year: 2026,
    days_off: [{ date: '2026-06-19', name: words('Dragon Boat') }],
    working_weekends: [{ date: '2026-06-14', name: words('work') }],
    festivals: [{ id: 'dragon-boat', date: '2026-06-19', name: words('Dragon Boat') }],
  },
];

const FORMS = [
  {
    id: 'visit',
    subject: { posting: ['first-secretary'] },
    date: 'done_on',
    confirmation: 'village',
    fields: [
      { id: 'done_on', type: 'date' },
      { id: 'half', type: 'boolean' },
      {
        id: 'kind',
        type: 'choice',
        options: [
          { id: 'study', title: words('study') },
          { id: 'other', title: words('other') },
        ],
      },
    ],
  },
  {
    id: 'leave',
    subject: { posting: ['first-secretary'] },
    date: 'first_day',
    fields: [
      { id: 'first_day', type: 'date' },
      { id: 'last_day', type: 'date' },
      { id: 'stands_for', type: 'text' },
    ],
  },
  {
    id: 'village-note',
    subject: { organisation: ['village'] },
    date: 'done_on',
    fields: [{ id: 'done_on', type: 'date' }],
  },
];

const DUTIES = [
  duty('weekly', { excuses: LEAVE }),
  duty('weekly-late', { late: LATE, excuses: LEAVE }),
  duty('confirmed', { counts: [{ form: 'visit', confirmed: true }], late: LATE }),
  duty('share', { amount: { share: '1/3', of: 'working-days', rounding: 'none', unit: 'day' }, excuses: LEAVE }),
  duty('monthly', {
    when: { every: 'month' },
    amount: { at_least: 1, unit: 'day' },
    late: LATE,
    part_period: { owes: 'nothing' },
  }),
  duty('ten-days', { when: { every: 'ten-days', season: { from: '06-05', to: '07-20', part: 'whole' } }, late: LATE }),
  duty('by-the-20th', {
    when: { every: 'month', by: { day: 20 }, day_off: 'next-working-day' },
    amount: { at_least: 1, unit: 'day' },
    late: LATE,
  }),
  duty('fridays', { when: { weekdays: ['friday'], window_days: 3, day_off: 'previous-working-day' }, late: LATE }),
  duty('festival', { when: { festivals: ['dragon-boat'], window_days: 9 }, part_period: { owes: 'full' } }),
  duty('after', {
    when: { after: { form: 'leave' }, within: 4, days: 'working-days' },
    amount: { at_least: 1, unit: 'day' },
  }),
  duty('after-late', {
    when: { after: { form: 'leave' }, within: 4, days: 'working-days' },
    amount: { at_least: 1, unit: 'day' },
    late: LATE,
  }),
  duty('until', {
    when: { after: { form: 'leave' }, until: { field: 'last_day' } },
    amount: { at_least: 1, unit: 'day' },
    late: LATE,
  }),
  duty('matched', {
    when: { after: { form: 'leave', match: { event: 'stands_for', entry: 'kind' } }, within: 6, days: 'calendar-days' },
    amount: { at_least: 1, unit: 'day' },
    counts: [{ form: 'visit' }],
    late: LATE,
  }),
  duty('before', {
    when: { before: { form: 'leave', date: 'last_day' }, within: 5, days: 'working-days' },
    amount: { at_least: 1, unit: 'day' },
    late: LATE,
  }),
  duty('begins', {
    when: { after: { form: 'leave' }, begins: { weeks: 1 }, within: 4, days: 'working-days' },
    amount: { at_least: 1, unit: 'day' },
    late: LATE,
  }),
  duty('extended', {
    when: {
      after: { form: 'leave' },
      within: 3,
      days: 'calendar-days',
      extended_by: { form: 'leave', where: "data.stands_for == 'study'", by: { days: 4 }, at_most: 2 },
    },
    amount: { at_least: 1, unit: 'day' },
  }),
  duty('two-forms', {
    counts: [{ form: 'visit' }, { form: 'village-note', from_subject: 'organisation', worth: '0.5' }],
    late: LATE,
  }),
  duty('village', {
    who: { organisations: ['village'] },
    counts: [{ form: 'visit', from_subject: 'postings-here' }],
    when: { every: 'month' },
  }),
];

/** Limits: one more entry makes them worse, never better. */
const LIMITS = [
  duty('limit-monthly', { when: { every: 'month' }, amount: { at_most: 3, unit: 'day' } }),
  duty('limit-share', { amount: { at_most_share: '1/3', of: 'working-days', rounding: 'none', unit: 'day' } }),
  duty('limit-after', {
    when: { after: { form: 'leave' }, within: 12, days: 'calendar-days' },
    amount: { at_most: 1, unit: 'day' },
    part_period: { owes: 'full' },
  }),
  duty('limit-state', {
    amount: { at_most: 1, unit: 'day' },
    counts: [{ form: 'visit', carries: true }],
  }),
].map(({ deadline: _, ...one }: { readonly deadline?: object }) => ({ ...one, due_soon: { left: 1 } }));

/** Duties of every shape, for laws that must hold whatever the pack says. */
export function lawPolicy(): Policy {
  const parts = { kinds: KINDS, calendars: CALENDARS, forms: FORMS, obligations: [...DUTIES, ...LIMITS] };
  const { pack, problems } = loadPack(examplePackFiles(parts));
  if (!pack) throw new Error(JSON.stringify(problems));
  return compile([pack]);
}

const FIRST = toDay('2026-05-20');
export const dayText = (min = 0, max = 60): fc.Arbitrary<string> =>
  fc.integer({ min, max }).map((offset) => fromDay(FIRST + offset));

const after = (date: string, days: number): string => fromDay(toDay(date) + days);

export const visit = fc
  .record({
    date: dayText(),
    delay: fc.integer({ min: 0, max: 9 }),
    data: fc.record({ kind: fc.constantFrom('study', 'other', null), half: fc.boolean() }),
    confirmedAfter: fc.option(fc.integer({ min: 0, max: 8 })),
    outcome: fc.constantFrom('confirmed' as const, 'confirmed' as const, 'rejected' as const),
    endedAfter: fc.option(fc.integer({ min: 0, max: 20 }), { freq: 5 }),
    posting: fc.constantFrom('p1', 'p2', 'p3'),
    form: fc.constantFrom('visit', 'visit', 'visit', 'village-note'),
  })
  .map(({ date, delay, data, confirmedAfter, outcome, endedAfter, posting, form }): Omit<Fact, 'id'> => {
    const recordedOn = after(date, delay);
    return {
      form,
      subject:
        form === 'visit'
          ? { kind: 'posting', id: posting }
          : { kind: 'organisation', id: posting === 'p3' ? 'v2' : 'v1' },
      date,
      data: form === 'visit' ? data : {},
      recordedOn,
      recordedAt: `${recordedOn}T08:00:00Z`,
      recordedBy: { account: 'a', name: 'a' },
      ...(confirmedAfter === null ? {} : { confirmation: { on: after(recordedOn, confirmedAfter), by: 'v', outcome } }),
      ...(endedAfter === null ? {} : { endedOn: after(recordedOn, endedAfter) }),
    };
  });

export const leave = fc
  .record({
    from: dayText(),
    length: fc.integer({ min: 0, max: 12 }),
    delay: fc.integer({ min: 0, max: 3 }),
    standsFor: fc.constantFrom('study', 'other', null),
    posting: fc.constantFrom('p1', 'p2', 'p3'),
  })
  .map(({ from, length, delay, standsFor, posting }): Omit<Fact, 'id'> => {
    const recordedOn = after(from, delay);
    return {
      form: 'leave',
      subject: { kind: 'posting', id: posting },
      date: from,
      data: { first_day: from, last_day: after(from, length), stands_for: standsFor },
      recordedOn,
      recordedAt: `${recordedOn}T09:00:00Z`,
      recordedBy: { account: 'a', name: 'a' },
    };
  });

export const numbered = (facts: readonly Omit<Fact, 'id'>[]): Fact[] =>
  facts.map((fact, i) => ({ ...fact, id: `f${i}` }));

export const worldOf = (facts: readonly Fact[]): World => ({
  organisations: ['v1', 'v2'].map((id) => ({ id, kind: 'village', name: id, parent: null, from: '2000-01-01' })),
  persons: [],
  postings: [
    { id: 'p1', from: '2026-01-01', organisation: 'v1' },
    { id: 'p2', from: '2026-06-03', to: '2026-07-02', organisation: 'v1' },
    { id: 'p3', from: '2026-06-17', organisation: 'v2' },
  ].map((posting) => ({
    ...posting,
    kind: 'first-secretary',
    person: `m-${posting.id}`,
    sendingOrganisation: 'u',
    level: 'county',
  })),
  tenures: [],
  facts,
});

export const anyWorld: fc.Arbitrary<World> = fc
  .tuple(fc.array(visit, { maxLength: 60 }), fc.array(leave, { maxLength: 5 }))
  .map(([visits, leaves]) => worldOf(numbered([...visits, ...leaves])));
