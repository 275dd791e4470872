import { sql } from 'kysely';
import { type Database, inJurisdiction, type ReadTx, type WriteTx } from '../database/transaction.ts';
import { firstPrevious, type SealedRow, sealHash } from './seal-hash.ts';

/** A row may be committed this long after its id was made: until then a seal looks back for it. */
export const LATE_MS = 60 * 60 * 1000;
const MOST_ROWS = 10_000;

interface Seal {
  readonly number: number;
  readonly hash: string;
  readonly row_ids: string[];
}

/** Seals what was written to the audit of a jurisdiction since the last seal. Returns how many rows. */
export async function sealAudit(database: Database, jurisdiction: string, now: string): Promise<number> {
  let sealed = 0;
  for (;;) {
    const count = await inJurisdiction(database, jurisdiction, (tx) => sealBatch(tx, now));
    sealed += count;
    if (count < MOST_ROWS) return sealed;
  }
}

async function sealBatch(tx: WriteTx, now: string): Promise<number> {
  const jurisdiction = tx.jurisdictionId;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`audit seal ${jurisdiction}`}, 0))`.execute(tx);
  const [last] = await readSealsBackwards(tx, null, 1);
  const from = last ? earliestLate(last) : ZERO;
  const known = await readSealedSince(tx, from);
  const rows = (await readRows(tx, from, MOST_ROWS + known.size))
    .filter(({ id }) => !known.has(id))
    .slice(0, MOST_ROWS);
  if (rows.length === 0) return 0;
  const previous = last?.hash ?? firstPrevious(jurisdiction);
  await tx
    .insertInto('audit_seal')
    .values({
      jurisdiction_id: jurisdiction,
      number: (last?.number ?? 0) + 1,
      sealed_at: now,
      row_count: rows.length,
      row_ids: rows.map(({ id }) => id),
      previous,
      hash: sealHash(previous, rows),
    })
    .execute();
  return rows.length;
}

const ZERO = '00000000-0000-0000-0000-000000000000';

/** The smallest id a row could bear that was not yet to be seen when the seal was made. */
export function earliestLate(seal: Pick<Seal, 'row_ids'>): string {
  const newest = seal.row_ids.at(-1) ?? ZERO;
  const made = Number.parseInt(newest.replaceAll('-', '').slice(0, 12), 16);
  const hex = Math.max(0, made - LATE_MS)
    .toString(16)
    .padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}

async function readSealedSince(tx: ReadTx, from: string): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for (let before: number | null = null; ; ) {
    const seals: Seal[] = await readSealsBackwards(tx, before, 20);
    for (const seal of seals) for (const id of seal.row_ids) if (id >= from) ids.add(id);
    const oldest = seals.at(-1);
    if (!oldest || (oldest.row_ids.at(-1) ?? ZERO) < from) return ids;
    before = oldest.number;
  }
}

async function readSealsBackwards(tx: ReadTx, before: number | null, limit: number): Promise<Seal[]> {
  return tx
    .selectFrom('audit_seal')
    .select(['number', 'hash', 'row_ids'])
    .where('jurisdiction_id', '=', tx.jurisdictionId)
    .$if(before !== null, (query) => query.where('number', '<', before ?? 0))
    .orderBy('number', 'desc')
    .limit(limit)
    .execute();
}

async function readRows(tx: ReadTx, from: string, limit: number): Promise<SealedRow[]> {
  return tx
    .selectFrom('audit')
    .select(['id', 'at', 'account_id', 'action', 'subject', 'outcome', 'detail'])
    .where('jurisdiction_id', '=', tx.jurisdictionId)
    .where('id', '>=', from)
    .orderBy('id')
    .limit(limit)
    .execute();
}
