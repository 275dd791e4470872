import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Scope } from '../access/scope.ts';
import type { WriteTx } from '../database/transaction.ts';

export type AuditOutcome = 'done' | 'refused' | 'invalid' | 'not-found' | 'conflict' | 'failed';

export interface AuditRow {
  readonly scope: Pick<Scope, 'jurisdiction' | 'account'>;
  readonly now: string;
  readonly action: string;
  readonly outcome: AuditOutcome;
  readonly subject?: string;
  readonly detail?: Readonly<Record<string, string | number | boolean>>;
}

/** Adds rows to the audit in one statement. */
export async function writeAudits(tx: WriteTx, rows: readonly AuditRow[]): Promise<void> {
  if (rows.length === 0) return;
  const values = rows.map(({ scope, now, action, outcome, subject, detail }) => ({
    jurisdiction_id: scope.jurisdiction,
    id: uuidv7(),
    at: now,
    account_id: scope.account,
    action,
    subject: subject ?? null,
    outcome,
    detail: detail ?? {},
  }));
  await sql`insert into audit (jurisdiction_id, id, at, account_id, action, subject, outcome, detail)
    select jurisdiction_id, id, at, account_id, action, subject, outcome, detail
    from jsonb_to_recordset(${JSON.stringify(values)}::text::jsonb) as row (jurisdiction_id text, id uuid, at timestamptz,
      account_id uuid, action text, subject text, outcome text, detail jsonb)`.execute(tx);
}

/** Adds a row to the audit, in the transaction of what it records. Sealing into the hash chain follows in batches. */
export async function writeAudit(tx: WriteTx, row: AuditRow): Promise<void> {
  await tx
    .insertInto('audit')
    .values({
      jurisdiction_id: row.scope.jurisdiction,
      id: uuidv7(),
      at: row.now,
      account_id: row.scope.account,
      action: row.action,
      subject: row.subject ?? null,
      outcome: row.outcome,
      detail: row.detail ?? {},
    })
    .execute();
}
