import type { Place, Problem } from '../problem.ts';
import type { Kinds } from '../schema/pack.ts';
import type { RawPart } from './load.ts';
import { isRecord } from './schema-shape.ts';

export interface NamedPlace {
  readonly name: string;
  readonly place: Place;
}

/** Ids used twice within one pack: parts of one section, and kinds. */
export function duplicateIds(parts: readonly RawPart[]): Problem[] {
  const named: NamedPlace[] = [];
  for (const part of parts) {
    if (part.section === 'example') continue;
    if (part.section === 'kinds') named.push(...kindsOf(part));
    else if (part.section === 'manifest') named.push({ name: 'manifest', place: part.place });
    else named.push({ name: `${part.section}:${part.id}`, place: part.place });
  }
  return duplicates(named);
}

export function kindsOf(part: RawPart): NamedPlace[] {
  if (!isRecord(part.value)) return [];
  const kinds = part.value as Kinds;
  const named = (section: string, items: readonly { readonly id: string }[] | undefined): NamedPlace[] =>
    Array.isArray(items) ? items.map(({ id }) => ({ name: `${section}:${id}`, place: part.place })) : [];
  return [
    ...named('organisation-kind', kinds.organisations),
    ...named('post-kind', kinds.posts),
    ...named('posting-kind', kinds.postings),
    ...named('unit', kinds.units),
    ...named('duty-group', kinds.duty_groups),
  ];
}

/** The second and each later place of a name. */
export function duplicates(named: readonly NamedPlace[]): Problem[] {
  const first = new Map<string, Place>();
  const problems: Problem[] = [];
  for (const { name, place } of named) {
    const before = first.get(name);
    if (!before) first.set(name, place);
    else problems.push(usedTwice(name, place, before));
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
