import { type Fact, type Value, valueToJson, type World } from '@luoshi/engine';
import fc from 'fast-check';

/** Two towns of two villages each, in which anything of Xishui’s forms may have happened. */
export const YEAR = '2026';
export const COUNTY = '县';
export const VILLAGES: Readonly<Record<string, readonly string[]>> = { 甲镇: ['甲一', '甲二'], 乙镇: ['乙一', '乙二'] };
export const TOWNS = Object.keys(VILLAGES);
export const ALL = TOWNS.flatMap((town) => VILLAGES[town] ?? []);

export interface Entry {
  readonly form: string;
  readonly subject: string;
  readonly day: number;
  readonly fate: 'stands' | 'confirmed' | 'withdrawn' | 'rejected';
  readonly data: Fact['data'];
}
export interface Asked {
  readonly entries: readonly Entry[];
  readonly asOf: string;
}

const FIRST = Date.UTC(2025, 9, 1);
export const dayOf = (n: number): string => new Date(FIRST + n * 86_400_000).toISOString().slice(0, 10);
export const daysBefore = (day: string, n: number): string =>
  new Date(Date.parse(day) - n * 86_400_000).toISOString().slice(0, 10);

export const entry = (
  form: string,
  subjects: readonly string[],
  data: Record<string, fc.Arbitrary<string | number | boolean>>,
) =>
  fc.record({
    form: fc.constant(form),
    subject: fc.constantFrom(...subjects),
    day: fc.nat(456),
    fate: fc.constantFrom<Entry['fate']>('stands', 'stands', 'confirmed', 'confirmed', 'withdrawn', 'rejected'),
    data: fc.record(data),
  });
export const numbered = (letter: string, count: number) => fc.nat(count - 1).map((n) => `${letter}-${n}`);
export const money = fc.nat(9_999_99).map((fen) => fen / 100);

export function worldOf({ entries }: Asked): World {
  const organisation = (id: string, kind: string, parent: string | null) => ({
    id,
    kind,
    name: id,
    parent,
    from: '2000-01-01',
  });
  return {
    organisations: [
      organisation(COUNTY, 'county', null),
      ...TOWNS.map((town) => organisation(town, 'township', COUNTY)),
      ...TOWNS.flatMap((town) => (VILLAGES[town] ?? []).map((village) => organisation(village, 'village', town))),
    ],
    persons: [],
    postings: [],
    tenures: [],
    facts: entries.map(({ form, subject, day, fate, data }, n) => {
      const date = dayOf(day);
      return {
        id: `fact-${n}`,
        form,
        subject: { kind: 'organisation', id: subject },
        date,
        data,
        recordedOn: date,
        recordedAt: `${date}T08:00:00.${String(n).padStart(6, '0')}Z`,
        recordedBy: { account: 'a', name: '甲' },
        ...(fate === 'withdrawn' ? { endedOn: date, endedBy: { kind: 'withdrawn', reason: '误录' } as const } : {}),
        ...(fate === 'rejected' || fate === 'confirmed'
          ? { confirmation: { on: date, by: 'b', outcome: fate } as const }
          : {}),
      };
    }),
  };
}

/** Entries that stand, of a form, about a place or what lies under it, between two days. */
export const found = ({ entries, asOf }: Asked, form: string, place: string, from = '0000', to = asOf) => {
  const places = place === COUNTY ? [...TOWNS, ...ALL] : [place, ...(VILLAGES[place] ?? [])];
  return entries.filter(
    (one) =>
      one.form === form &&
      (one.fate === 'stands' || one.fate === 'confirmed') &&
      places.includes(one.subject) &&
      dayOf(one.day) >= from &&
      dayOf(one.day) <= (to < asOf ? to : asOf),
  );
};
export const inYear = (world: Asked, form: string, place: string) =>
  found(world, form, place, '2026-01-01', '2026-12-31');
export const fen = (entries: readonly Entry[], field: string): number =>
  entries.reduce((sum, { data }) => sum + Math.round(Number(data[field]) * 100), 0);
/** Different numbers of each place, added up: the same number in two places is two things. */
export const different = (entries: readonly Entry[], field: string): Set<string> =>
  new Set(entries.map(({ subject, data }) => `${subject} ${String(data[field])}`));
export const without = (all: ReadonlySet<string>, less: ReadonlySet<string>): number =>
  [...all].filter((one) => !less.has(one)).length;
export const part = (of: number, to: number): number | null => (to === 0 ? null : of / to);

export const figure = (value: Value | undefined): number | null | string => {
  if (value?.state === 'known') return Number(JSON.parse(JSON.stringify(valueToJson(value))).value);
  return value?.state === 'not-applicable' ? null : (value?.state ?? 'missing');
};
