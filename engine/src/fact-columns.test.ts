import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NEVER, toDay } from './day.ts';
import type { Fact, SubjectRef } from './facts.ts';
import { indexOf } from './world-index.ts';

const indexed = (facts: readonly Fact[]) =>
  indexOf({ organisations: [], persons: [], postings: [], tenures: [], facts });
const columnsOf = (facts: readonly Fact[]) => indexed(facts).columns('f');

const day = fc.constantFrom('2026-01-01', '2026-01-02', '2026-01-03', '2026-02-01');
const subject: fc.Arbitrary<SubjectRef> = fc.record({
  kind: fc.constantFrom('organisation', 'person', 'posting'),
  id: fc.constantFrom('a', 'b', 'c'),
});
const entry = fc
  .record({
    subject,
    date: day,
    recordedOn: day,
    clock: fc.constantFrom('08', '09'),
    endedOn: fc.option(day, { freq: 4 }),
    confirmation: fc.option(
      fc.record({ on: day, outcome: fc.constantFrom('confirmed' as const, 'rejected' as const) }),
      {
        freq: 3,
      },
    ),
  })
  .map(
    ({ clock, endedOn, confirmation, ...one }): Omit<Fact, 'id'> => ({
      ...one,
      form: 'f',
      data: {},
      recordedAt: `${one.recordedOn}T${clock}:00:00Z`,
      recordedBy: { account: 'a', name: 'a' },
      ...(endedOn === null ? {} : { endedOn }),
      ...(confirmation === null ? {} : { confirmation: { ...confirmation, by: 'b' } }),
    }),
  );
const KINDS = ['organisation', 'person', 'posting'] as const;
const SUBJECTS = KINDS.flatMap((kind) => ['a', 'b', 'c', 'nobody'].map((id): SubjectRef => ({ kind, id })));
const inTime = (a: Fact, b: Fact): number => {
  const [one, other] = [a, b].map(({ date, recordedAt, id }) => `${date} ${recordedAt} ${id}`) as [string, string];
  return one < other ? -1 : 1;
};

/** Few entries are moved into place one by one, many are sorted. */
const sizes = fc.constantFrom({ maxLength: 12 }, { minLength: 60, maxLength: 130 });
const given = sizes
  .chain((size) => fc.array(entry, size))
  .map((all) => all.map((one, i): Fact => ({ ...one, id: `f${String((i * 7) % 100).padStart(3, '0')}${i}` })));
/** As a database gives them: each subject’s together, oldest first. */
const ordered = given.map((all) =>
  SUBJECTS.flatMap(({ kind, id }) =>
    all.filter((one) => one.subject.kind === kind && one.subject.id === id).toSorted(inTime),
  ),
);

it.each([
  ['as they come', given],
  ['as a database gives them', ordered],
  ['backwards', ordered.map((all) => all.toReversed())],
  ['of organisations alone', given.map((all) => all.filter((one) => one.subject.kind === 'organisation'))],
])('entries %s: each subject has its own, oldest first, with all their days', (_, entries) => {
  fc.assert(
    fc.property(entries, (all) => {
      const columns = columnsOf(all);
      expect(columns.facts.toSorted(inTime)).toEqual(all.toSorted(inTime));
      for (const { kind, id } of SUBJECTS) {
        const rows = columns.rowsOf(kind, id);
        const own = all.filter((one) => one.subject.kind === kind && one.subject.id === id).toSorted(inTime);
        expect(rows ? columns.facts.slice(rows.start, rows.end) : []).toEqual(own);
        expect(rows === undefined).toBe(own.length === 0);
      }
      columns.facts.forEach(({ date, recordedOn, endedOn, confirmation }, row) => {
        expect(columns.date[row]).toBe(toDay(date));
        expect(columns.recorded[row]).toBe(toDay(recordedOn));
        expect(columns.ended[row]).toBe(endedOn === undefined ? NEVER : toDay(endedOn));
        const on = confirmation ? toDay(confirmation.on) : NEVER;
        expect(columns.confirmed[row]).toBe(confirmation?.outcome === 'confirmed' ? on : NEVER);
        expect(columns.rejected[row]).toBe(confirmation?.outcome === 'rejected' ? on : NEVER);
      });
      const kinds = columns.facts.map(({ subject: one }) => KINDS.indexOf(one.kind));
      if (all.length > 0) expect(kinds).toEqual(kinds.toSorted());
    }),
  );
});

it('a column of what few entries have is never shared with entries that have it', () => {
  const fact = (id: string, more: Partial<Fact>): Fact => ({
    id,
    form: 'f',
    subject: { kind: 'person', id: 'a' },
    date: '2026-01-01',
    data: {},
    recordedOn: '2026-01-01',
    recordedAt: '2026-01-01T08:00:00Z',
    recordedBy: { account: 'a', name: 'a' },
    ...more,
  });
  const plain = columnsOf([fact('a', {}), fact('b', {}), fact('c', {})]);
  const ended = columnsOf([fact('a', { endedOn: '2026-01-05' })]);
  expect([...plain.ended]).toEqual([NEVER, NEVER, NEVER]);
  expect([...ended.ended]).toEqual([toDay('2026-01-05')]);
  expect([...columnsOf([fact('a', {})]).rejected]).toEqual([NEVER]);
});

it('forms read together keep apart, and their groups hold the rows of each subject', () => {
  fc.assert(
    fc.property(given, fc.array(fc.boolean(), { minLength: 130, maxLength: 130 }), (all, others) => {
      const facts = all.map((one, i) => (others[i] ? { ...one, form: 'g' } : one));
      const index = indexed(facts);
      for (const form of ['f', 'g', 'never-entered']) {
        const { facts: own, groups, rowsOf } = index.columns(form);
        expect(own.toSorted(inTime)).toEqual(facts.filter((one) => one.form === form).toSorted(inTime));
        let counted = 0;
        for (const { kind, id } of SUBJECTS) {
          const rows = rowsOf(kind, id);
          const group = groups.subject.indexOf(index.subjectNumbers().find(kind, id) ?? -1);
          expect(group < 0).toBe(rows === undefined);
          if (!rows) continue;
          expect([groups.start[group], groups.start[group + 1]]).toEqual([rows.start, rows.end]);
          counted += rows.end - rows.start;
        }
        expect(counted).toBe(own.length);
      }
    }),
  );
});
