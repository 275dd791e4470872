import { isRecord } from '../pack/schema-shape.ts';
import type { PartKind, Parts } from '../parts.ts';

const SECTIONS = {
  form: 'forms',
  obligation: 'obligations',
  measure: 'measures',
  parameter: 'parameters',
  assignment: 'assignments',
  rating: 'ratings',
  'local-items': 'localItems',
  adaptation: 'adaptations',
} as const;

/** The ids on the way to a pointer inside a part, its own first: `/steps/3/item/award/0` is `[year, news]`. */
export function idsTo(kind: PartKind, id: string, at: string, parts: Parts): string[] {
  if (!(kind in SECTIONS)) return [id];
  let here: unknown = parts[SECTIONS[kind as keyof typeof SECTIONS]].get(id);
  const ids = [id];
  for (const key of at.replace(/#key$/, '').split('/').slice(1)) {
    here = Array.isArray(here) || isRecord(here) ? (here as Readonly<Record<string, unknown>>)[key] : undefined;
    if (isRecord(here) && typeof here.id === 'string') ids.push(here.id);
  }
  return ids;
}
