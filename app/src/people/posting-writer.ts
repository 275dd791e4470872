import { sql } from 'kysely';
import type { ActionContext } from '../platform/actions/action.ts';
import type { ReadTx, WriteTx } from '../platform/database/transaction.ts';
import { touch } from '../platform/touched/touched.ts';
import type { Span } from './span.ts';

/** A person sent by one organisation to work in another, from a day to a day. */
export interface PostingDraft extends Span {
  readonly id: string;
  readonly kind: string;
  readonly person: string;
  readonly organisation: string;
  readonly sendingOrganisation: string;
  readonly level: string;
  readonly orderNumber: string | null;
}

/** Every posting these people have had, wherever: to find overlaps and what is recorded already. */
export async function findPostingDrafts(
  tx: ReadTx,
  jurisdiction: string,
  by: { readonly people?: readonly string[]; readonly ids?: readonly string[] },
): Promise<PostingDraft[]> {
  const { rows } =
    await sql<PostingDraft>`select d.id, d.kind, d.person_id as person, d.organisation_id as organisation,
      d.sending_organisation_id as "sendingOrganisation", d.level, d.order_number as "orderNumber",
      d.valid_from as "from", d.valid_to as "to"
    from posting d where d.jurisdiction_id = ${jurisdiction}
      and (d.person_id = any(${(by.people ?? []) as string[]}::uuid[]) or d.id = any(${(by.ids ?? []) as string[]}::uuid[]))`.execute(
      tx,
    );
  return rows;
}

type Context = Pick<ActionContext<WriteTx>, 'tx' | 'jurisdiction' | 'now'>;

export async function writePostings(
  { tx, jurisdiction, now }: Context,
  postings: readonly PostingDraft[],
): Promise<void> {
  for (let at = 0; at < postings.length; at += 1000) {
    const rows = postings.slice(at, at + 1000).map((posting) => ({
      jurisdiction_id: jurisdiction,
      id: posting.id,
      kind: posting.kind,
      person_id: posting.person,
      organisation_id: posting.organisation,
      sending_organisation_id: posting.sendingOrganisation,
      level: posting.level,
      order_number: posting.orderNumber,
      valid_from: posting.from,
      valid_to: posting.to,
    }));
    await tx.insertInto('posting').values(rows).execute();
  }
  await touchPostings({ tx, jurisdiction, now }, postings);
}

/** A posting concerns itself, the person, the organisation it works in and the one that sent it. */
export const touchPostings = (
  { tx, jurisdiction, now }: Context,
  postings: readonly Pick<PostingDraft, 'id' | 'person' | 'organisation' | 'sendingOrganisation'>[],
): Promise<void> => {
  const organisations = postings.flatMap(({ organisation, sendingOrganisation }) => [
    organisation,
    sendingOrganisation,
  ]);
  return touch(tx, jurisdiction, now, [
    ...postings.map(({ id }) => ({ kind: 'posting' as const, id })),
    ...[...new Set(postings.map(({ person }) => person))].map((id) => ({ kind: 'person' as const, id })),
    ...[...new Set(organisations)].map((id) => ({ kind: 'organisation' as const, id })),
  ]);
};
