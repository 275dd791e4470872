import { createHash } from 'node:crypto';
import type { FieldValue, SubjectRef } from '@luoshi/engine';

/** What an entry says, apart from who said it and when: the same content is the same entry. */
export interface EntryContent {
  readonly form: string;
  readonly subject: SubjectRef;
  readonly data: Readonly<Record<string, FieldValue>>;
}

const isEmpty = (value: FieldValue): boolean =>
  value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0);

/** What an entry says: fields left empty say nothing, whatever the emptiness looks like. */
export const contentOf = (form: string, subject: SubjectRef, data: EntryContent['data']): EntryContent => ({
  form,
  subject: { kind: subject.kind, id: subject.id },
  data: Object.fromEntries(Object.entries(data).filter(([, value]) => !isEmpty(value))),
});

/** JSON with sorted keys, so that equal content has equal text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const parts = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`);
  return `{${parts.join(',')}}`;
}

export const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** SHA-256 over form, subject and data. */
export const contentHash = (content: EntryContent): string => sha256(canonicalJson(content));
