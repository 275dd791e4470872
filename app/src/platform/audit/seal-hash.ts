import { createHash } from 'node:crypto';
import type { Json } from '../database/schema.ts';

/** An audit row as it is hashed. */
export interface SealedRow {
  readonly id: string;
  readonly at: string;
  readonly account_id: string | null;
  readonly action: string;
  readonly subject: string | null;
  readonly outcome: string;
  readonly detail: Json;
}

/** What the first seal of a jurisdiction follows. */
export const firstPrevious = (jurisdiction: string): string => sha256(`luoshi audit of ${jurisdiction}`);

/** SHA-256 over the seal before and the rows in the order of their ids, one canonical JSON line each. */
export function sealHash(previous: string, rows: readonly SealedRow[]): string {
  return sha256([previous, ...rows.map(lineOf)].join('\n'));
}

const lineOf = ({ id, at, account_id, action, subject, outcome, detail }: SealedRow): string =>
  JSON.stringify([id, at, account_id, action, subject, outcome, sortKeys(detail)]);

/** The same content gives the same text, in whatever order its keys come. */
function sortKeys(value: Json): Json {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sortKeys(inner)]));
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
