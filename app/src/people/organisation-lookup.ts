import type { Words } from '@luoshi/engine';
import { sql } from 'kysely';
import type { Scope } from '../platform/access/scope.ts';
import { inSubtree } from '../platform/access/visible.ts';
import { notFound } from '../platform/actions/action-error.ts';
import type { ReadTx } from '../platform/database/transaction.ts';
import { ORGANISATION, outsideLife, type Problem } from './problems.ts';

export interface OrganisationLife {
  readonly id: string;
  readonly code: string | null;
  readonly kind: string;
  readonly name: string;
  readonly from: string;
  readonly to: string | null;
}

/** Organisations in the subtrees of the scope, by id or by code. */
export async function findOrganisations(
  tx: ReadTx,
  scope: Scope,
  by: { readonly ids?: readonly string[]; readonly codes?: readonly string[] },
): Promise<OrganisationLife[]> {
  const { rows } = await sql<OrganisationLife>`
    select o.id, o.code, o.kind, o.founded_on as "from", o.dissolved_on as "to",
      coalesce((select n.name from organisation_name n where n.jurisdiction_id = o.jurisdiction_id
        and n.organisation_id = o.id order by n.valid_from desc limit 1), '') as name
    from organisation o
    where o.jurisdiction_id = ${scope.jurisdiction}
      and (o.id = any(${(by.ids ?? []) as string[]}::uuid[]) or o.code = any(${(by.codes ?? []) as string[]}::text[]))
      and ${inSubtree(scope, 'o.id')}`.execute(tx);
  return rows;
}

/** @throws ActionError `not-found` when it does not exist or lies outside the scope. */
export async function getOrganisation(
  tx: ReadTx,
  scope: Scope,
  id: string,
  what: Words = ORGANISATION,
): Promise<OrganisationLife> {
  const [found] = await findOrganisations(tx, scope, { ids: [id] });
  if (!found) throw notFound(what);
  return found;
}

/** What is wrong with a span in an organisation that does not exist on all of its days; an open end is fine while it exists. */
export function findOutsideLife(
  field: string,
  organisation: OrganisationLife,
  from: string,
  to: string | null,
): Problem | null {
  const { name, from: founded, to: dissolved } = organisation;
  const fits = from >= founded && (dissolved === null || (to ?? from) <= dissolved);
  return fits ? null : outsideLife(field, name, founded, dissolved);
}
