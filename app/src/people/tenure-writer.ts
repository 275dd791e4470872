import { sql } from 'kysely';
import type { ActionContext } from '../platform/actions/action.ts';
import type { ReadTx, WriteTx } from '../platform/database/transaction.ts';
import { touch } from '../platform/touched/touched.ts';
import type { Span } from './span.ts';

/** Who holds a post of an organisation, from a day to a day. */
export interface TenureDraft extends Span {
  readonly id: string;
  readonly post: string;
  readonly organisation: string;
  readonly person: string;
}

/** Every tenure these people have had, wherever: to find overlaps and what is recorded already. */
export async function findTenures(
  tx: ReadTx,
  jurisdiction: string,
  by: { readonly people?: readonly string[]; readonly ids?: readonly string[] },
): Promise<TenureDraft[]> {
  const { rows } = await sql<TenureDraft>`select t.id, t.post, t.organisation_id as organisation, t.person_id as person,
      t.valid_from as "from", t.valid_to as "to"
    from tenure t where t.jurisdiction_id = ${jurisdiction}
      and (t.person_id = any(${(by.people ?? []) as string[]}::uuid[]) or t.id = any(${(by.ids ?? []) as string[]}::uuid[]))`.execute(
    tx,
  );
  return rows;
}

type Context = Pick<ActionContext<WriteTx>, 'tx' | 'jurisdiction' | 'now'>;

export async function writeTenures({ tx, jurisdiction, now }: Context, tenures: readonly TenureDraft[]): Promise<void> {
  for (let at = 0; at < tenures.length; at += 1000) {
    const rows = tenures.slice(at, at + 1000).map((tenure) => ({
      jurisdiction_id: jurisdiction,
      id: tenure.id,
      post: tenure.post,
      organisation_id: tenure.organisation,
      person_id: tenure.person,
      valid_from: tenure.from,
      valid_to: tenure.to,
    }));
    await tx.insertInto('tenure').values(rows).execute();
  }
  await touchTenures({ tx, jurisdiction, now }, tenures);
}

/** An office concerns its holder and its organisation. */
export const touchTenures = (
  { tx, jurisdiction, now }: Context,
  tenures: readonly Pick<TenureDraft, 'organisation' | 'person'>[],
): Promise<void> => {
  const organisations = [...new Set(tenures.map(({ organisation }) => organisation))];
  const people = [...new Set(tenures.map(({ person }) => person))];
  return touch(tx, jurisdiction, now, [
    ...organisations.map((id) => ({ kind: 'organisation' as const, id })),
    ...people.map((id) => ({ kind: 'person' as const, id })),
  ]);
};
