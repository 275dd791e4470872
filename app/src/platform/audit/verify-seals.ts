import { sql } from 'kysely';
import type { ReadTx } from '../database/transaction.ts';
import { earliestLate } from './seal.ts';
import { firstPrevious, type SealedRow, sealHash } from './seal-hash.ts';

export interface SealProblem {
  /** `changed` content of a sealed row; `missing` sealed rows; `inserted` rows no seal covers; `chain` a seal itself. */
  readonly kind: 'changed' | 'missing' | 'inserted' | 'chain';
  /** The seal's number; null for inserted rows. */
  readonly seal: number | null;
  readonly rows: readonly string[];
}

export interface SealReport {
  readonly seals: number;
  readonly rows: number;
  /** Rows too young to be sealed. */
  readonly unsealed: number;
  /** Noted down outside the system, it also shows when the newest seals are cut off. */
  readonly last: { readonly number: number; readonly hash: string; readonly sealedAt: string } | null;
  readonly problems: readonly SealProblem[];
}

interface Seal {
  readonly number: number;
  readonly sealed_at: string;
  readonly row_ids: string[];
  readonly previous: string;
  readonly hash: string;
}

/** Computes every seal of the jurisdiction again and compares. */
export async function verifySeals(tx: ReadTx): Promise<SealReport> {
  const problems: SealProblem[] = [];
  let last: Seal | null = null;
  let rows = 0;
  for (let number = 0; ; ) {
    const seals: Seal[] = await readSeals(tx, number, 20);
    for (const seal of seals) {
      problems.push(...(await checkSeal(tx, seal, last)));
      rows += seal.row_ids.length;
      last = seal;
    }
    if (seals.length < 20) break;
    number = seals.at(-1)?.number ?? 0;
  }
  const uncovered = await readUncovered(tx);
  const inserted = last ? uncovered.filter((id) => id < earliestLate(last as Seal)) : [];
  if (inserted.length > 0) problems.push({ kind: 'inserted', seal: null, rows: inserted });
  return {
    seals: last?.number ?? 0,
    rows,
    unsealed: uncovered.length - inserted.length,
    last: last && { number: last.number, hash: last.hash, sealedAt: last.sealed_at },
    problems,
  };
}

async function checkSeal(tx: ReadTx, seal: Seal, before: Seal | null): Promise<SealProblem[]> {
  const previous = before?.hash ?? firstPrevious(tx.jurisdictionId);
  const problems: SealProblem[] = [];
  if (seal.previous !== previous || seal.number !== (before?.number ?? 0) + 1) {
    problems.push({ kind: 'chain', seal: seal.number, rows: [] });
  }
  const rows = await readRows(tx, seal.row_ids);
  const found = new Set(rows.map(({ id }) => id));
  const missing = seal.row_ids.filter((id) => !found.has(id));
  if (missing.length > 0) problems.push({ kind: 'missing', seal: seal.number, rows: missing });
  else if (sealHash(seal.previous, rows) !== seal.hash) {
    problems.push({ kind: 'changed', seal: seal.number, rows: seal.row_ids });
  }
  return problems;
}

async function readSeals(tx: ReadTx, after: number, limit: number): Promise<Seal[]> {
  return tx
    .selectFrom('audit_seal')
    .select(['number', 'sealed_at', 'row_ids', 'previous', 'hash'])
    .where('jurisdiction_id', '=', tx.jurisdictionId)
    .where('number', '>', after)
    .orderBy('number')
    .limit(limit)
    .execute();
}

async function readRows(tx: ReadTx, ids: readonly string[]): Promise<SealedRow[]> {
  const { rows } = await sql<SealedRow>`select id, at, account_id, action, subject, outcome, detail from audit
    where jurisdiction_id = ${tx.jurisdictionId} and id = any(${ids as string[]}::uuid[]) order by id`.execute(tx);
  return rows;
}

async function readUncovered(tx: ReadTx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from audit where jurisdiction_id = ${tx.jurisdictionId}
    and id not in (select unnest(row_ids) from audit_seal where jurisdiction_id = ${tx.jurisdictionId})
    order by id`.execute(tx);
  return rows.map(({ id }) => id);
}
