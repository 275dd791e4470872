import { isRecord } from '../pack/schema-shape.ts';
import type { Words } from '../value.ts';
import { isWords } from './compare.ts';

/** What a thing is called; null when it has no title. */
export function titleOf(value: unknown): Words | null {
  if (!isRecord(value)) return null;
  const title = value.title ?? value.name ?? value.example ?? value.message ?? value.what ?? value.why;
  return isWords(title) ? title : null;
}
