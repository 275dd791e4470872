import type { SubjectRef } from '@luoshi/engine';
import { sql } from 'kysely';
import type { ReadTx } from '../platform/database/transaction.ts';

/**
 * The subjects whose standings an entry about these subjects can change: themselves, and across every posting
 * the village it works in, the unit that sent it, and back.
 */
export async function neighbours(
  tx: ReadTx,
  jurisdiction: string,
  touched: readonly SubjectRef[],
): Promise<SubjectRef[]> {
  const ids = touched.map((subject) => subject.id);
  const { rows } = await sql<{ id: string; organisation_id: string; sending_organisation_id: string }>`
    select id, organisation_id, sending_organisation_id from posting
    where jurisdiction_id = ${jurisdiction} and (
      id = any(${ids}::uuid[]) or organisation_id = any(${ids}::uuid[])
      or sending_organisation_id = any(${ids}::uuid[]) or person_id = any(${ids}::uuid[]))`.execute(tx);
  const found = new Map(touched.map((subject) => [subject.id, subject]));
  for (const row of rows) {
    found.set(row.id, { kind: 'posting', id: row.id });
    found.set(row.organisation_id, { kind: 'organisation', id: row.organisation_id });
    found.set(row.sending_organisation_id, { kind: 'organisation', id: row.sending_organisation_id });
  }
  return [...found.values()];
}
