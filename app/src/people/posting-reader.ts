import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../platform/access/scope.ts';
import { visiblePosting } from '../platform/access/visible.ts';
import { notFound } from '../platform/actions/action-error.ts';
import type { ReadTx } from '../platform/database/transaction.ts';
import { matchesName, named } from './person-reader.ts';
import type { Named } from './person-schema.ts';
import { POSTING } from './problems.ts';
import type { Span } from './span.ts';

export interface PostingLine extends Span {
  readonly id: string;
  readonly kind: string;
  readonly level: string;
  readonly orderNumber: string | null;
  readonly person: Named;
  readonly organisation: Named;
  readonly sendingOrganisation: Named;
}

export interface PostingQuery {
  readonly id?: string;
  readonly person?: string | undefined;
  readonly organisation?: string | undefined;
  readonly sendingOrganisation?: string | undefined;
  readonly kind?: string | undefined;
  readonly on?: string | undefined;
  readonly search?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Postings in scope, latest first. */
export async function findPostings(tx: ReadTx, scope: Scope, query: PostingQuery): Promise<PostingLine[]> {
  const { rows } = await sql<PostingLine>`
    select d.id, d.kind, d.level, d.order_number as "orderNumber", d.valid_from as "from", d.valid_to as "to",
      json_build_object('id', p.id, 'name', p.name) as person, ${named(scope, 'd.organisation_id')} as organisation,
      ${named(scope, 'd.sending_organisation_id')} as "sendingOrganisation"
    from posting d
    join person p on p.jurisdiction_id = d.jurisdiction_id and p.id = d.person_id
    where d.jurisdiction_id = ${scope.jurisdiction} and ${postingMatches(scope, query)}
      and ${visiblePosting(scope, 'd.id', 'd.organisation_id')}
    order by d.valid_from desc, d.id limit ${query.limit}`.execute(tx);
  return rows;
}

function postingMatches(scope: Scope, query: PostingQuery): RawBuilder<unknown> {
  const all = [matchesName(query.search) as RawBuilder<unknown>];
  if (query.id) all.push(sql`d.id = ${query.id}::uuid`);
  if (query.person) all.push(sql`d.person_id = ${query.person}::uuid`);
  if (query.sendingOrganisation) all.push(sql`d.sending_organisation_id = ${query.sendingOrganisation}::uuid`);
  if (query.kind) all.push(sql`d.kind = ${query.kind}`);
  if (query.on)
    all.push(sql`d.valid_from <= ${query.on}::date and coalesce(d.valid_to, 'infinity') >= ${query.on}::date`);
  if (query.organisation) {
    all.push(sql`exists (select 1 from organisation_closure b where b.jurisdiction_id = ${scope.jurisdiction}
      and b.ancestor_id = ${query.organisation}::uuid and b.descendant_id = d.organisation_id)`);
  }
  if (query.after) {
    all.push(sql`exists (select 1 from posting a where a.jurisdiction_id = ${scope.jurisdiction}
      and a.id = ${query.after}::uuid and (d.valid_from, a.id) < (a.valid_from, d.id))`);
  }
  return sql.join(all, sql` and `);
}

/** @throws ActionError `not-found` when there is no such posting, or outside the scope. */
export async function getPostingLine(tx: ReadTx, scope: Scope, id: string): Promise<PostingLine> {
  const [found] = await findPostings(tx, scope, { id, limit: 1 });
  if (!found) throw notFound(POSTING);
  return found;
}
