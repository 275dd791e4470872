import type { Fact, FieldValue, Organisation, World } from '@luoshi/engine';
import fc from 'fast-check';

interface Month {
  /** Those present of ten at the committee meeting; null when none was held. */
  readonly committee: number | null;
  readonly recordedAfter: number;
  readonly themeDay: boolean;
}

interface Quarter {
  /** Members present of thirty; 0 when no meeting was held. */
  readonly present: number;
  readonly affairs: boolean;
  readonly finance: boolean;
  readonly representatives: number;
  readonly activities: number;
}

interface Problem {
  readonly what: string;
  readonly solved: boolean;
  readonly confirmed: boolean;
}

/** What one village did in 2026. */
export interface Village {
  readonly months: readonly Month[];
  readonly quarters: readonly Quarter[];
  readonly problems: readonly Problem[];
}

/** A task of the dispatch, for one of two towns. */
export interface TaskFact {
  readonly unit: string;
  readonly due_on: string;
  readonly accepted_on: string | null;
  readonly quality: 'good' | 'sufficient' | 'insufficient';
}

/** 38 days later is caught up, 60 days later is beyond the time for catching up. */
const month: fc.Arbitrary<Month> = fc
  .record({
    held: fc.option(fc.integer({ min: 1, max: 10 })),
    recordedAfter: fc.constantFrom(0, 0, 38, 60),
    themeDay: fc.boolean(),
  })
  .map(({ held, recordedAfter, themeDay }) => ({ committee: held, recordedAfter, themeDay }));

const quarter = fc.record({
  present: fc.integer({ min: 0, max: 30 }),
  affairs: fc.boolean(),
  finance: fc.boolean(),
  representatives: fc.integer({ min: 0, max: 30 }),
  activities: fc.integer({ min: 0, max: 3 }),
});

const year = <T>(each: fc.Arbitrary<T>, length: number) => fc.array(each, { minLength: length, maxLength: length });

/** Activities never lift a quarter beyond three, so that nothing is to spare for an earlier one. */
const village: fc.Arbitrary<Village> = fc
  .record({
    months: year(month, 12),
    quarters: year(quarter, 4),
    problems: fc.array(
      fc.record({ what: fc.constantFrom('饮水', '道路', '网络'), solved: fc.boolean(), confirmed: fc.boolean() }),
      { maxLength: 5 },
    ),
  })
  .map(({ months, quarters, problems }) => ({
    months,
    quarters: quarters.map((one, q) => {
      const themeDays = months.slice(q * 3, q * 3 + 3).filter(({ themeDay }) => themeDay).length;
      return { ...one, activities: Math.min(one.activities, 3 - themeDays) };
    }),
    problems,
  }));

export const villages = fc.array(village, { minLength: 1, maxLength: 4 });

const day = fc.integer({ min: 0, max: 150 }).map((n) => plusDays('2026-06-01', n));
export const tasks: fc.Arbitrary<readonly TaskFact[]> = fc.array(
  fc.record({
    unit: fc.constantFrom('t0', 't1'),
    due_on: day,
    accepted_on: fc.option(day),
    quality: fc.constantFrom('good', 'sufficient', 'insufficient'),
  }),
  { maxLength: 12 },
);

/** A contract item looked at in the second or the third quarter, for one of two towns. */
export interface Review {
  readonly unit: string;
  readonly date: '2026-06-10' | '2026-09-10';
  readonly item: string;
  readonly class: 'finished' | 'not_in_place' | 'can_be_better' | 'can_show_effect';
}

export const reviews: fc.Arbitrary<readonly Review[]> = fc.array(
  fc.record({
    unit: fc.constantFrom('t0', 't1'),
    date: fc.constantFrom('2026-06-10', '2026-09-10'),
    item: fc.constantFrom('1', '2', '3', '4'),
    class: fc.constantFrom('finished', 'not_in_place', 'can_be_better', 'can_show_effect'),
  }),
  { maxLength: 14 },
);

export function organisationsOf(all: readonly Village[]): Organisation[] {
  const made = (id: string, kind: string, parent: string | null): Organisation => ({
    id,
    kind,
    name: id,
    parent,
    from: '2000-01-01',
  });
  return [
    made('banner', 'county', null),
    made('t0', 'township', 'banner'),
    made('t1', 'township', 'banner'),
    ...all.map((_, i) => made(`v${i}`, 'village', `t${i % 2}`)),
  ];
}

type Draft = Pick<Fact, 'form' | 'date' | 'data'> & { readonly recordedOn?: string; readonly confirmed?: boolean };

/** The banner with two towns, each with a contract of four items, and what was recorded about them. */
export function worldOf(all: readonly Village[], given: readonly TaskFact[], looked: readonly Review[] = []): World {
  const facts = [
    ...all.flatMap((one, i) => draftsOf(one).map((draft) => ({ ...draft, subject: `v${i}` }))),
    ...given.map((task) => ({ ...taskDraft(task), subject: task.unit })),
    ...['t0', 't1'].map((subject) => ({
      form: 'responsibility-contract',
      date: '2026-02-01',
      data: { items: 4 },
      subject,
    })),
    ...looked.map(({ unit, date, ...data }) => ({ form: 'contract-item-review', date, data, subject: unit })),
  ].map((draft, i) => factOf(draft, i));
  return { organisations: organisationsOf(all), persons: [], postings: [], tenures: [], facts };
}

function factOf(
  { subject, form, date, data, recordedOn = date, confirmed }: Draft & { subject: string },
  i: number,
): Fact {
  return {
    id: `f${i}`,
    form,
    subject: { kind: 'organisation', id: subject },
    date,
    data,
    recordedOn,
    recordedAt: `${recordedOn}T08:00:00.${String(i).padStart(6, '0')}Z`,
    recordedBy: { account: 'a', name: '示例' },
    ...(confirmed ? { confirmation: { on: recordedOn, by: '示例村', outcome: 'confirmed' } } : {}),
  };
}

const taskDraft = ({ due_on, accepted_on, quality }: TaskFact): Draft => {
  const accepted = accepted_on === null ? {} : { accepted_on, quality };
  return {
    form: 'dispatch-task',
    date: due_on,
    recordedOn: '2026-06-01',
    data: { due_on, speed: 'quick', ...accepted },
  };
};

function draftsOf({ months, quarters, problems }: Village): Draft[] {
  return [
    ...months.flatMap((one, m) => ofMonth(one, String(m + 1).padStart(2, '0'))),
    ...quarters.flatMap((one, q) => ofQuarter(one, String(q * 3 + 3).padStart(2, '0'))),
    ...problems.map(({ what, solved, confirmed }): Draft => {
      const data: Record<string, FieldValue> = { what, ...(solved ? { solved_on: '2026-08-01' } : {}) };
      return { form: 'outreach-problem', date: '2026-05-01', data, confirmed };
    }),
  ];
}

function ofMonth({ committee, recordedAfter, themeDay }: Month, mm: string): Draft[] {
  const date = `2026-${mm}-10`;
  const meeting = { kind: 'branch_committee', expected: 10, attended: committee };
  return [
    ...(committee === null
      ? []
      : [{ form: 'meeting', date, recordedOn: plusDays(date, recordedAfter), data: meeting }]),
    ...(themeDay ? [{ form: 'theme-party-day', date, data: { participants: 9 } }] : []),
  ];
}

function ofQuarter({ present, affairs, finance, representatives, activities }: Quarter, mm: string): Draft[] {
  const date = `2026-${mm}-20`;
  const members = { kind: 'members_meeting', expected: 30, attended: present };
  return [
    ...(present === 0 ? [] : [{ form: 'meeting', date, data: members }]),
    ...(affairs ? [{ form: 'village-affairs-disclosure', date, data: {} }] : []),
    { form: 'finance-disclosure', date, data: { reviewed: finance } },
    { form: 'villager-representatives-meeting', date, data: { representatives: 30, present: representatives } },
    ...Array.from({ length: activities }, () => ({ form: 'premises-activity', date, data: { participants: 30 } })),
  ];
}

function plusDays(from: string, days: number): string {
  const moment = new Date(`${from}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}
