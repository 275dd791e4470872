import type { Place, Problem } from '../problem.ts';
import type { Kinds } from '../schema/pack.ts';
import type { RawPart } from './load.ts';
import { isRecord } from './schema-shape.ts';
import { KIND_LISTS } from './sections.ts';

export interface NamedPlace {
  readonly name: string;
  readonly place: Place;
}

/** Ids used twice within one pack: parts of one section, and kinds. */
export function duplicateIds(parts: readonly RawPart[], shown: (path: string) => string): Problem[] {
  const named: NamedPlace[] = [];
  for (const part of parts) {
    if (part.section === 'example') continue;
    if (part.section === 'kinds') named.push(...kindsOf(part));
    else if (part.section === 'manifest') named.push({ name: 'manifest', place: part.place });
    else named.push({ name: `${part.section}:${part.id}`, place: part.place });
  }
  return duplicates(named, shown);
}

function kindsOf(part: RawPart): NamedPlace[] {
  if (!isRecord(part.value)) return [];
  const kinds = part.value as Kinds;
  return Object.entries(KIND_LISTS).flatMap(([section, list]) => {
    const items = kinds[list];
    if (!Array.isArray(items)) return [];
    return items.map(({ id }, i) => ({ name: `${section}:${id}`, place: part.placeOf(`/${list}/${i}`) }));
  });
}

/** The second and each later place of a name. */
export function duplicates(named: readonly NamedPlace[], shown = (path: string): string => path): Problem[] {
  const first = new Map<string, Place>();
  const problems: Problem[] = [];
  for (const { name, place } of named) {
    const before = first.get(name);
    if (!before) first.set(name, place);
    else problems.push(usedTwice(name, place, { ...before, path: shown(before.path) }));
  }
  return problems;
}

const usedTwice = (name: string, place: Place, before: Place): Problem => ({
  severity: 'error',
  code: 'duplicate-id',
  ...place,
  words: { 'zh-CN': `“${name}”定义了两次`, en: `“${name}” is defined twice` },
  wayOut: {
    'zh-CN': `先前在 ${before.path}:${before.line}；改名或删去一个`,
    en: `First in ${before.path}:${before.line}; rename or remove one`,
  },
});
