import { sql } from 'kysely';
import type { Scope } from '../platform/access/scope.ts';
import { visibleOrganisation, visiblePosting } from '../platform/access/visible.ts';
import type { ReadTx } from '../platform/database/transaction.ts';
import type { ChartOrganisation, ChartPosting } from './arrange.ts';

/** Organisations of these kinds as of a day, in the order of their codes; all if the caller may see them or a posting in them. */
export async function readChartOrganisations(
  tx: ReadTx,
  scope: Scope,
  query: { readonly asOf: string; readonly kinds: readonly string[]; readonly only?: readonly string[] },
): Promise<ChartOrganisation[]> {
  const only = query.only ? sql`and o.id = any(${query.only as string[]}::uuid[])` : sql``;
  const { rows } = await sql<ChartOrganisation>`
    select o.id, o.kind, n.name, o.code, n.pinyin, n.initials, e.parent_id as parent,
      ${visibleOrganisation(scope, 'o.id')} as visible
    from organisation o
    join organisation_name n on n.jurisdiction_id = o.jurisdiction_id and n.organisation_id = o.id
      and n.valid_from <= ${query.asOf}::date and (n.valid_to is null or n.valid_to >= ${query.asOf}::date)
    left join organisation_edge e on e.jurisdiction_id = o.jurisdiction_id and e.child_id = o.id
      and e.valid_from <= ${query.asOf}::date and (e.valid_to is null or e.valid_to >= ${query.asOf}::date)
    where o.jurisdiction_id = ${scope.jurisdiction} and o.kind = any(${query.kinds as string[]}::text[])
      and o.founded_on <= ${query.asOf}::date and (o.dissolved_on is null or o.dissolved_on >= ${query.asOf}::date) ${only}
    order by o.code nulls last, n.name`.execute(tx);
  return rows;
}

/** Postings alive on a day that the caller may see. */
export async function readChartPostings(tx: ReadTx, scope: Scope, asOf: string): Promise<ChartPosting[]> {
  const { rows } = await sql<Omit<ChartPosting, 'sendingOrganisation'> & { sender: string; sender_name: string }>`
    select p.id, p.kind, p.organisation_id as organisation, w.name as person, p.sending_organisation_id as sender,
      coalesce(n.name, '') as sender_name
    from posting p
    join person w on w.jurisdiction_id = p.jurisdiction_id and w.id = p.person_id
    left join organisation_name n on n.jurisdiction_id = p.jurisdiction_id and n.organisation_id = p.sending_organisation_id
      and n.valid_from <= ${asOf}::date and (n.valid_to is null or n.valid_to >= ${asOf}::date)
    where p.jurisdiction_id = ${scope.jurisdiction} and p.valid_from <= ${asOf}::date
      and (p.valid_to is null or p.valid_to >= ${asOf}::date) and ${visiblePosting(scope, 'p.id', 'p.organisation_id')}
    order by p.kind, w.name`.execute(tx);
  return rows.map(({ sender, sender_name, ...posting }) => ({
    ...posting,
    sendingOrganisation: { id: sender, name: sender_name },
  }));
}
