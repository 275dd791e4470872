import type { Fact, FieldValue, Organisation, World } from '@luoshi/engine';
import fc from 'fast-check';

/** One township as the text of the source sees it; marks in whole points. */
export interface Township {
  readonly halfYear: readonly number[];
  readonly yearEnd: number;
  readonly villages: readonly number[];
  /** Papers of each group: leaders, departments, village secretaries, delegates. */
  readonly papers: readonly (readonly number[])[];
  readonly ballot: Ballot | null;
  readonly notices: readonly { readonly matter: number; readonly withdrawn: boolean; readonly lapsed: boolean }[];
  readonly lateCorrections: number;
  readonly vacancy: { readonly days: number; readonly open: boolean } | null;
  readonly reported: boolean;
}

export interface Ballot {
  readonly votes: readonly [good: number, fair: number, average: number, poor: number];
  readonly blank: number;
  readonly absent: number;
}

export const GROUPS = ['leader', 'department', 'village', 'delegate'] as const;

const marks = fc.integer({ min: 40, max: 100 });
const papers = fc.array(marks, { maxLength: 5 });
const votes = fc.integer({ min: 0, max: 12 });

export const township: fc.Arbitrary<Township> = fc.record({
  halfYear: fc.array(marks, { minLength: 1, maxLength: 2 }),
  yearEnd: marks,
  villages: fc.array(fc.integer({ min: 8, max: 20 }), { minLength: 1, maxLength: 4 }),
  papers: fc.tuple(fc.array(marks, { minLength: 1, maxLength: 5 }), papers, papers, papers),
  ballot: fc.option(
    fc.record({ votes: fc.tuple(votes, votes, votes, votes), blank: votes, absent: fc.integer({ min: 0, max: 15 }) }),
  ),
  notices: fc.array(
    fc.record({ matter: fc.integer({ min: 1, max: 4 }), withdrawn: fc.boolean(), lapsed: fc.boolean() }),
    { maxLength: 5 },
  ),
  lateCorrections: fc.integer({ min: 0, max: 6 }),
  vacancy: fc.option(fc.record({ days: fc.integer({ min: 60, max: 120 }), open: fc.boolean() })),
  reported: fc.boolean(),
});

type Data = Readonly<Record<string, FieldValue>>;

/** The same townships as records. */
export function worldOf(townships: readonly Township[]): World {
  let n = 0;
  const fact = (form: string, id: string, date: string, data: Data, kind: 'organisation' | 'person'): Fact => ({
    id: `f${n++}`,
    form,
    subject: { kind, id },
    date,
    data,
    recordedOn: date,
    recordedAt: `${date}T08:00:00Z`,
    recordedBy: { account: 'a', name: '记录人' },
  });
  const about = (form: string, id: string, date: string, data: Data): Fact =>
    fact(form, id, date, data, 'organisation');
  return {
    organisations: [organisation('d', 'county', null), ...townships.flatMap(organisationsOf)],
    persons: townships.map((_, i) => ({ id: `p${i}`, name: `书记${i}` })),
    postings: [],
    tenures: townships.map((_, i) => ({
      id: `h${i}`,
      post: 'township-secretary',
      organisation: `t${i}`,
      person: `p${i}`,
      from: '2020-01-01',
    })),
    facts: townships.flatMap((one, i) => [
      ...roundsOf(one).map(([date, round, value]) =>
        about('inspection-round', `t${i}`, date, { round, announced: true, marks: value, findings: 0 }),
      ),
      ...one.villages.map((part, v) => about('grading-check', `v${i}-${v}`, '2026-11-20', grading(part))),
      ...one.papers.flatMap((list, g) =>
        list.map((value, r) =>
          about('review-paper', `t${i}`, '2026-12-15', {
            rater_group: GROUPS[g] ?? null,
            rater: `R${g}${r}`,
            marks: value,
          }),
        ),
      ),
      ...(one.ballot ? [about('review-ballot', `t${i}`, '2026-12-16', ballotData(one.ballot))] : []),
      ...one.notices.map(({ matter, withdrawn, lapsed }, k) =>
        about('criticism-notice', `t${i}`, `2026-03-${String(10 + k)}`, {
          matter: `N${matter}`,
          withdrawn,
          verified_on: '2026-03-01',
          heard_on: '2026-03-02',
          effect_until: lapsed ? '2026-10-01' : '2027-02-01',
        }),
      ),
      ...Array.from({ length: one.lateCorrections }, (_, k) =>
        about('rectification-order', `t${i}`, `2026-08-${String(1 + k).padStart(2, '0')}`, { due_on: '2026-08-20' }),
      ),
      ...one.villages.map((_, v) =>
        about('team-state', `v${i}-${v}`, '2026-12-20', teamData(v === 0 ? one.vacancy : null)),
      ),
      ...(one.reported ? [fact('secretary-report', `p${i}`, '2026-12-14', { tier: 'district' }, 'person')] : []),
    ]),
  };
}

const organisation = (id: string, kind: string, parent: string | null): Organisation => ({
  id,
  kind,
  name: id,
  parent,
  from: '2020-01-01',
});

const organisationsOf = ({ villages }: Township, i: number): Organisation[] => [
  organisation(`t${i}`, 'township', 'd'),
  ...villages.map((_, v) => organisation(`v${i}-${v}`, 'village', `t${i}`)),
];

const roundsOf = ({ halfYear, yearEnd }: Township): [string, string, number][] => [
  ...halfYear.map((value, k): [string, string, number] => [k === 0 ? '2026-05-10' : '2026-10-10', 'half_year', value]),
  ['2026-12-10', 'year_end', yearEnd],
];

const grading = (part: number): Data => ({
  team: part,
  members: part,
  systems: part,
  service: part,
  premises: part,
  evidence: true,
});

const teamData = (vacancy: Township['vacancy']): Data => ({
  seats: 5,
  filled: vacancy ? 4 : 5,
  vacant_days: vacancy?.days ?? 0,
  procedure_open: vacancy?.open ?? false,
});

const ballotData = ({ votes: [good, fair, average, poor], blank, absent }: Ballot): Data => ({
  entitled: good + fair + average + poor + blank + absent + 1,
  good,
  fair,
  average,
  poor,
  blank,
  spoiled: 0,
});
