import { sql } from 'kysely';
import type { Scope } from '../platform/access/scope.ts';
import type { ReadTx } from '../platform/database/transaction.ts';
import type { CellStanding } from './board.ts';
import type { StandingLight } from './light.ts';
import { readStandings, type StandingQuery, storedRows } from './standing-reader.ts';

/** What a cell of the chart needs of a standing; `posting` is the one it is about, null when it is about something else. */
export interface PlacedCell extends CellStanding {
  readonly posting: string | null;
}

/** {@link readStandings} for the chart: hands over, one by one as they arrive, what its cells need. */
export async function readCells(
  tx: ReadTx,
  scope: Scope,
  query: StandingQuery,
  take: (cell: PlacedCell) => void,
): Promise<void> {
  if (query.asOf === query.today) return readStoredCells(tx, scope.jurisdiction, query, take);
  for (const { subjectKind, subject, ...standing } of await readStandings(tx, scope, query)) {
    take({ ...standing, posting: subjectKind === 'posting' ? subject : null });
  }
}

type Packed = Readonly<Record<'organisation' | 'obligations' | 'lights' | 'done' | 'need' | 'postings', string>>;

/**
 * One row per organisation, in each column its standings side by side: a county has tens of thousands of them, and taking
 * that many rows off the wire costs more than finding them. Unpacked while the database gathers the next ones.
 */
async function readStoredCells(
  tx: ReadTx,
  jurisdiction: string,
  query: StandingQuery,
  take: (cell: PlacedCell) => void,
): Promise<void> {
  const compiled = sql`
    select organisation_id as organisation, string_agg(obligation, ' ') as obligations, string_agg(light, ' ') as lights,
      string_agg(done::text, ' ') as done, string_agg(coalesce(need::text, ''), ' ') as need,
      string_agg(case subject_kind when 'posting' then subject_id::text else '' end, ' ') as postings
    ${storedRows(jurisdiction, query)} group by organisation_id`.compile(tx);
  await tx.sql
    .unsafe<Packed[]>(compiled.sql, [...compiled.parameters] as never[], { prepare: true })
    .forEach((row) => unpack(row, take));
}

function unpack({ organisation, ...packed }: Packed, take: (cell: PlacedCell) => void): void {
  const lights = packed.lights.split(' ') as StandingLight[];
  const done = packed.done.split(' ');
  const need = packed.need.split(' ');
  const postings = packed.postings.split(' ');
  for (const [at, obligation] of packed.obligations.split(' ').entries()) {
    take({
      organisation,
      obligation,
      light: lights[at] ?? 'not-known',
      done: done[at] ?? '',
      need: need[at] || null,
      posting: postings[at] || null,
    });
  }
}
