import fc from 'fast-check';
import type { Fact } from '../../src/facts.ts';
import type { Obligation } from '../../src/schema/obligation.ts';
import { DAYS_OFF, dayOf, textOf, WORKING_WEEKENDS } from './days.ts';

const words = (text: string) => ({ 'zh-CN': text, en: text });
const maybe = <T>(key: string, of: fc.Arbitrary<T>): fc.Arbitrary<object> =>
  fc.option(of, { freq: 2 }).map((value) => (value === null ? {} : { [key]: value }));
const merged = (...all: fc.Arbitrary<object>[]): fc.Arbitrary<object> =>
  fc.tuple(...all).map((parts) => Object.assign({}, ...parts) as object);

const dayOff = maybe('day_off', fc.constantFrom('stays', 'next-working-day', 'previous-working-day', 'left-out'));
const months = maybe('only_months', fc.constantFrom([6], [5, 7, 8], [1, 2, 6, 7], [10, 11, 12, 6]));
const season = maybe(
  'season',
  fc.record({
    from: fc.constantFrom('05-25', '06-10', '11-01'),
    to: fc.constantFrom('06-28', '07-15', '06-03'),
    part: fc.constantFrom('whole', 'left-out'),
  }),
);

const every = fc.oneof(
  merged(
    fc
      .constantFrom(
        'day',
        'working-day',
        'ten-days',
        'half-month',
        { weeks: 2, from: '2026-01-05' },
        { weeks: 3, from: '2026-06-10' },
        { months: 2 },
        { months: 4 },
        { years: 2, from: 2025 },
        { years: 3, from: 2024 },
      )
      .map((one) => ({ every: one })),
    months,
    season,
    dayOff,
  ),
  merged(
    fc.constant({ every: 'week' }),
    maybe('by', fc.constantFrom({ weekday: 'monday' }, { weekday: 'friday' }, { weekday: 'sunday' })),
    months,
    season,
    dayOff,
  ),
  merged(
    fc.constant({ every: 'month' }),
    maybe('by', fc.constantFrom({ day: 5 }, { day: 20 }, { day: 31 })),
    months,
    season,
    dayOff,
  ),
  merged(
    fc.constantFrom('quarter', 'half-year', 'year').map((one) => ({ every: one })),
    maybe('by', fc.constantFrom({ month: 1, day: 31 }, { month: 3, day: 5 })),
    months,
    season,
    dayOff,
  ),
);

const window = maybe('window_days', fc.constantFrom(0, 1, 3, 9));

const when = fc.oneof(
  { arbitrary: every, weight: 5 },
  merged(
    fc.constantFrom([10, 25], [31], [1, 2, 30]).map((days) => ({ days_of_month: days })),
    window,
    months,
    dayOff,
  ),
  merged(
    fc.constantFrom(['06-19', '07-05'], ['06-30'], ['01-15', '07-01']).map((days) => ({ days_of_year: days })),
    window,
    dayOff,
  ),
  merged(
    fc.constantFrom(['monday'], ['friday', 'sunday'], ['wednesday']).map((days) => ({ weekdays: days })),
    maybe('nth', fc.constantFrom([1], [2, 'last'], [5])),
    window,
    months,
    dayOff,
  ),
  merged(
    fc.constantFrom('2026-06-10', '2026-06-20', '2026-07-05').map((by) => ({ once: { by } })),
    dayOff,
  ),
  fc.constantFrom(
    { before_end: { of: 'subject' }, within: 30, days: 'calendar-days' },
    { before_end: { of: 'subject' }, within: 8, days: 'working-days' },
  ),
);

const days = fc.constantFrom('working-days', 'calendar-days');
const rounding = fc.constantFrom('none', 'up', 'down', 'half-up', 'half-even', 'to-half-up', 'to-half-down');
const reduces = fc.constantFrom('pro-rata', 'only-if-whole-period');
const term = (least: number, most: number) =>
  fc.oneof(
    fc.record({ within: fc.integer({ min: least, max: most }), days }),
    fc.constantFrom({ within: { months: 1 } }, { within: { months: 2 } }),
  );

const excuse = fc.oneof(
  fc.record({
    leave: fc.constant('leave'),
    from: fc.constant('first_day'),
    to: fc.constant('last_day'),
    reduces,
    rounding,
  }),
  fc.record({ holidays: fc.constant(true), reduces, rounding }),
);

const counts = merged(
  fc.constant({ form: 'visit', worth: 'data.half ? 0.5 : 1' }),
  maybe('where', fc.constant("data.kind == 'study'")),
  maybe('confirmed', fc.constant(true)),
);

const shape = merged(
  when.map((one) => ({ when: one })),
  fc.constantFrom(1, 1, 2, 3, 4).map((at_least) => ({ amount: { at_least, unit: 'day' } })),
  counts.map((one) => ({ counts: [one] })),
  fc
    .oneof(
      fc.constantFrom({ owes: 'full' }, { owes: 'nothing' }),
      fc.record({ owes: fc.constant('pro-rata'), by: days, rounding }),
    )
    .map((one) => ({ part_period: one })),
  maybe('excuses', fc.array(excuse, { minLength: 1, maxLength: 3 })),
  maybe(
    'deadline',
    term(0, 5).map(({ within, ...rest }) => ({ grace: within, ...rest })),
  ),
  fc.oneof(fc.constant('never'), term(1, 20)).map((late) => ({ late })),
  term(0, 4).map((due_soon) => ({ due_soon })),
);

/** Entries of one day count one day together, where nothing is made up and one day may be enough. */
const capped = (one: object): object => {
  const {
    amount,
    late,
    counts: [first],
  } = one as Obligation;
  const may = late === 'never' && 'at_least' in amount && amount.at_least === 1;
  return may ? { ...one, counts: [{ ...first, per: { distinct: 'done_on' } }] } : one;
};

/** Duties of every rhythm, term and excuse; always the same ones. */
export const duties = (count: number, seed: number): Obligation[] =>
  fc.sample(shape, { numRuns: count, seed }).map((one, i) => {
    const duty = { id: `duty-${i}`, who: { postings: ['first-secretary'] }, ...(i % 3 === 0 ? one : capped(one)) };
    return JSON.parse(JSON.stringify(duty)) as Obligation;
  });

const day = fc.integer({ min: dayOf('2026-05-10'), max: dayOf('2026-07-20') });

export interface AnyVisit {
  readonly day: number;
  readonly delay: number;
  readonly kind: string | null;
  readonly half: boolean;
  readonly confirmedAfter: number | null;
  readonly rejected: boolean;
  readonly endedAfter: number | null;
}

export const visits: fc.Arbitrary<AnyVisit[]> = fc.array(
  fc.record({
    day,
    delay: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 25 })),
    kind: fc.constantFrom('study', 'study', 'study', 'other', null),
    half: fc.boolean(),
    confirmedAfter: fc.option(fc.integer({ min: 0, max: 8 })),
    rejected: fc.constantFrom(false, false, false, false, true),
    endedAfter: fc.option(fc.integer({ min: 0, max: 20 }), { freq: 1, nil: null }),
  }),
  { maxLength: 25 },
);

export const leaves = fc.array(
  fc.record({
    first: day,
    length: fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 20, max: 50 })),
    delay: fc.integer({ min: 0, max: 5 }),
  }),
  { maxLength: 3 },
);

export const subjectDays = fc.record({
  from: fc.constantFrom('2026-04-01', '2026-06-03', '2026-06-17').map(dayOf),
  to: fc.constantFrom(null, null, dayOf('2026-06-24'), dayOf('2026-07-02')),
});

export const asOfDays = fc.integer({ min: dayOf('2026-05-20'), max: dayOf('2026-08-10') });

const entry = (id: string, form: string, on: number, delay: number, data: Fact['data']): Fact => ({
  id,
  form,
  subject: { kind: 'posting', id: 'p' },
  date: textOf(on),
  data,
  recordedOn: textOf(on + delay),
  recordedAt: `${textOf(on + delay)}T08:00:00Z`,
  recordedBy: { account: 'a', name: 'a' },
});

export const visitFact = (visit: AnyVisit, i: number): Fact => {
  const recorded = visit.day + visit.delay;
  const outcome = visit.rejected ? ('rejected' as const) : ('confirmed' as const);
  return {
    ...entry(`v${String(i).padStart(3, '0')}`, 'visit', visit.day, visit.delay, {
      done_on: textOf(visit.day),
      kind: visit.kind,
      half: visit.half,
    }),
    ...(visit.confirmedAfter === null
      ? {}
      : { confirmation: { on: textOf(recorded + visit.confirmedAfter), by: 'v', outcome } }),
    ...(visit.endedAfter === null ? {} : { endedOn: textOf(recorded + visit.endedAfter) }),
  };
};

export const leaveFact = (
  { first, length, delay }: { first: number; length: number; delay: number },
  i: number,
): Fact => entry(`l${i}`, 'leave', first, delay, { first_day: textOf(first), last_day: textOf(first + length) });

const calendar = {
  year: 2026,
  days_off: DAYS_OFF.map((date) => ({ date, name: words('off') })),
  working_weekends: WORKING_WEEKENDS.map((date) => ({ date, name: words('work') })),
  festivals: [],
};

/** The pack around those duties. */
export const partsAround = (obligations: readonly Obligation[]) => ({
  kinds: {
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
  },
  calendars: [2024, 2025, 2026, 2027].map((year) =>
    year === 2026 ? calendar : { year, days_off: [], working_weekends: [], festivals: [] },
  ),
  forms: [
    {
      id: 'visit',
      subject: { posting: ['first-secretary'] },
      date: 'done_on',
      confirmation: 'village',
      fields: [
        { id: 'done_on', type: 'date' },
        { id: 'half', type: 'boolean' },
        { id: 'kind', type: 'choice', options: ['study', 'other'].map((id) => ({ id, title: words(id) })) },
      ],
    },
    {
      id: 'leave',
      subject: { posting: ['first-secretary'] },
      date: 'first_day',
      fields: [
        { id: 'first_day', type: 'date' },
        { id: 'last_day', type: 'date' },
      ],
    },
  ],
  obligations,
});
