import { sql } from 'kysely';
import type { ReadTx } from '../platform/database/transaction.ts';

/** What hangs on an organisation today: whoever changes it should know what stays behind. */
export interface Attached {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  /** Entries on its row that hold: neither replaced nor withdrawn. */
  readonly entries: number;
  readonly tenures: number;
  readonly members: number;
  readonly postings: number;
  /** Accounts that may work for it and for nothing above it. */
  readonly accounts: number;
  /** Organisations directly below it. */
  readonly below: number;
}

/** The organisations with these ids, in no order. */
export async function readAttached(tx: ReadTx, ids: readonly string[], today: string): Promise<Attached[]> {
  const running = sql`valid_from <= ${today}::date and (valid_to is null or valid_to >= ${today}::date)`;
  const { rows } = await sql<Attached>`
    select o.id, o.kind, n.name,
      (select count(*)::int from entry e where e.jurisdiction_id = o.jurisdiction_id and e.organisation_id = o.id
        and not exists (select 1 from entry_supersession s
          where s.jurisdiction_id = e.jurisdiction_id and s.entry_id = e.id)) as entries,
      (select count(*)::int from tenure
        where jurisdiction_id = o.jurisdiction_id and organisation_id = o.id and ${running}) as tenures,
      (select count(*)::int from person
        where jurisdiction_id = o.jurisdiction_id and member_of = o.id) as members,
      (select count(*)::int from posting
        where jurisdiction_id = o.jurisdiction_id and organisation_id = o.id and ${running}) as postings,
      (select count(distinct account_id)::int from role_grant
        where jurisdiction_id = o.jurisdiction_id and organisation_id = o.id and revoked_at is null and ${running}) as accounts,
      (select count(*)::int from organisation_edge
        where jurisdiction_id = o.jurisdiction_id and parent_id = o.id and valid_to is null) as below
    from organisation o
    cross join lateral (select name from organisation_name
      where jurisdiction_id = o.jurisdiction_id and organisation_id = o.id order by valid_from desc limit 1) n
    where o.jurisdiction_id = ${tx.jurisdictionId} and o.id = any(${ids as string[]}::uuid[])`.execute(tx);
  return rows;
}
