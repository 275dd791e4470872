import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { ActionContext } from '../platform/actions/action.ts';
import type { WriteTx } from '../platform/database/transaction.ts';
import { touch } from '../platform/touched/touched.ts';
import type { EventKind } from './organisation.ts';
import { otherContent } from './organisation-errors.ts';

export interface NewEvent {
  /** Id that the caller made for the event, so that a repeated call is the same event. */
  readonly id?: string | undefined;
  readonly organisation: string;
  readonly kind: EventKind;
  readonly on: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export async function addEvents(context: ActionContext<WriteTx>, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map(({ id, organisation, kind, on, data }) => ({
    jurisdiction_id: context.jurisdiction,
    id: id ?? uuidv7(),
    organisation_id: organisation,
    kind,
    happened_on: on,
    data: JSON.stringify(data),
    recorded_at: context.now,
    recorded_by: context.scope.account,
  }));
  await context.tx.insertInto('organisation_event').values(rows).execute();
}

/**
 * Whether this very event is recorded already.
 * @throws ActionError `conflict` / `other-content` when its id belongs to another one.
 */
export async function isRecorded(tx: WriteTx, event: NewEvent): Promise<boolean> {
  if (event.id === undefined) return false;
  const found = await tx
    .selectFrom('organisation_event')
    .select(
      sql<boolean>`organisation_id = ${event.organisation} and kind = ${event.kind}
      and happened_on = ${event.on} and data = ${JSON.stringify(event.data)}::jsonb`.as('same'),
    )
    .where('jurisdiction_id', '=', tx.jurisdictionId)
    .where('id', '=', event.id)
    .executeTakeFirst();
  if (found !== undefined && !found.same) throw otherContent();
  return found !== undefined;
}

/** What stands on these organisations, and on all above them, has to be counted again. */
export async function touchOrganisations(
  { tx, jurisdiction, now }: ActionContext<WriteTx>,
  ids: readonly (string | null)[],
): Promise<void> {
  const once = new Set(ids.filter((id) => id !== null));
  await touch(
    tx,
    jurisdiction,
    now,
    [...once].map((id) => ({ kind: 'organisation', id })),
  );
}
