import fc from 'fast-check';
import type { Fact, World } from '../src/index.ts';

/** An entry of village `v`, recorded on its own day. */
export const villageEntry = (form: string, date: string, data: Fact['data']): Omit<Fact, 'id'> => ({
  form,
  subject: { kind: 'organisation', id: 'v' },
  date,
  data: { on: date, ...data },
  recordedOn: date,
  recordedAt: `${date}T08:00:00Z`,
  recordedBy: { account: 'a', name: 'a' },
});

/** Up to 25 entries, numbered. */
export const villageEntries = (entry: fc.Arbitrary<Omit<Fact, 'id'>>): fc.Arbitrary<Fact[]> =>
  fc.array(entry, { maxLength: 25 }).map((all) => all.map((one, i) => ({ ...one, id: `f${i}` })));

/** The world of that one village. */
export const villageWorld = (facts: readonly Fact[]): World => ({
  organisations: [{ id: 'v', kind: 'village', name: 'v', parent: null, from: '2000-01-01' }],
  persons: [],
  postings: [],
  tenures: [],
  facts,
});
