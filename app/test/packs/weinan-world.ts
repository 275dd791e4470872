import type { Fact, FieldValue, Organisation, World } from '@luoshi/engine';
import fc from 'fast-check';

/** What a village of the random city did in the year. */
export interface RandomVillage {
  readonly heads: readonly boolean[] | null;
  readonly recheck: number | null;
  readonly base: { readonly has: boolean; readonly confirmed: boolean } | null;
  readonly acceptance: { readonly newBuild: boolean; readonly passed: boolean; readonly inUse: boolean } | null;
  readonly paid: number;
  /** Money of city and county that has not arrived; null where nobody recorded it. */
  readonly missing: number | null;
  readonly asked: readonly number[];
  readonly answered: readonly number[];
}

export interface RandomTownship {
  readonly villages: readonly RandomVillage[];
  /** Marks of the panel; null without a nomination. */
  readonly marks: number | null;
  readonly blockedUntil: string | null;
}

const numbers = fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 5 });
const mostly = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null, freq: 8 });

const village: fc.Arbitrary<RandomVillage> = fc.record({
  heads: mostly(fc.array(fc.boolean(), { minLength: 6, maxLength: 6 })),
  recheck: fc.option(fc.integer({ min: 0, max: 6 }), { nil: null }),
  base: mostly(fc.record({ has: fc.boolean(), confirmed: fc.boolean() })),
  acceptance: fc.option(fc.record({ newBuild: fc.boolean(), passed: fc.boolean(), inUse: fc.boolean() }), {
    nil: null,
  }),
  paid: fc.constantFrom(0, 5000, 20000, 25000),
  missing: fc.constantFrom(0, 0, 0, 40000, null),
  asked: numbers,
  answered: numbers,
});

const township: fc.Arbitrary<RandomTownship> = fc.record({
  villages: fc.array(village, { minLength: 1, maxLength: 3 }),
  marks: fc.option(fc.integer({ min: 80, max: 88 }), { nil: null, freq: 12 }),
  blockedUntil: fc.oneof(
    { weight: 9, arbitrary: fc.constant(null) },
    { weight: 2, arbitrary: fc.constantFrom('2026-12-30', '2026-12-31', '2027-06-30') },
  ),
});

/** A county of 10 to 18 townships: often more than there are honours. */
export const townships = fc.array(township, { minLength: 10, maxLength: 18 });

export const COUNTY = 'county';
export const townshipId = (t: number) => `t${t}`;
export const villageId = (t: number, v: number) => `t${t}v${v}`;

const HEADS = ['organisation', 'team', 'carrier', 'rules', 'premises', 'service'];

/** The random county as the engine is given it, as at 31 December 2026. */
export function worldOf(all: readonly RandomTownship[]): World {
  const facts: Fact[] = [];
  const add = (form: string, id: string, date: string, data: Readonly<Record<string, FieldValue>>, confirmed = true) =>
    facts.push(entry(`f${facts.length}`, form, id, date, data, confirmed));
  all.forEach(({ villages, marks, blockedUntil }, t) => {
    if (marks !== null)
      add('award-nomination', townshipId(t), '2026-12-01', { award: 'best_township', review_score: marks });
    if (blockedUntil !== null)
      add('honour-block', townshipId(t), '2026-03-01', { block_until: blockedUntil, heard: true, own_duty: true });
    villages.forEach((one, v) => addVillage(one, villageId(t, v), add));
  });
  return { organisations: organisationsOf(all), persons: [], postings: [], tenures: [], facts };
}

type Add = (form: string, id: string, date: string, data: Readonly<Record<string, FieldValue>>, yes?: boolean) => void;

function addVillage(one: RandomVillage, id: string, add: Add) {
  const { heads, recheck, base, acceptance, paid, missing, asked, answered } = one;
  if (heads)
    add('branch-check', id, '2026-11-01', Object.fromEntries(HEADS.map((head, i) => [head, heads[i] === true])));
  if (recheck !== null) add('branch-recheck', id, '2026-12-10', { heads_found: recheck });
  if (base) add('premises-base', id, '2026-10-01', { has_premises: base.has, verified: true }, base.confirmed);
  if (acceptance)
    add('premises-acceptance', id, '2026-12-15', {
      work: acceptance.newBuild ? 'new_build' : 'rebuilt',
      passed: acceptance.passed,
      in_use: acceptance.inUse,
    });
  if (missing !== null)
    add('premises-funds', id, '2026-11-30', { public_promised: 60000, public_arrived: 60000 - missing });
  if (paid > 0) add('subsidy-payment', id, '2026-12-20', { subsidy_paid: paid });
  for (const number of asked) add('suggestion', id, '2026-09-01', { number: `N-${number}` });
  for (const number of answered) add('suggestion-answer', id, '2026-09-20', { answers: `N-${number}` });
}

function organisationsOf(all: readonly RandomTownship[]): Organisation[] {
  const organisation = (id: string, kind: string, parent: string | null): Organisation => ({
    id,
    kind,
    parent,
    name: id,
    from: '2000-01-01',
  });
  return [
    organisation(COUNTY, 'county', null),
    ...all.flatMap(({ villages }, t) => [
      organisation(townshipId(t), 'township', COUNTY),
      ...villages.map((_, v) => organisation(villageId(t, v), 'village', townshipId(t))),
    ]),
  ];
}

const entry = (
  id: string,
  form: string,
  about: string,
  date: string,
  data: Readonly<Record<string, FieldValue>>,
  confirmed: boolean,
): Fact => ({
  id,
  form,
  subject: { kind: 'organisation', id: about },
  date,
  data,
  recordedOn: date,
  recordedAt: `${date}T08:00:00Z`,
  recordedBy: { account: 'a', name: '记录人' },
  ...(confirmed ? { confirmation: { on: date, by: 'b', outcome: 'confirmed' as const } } : {}),
});
