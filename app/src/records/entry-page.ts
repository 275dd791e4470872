import type { Policy } from '@luoshi/engine';
import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../platform/access/scope.ts';
import { Nullable, Type } from '../platform/actions/schema.ts';
import type { ReadTx } from '../platform/database/transaction.ts';
import { type EntryView, readEntries } from './entry-reader.ts';
import { EntrySchema } from './entry-schema.ts';
import { FormsSchema, formsOf, UnitsSchema } from './form-schema.ts';

const CURSOR = /^(\d{4}-\d{2}-\d{2})_([0-9a-f-]{36})$/;

/** Which page of entries: behind a cursor, at most so many. */
export const EntryPageFields = {
  cursor: Type.Optional(Type.String({ pattern: CURSOR.source, description: 'Where the last page ended.' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
} as const;

/** A page of entries with the forms that read them; `next` is the cursor of the page behind it. */
export const EntryPageSchema = Type.Object({
  entries: Type.Array(EntrySchema),
  forms: FormsSchema,
  units: UnitsSchema,
  next: Nullable(Type.String()),
});

/** Newest first; the id breaks ties, so that a page ends at a definite row. */
const NEWEST_FIRST = sql`e.happened_on desc, e.id desc`;

export interface EntryPage {
  readonly where: readonly RawBuilder<unknown>[];
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

/** Reads one entry more than asked for, to know whether a page follows. */
export async function readEntryPage(
  tx: ReadTx,
  scope: Scope,
  policy: Policy,
  { where, cursor, limit = 50 }: EntryPage,
): Promise<{ readonly entries: readonly EntryView[]; readonly next: string | null }> {
  const asked = { where: [...where, ...behind(cursor)], order: NEWEST_FIRST, limit: limit + 1 };
  const found = await readEntries(tx, scope, policy, asked);
  const entries = found.slice(0, limit);
  const last = entries.at(-1);
  return { entries, next: found.length > limit && last ? cursorOf(last) : null };
}

/** The same page as `EntryPageSchema` answers it. */
export async function answerEntryPage(tx: ReadTx, scope: Scope, policy: Policy, page: EntryPage) {
  const { entries, next } = await readEntryPage(tx, scope, policy, page);
  return { entries: [...entries], ...formsOf(policy, entries), next };
}

const cursorOf = (entry: { happenedOn: string; id: string }): string => `${entry.happenedOn}_${entry.id}`;

function behind(cursor: string | undefined): RawBuilder<unknown>[] {
  const [, day, id] = CURSOR.exec(cursor ?? '') ?? [];
  return day && id ? [sql`(e.happened_on, e.id) < (${day}::date, ${id}::uuid)`] : [];
}
