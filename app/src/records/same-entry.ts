import { canonicalJson, contentHash, type EntryContent } from './content-hash.ts';
import type { StoredEntry } from './entry-lookup.ts';
import { otherContent } from './problems.ts';

/**
 * Whether an id that is taken belongs to this very entry, sent again.
 * @throws ActionError `conflict` / `other-content`, naming what differs; of an entry out of scope only the id.
 */
export function assertSame(found: StoredEntry, content: EntryContent): void {
  if (!found.visible) throw otherContent(['id']);
  if (found.hash !== contentHash(content)) throw otherContent(differences(found.content, content));
}

function differences(a: EntryContent, b: EntryContent): string[] {
  const ids = [...new Set([...Object.keys(a.data), ...Object.keys(b.data)])].sort();
  const fields = ids.filter((id) => canonicalJson(a.data[id] ?? null) !== canonicalJson(b.data[id] ?? null));
  const subject = a.subject.kind === b.subject.kind && a.subject.id === b.subject.id ? [] : ['subject'];
  return [...(a.form === b.form ? [] : ['form']), ...subject, ...fields];
}
