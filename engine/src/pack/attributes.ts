import type { Place, Problem } from '../problem.ts';
import type { Kinds } from '../schema/pack.ts';
import type { Pack } from './pack.ts';

type OrganisationKind = NonNullable<Kinds['organisations']>[number];
type Added = NonNullable<Kinds['attributes']>[number];

/** Kinds of organisations with the attributes and the further parents that packs give them, under `organisation-kind:<id>`. */
export function extendedKinds(
  packs: readonly Pack[],
  partOf: (name: string) => unknown,
): ReadonlyMap<string, OrganisationKind> {
  const made = new Map<string, OrganisationKind>();
  for (const { added, kind } of addedIn(packs)) {
    const name = `organisation-kind:${kind}`;
    const known = made.get(name) ?? (partOf(name) as OrganisationKind | undefined);
    if (!known || known.attributes?.some(({ id }) => id === added.id)) continue;
    const { of: _, ...attribute } = added;
    made.set(name, { ...known, attributes: [...(known.attributes ?? []), attribute] });
  }
  for (const { of, add } of packs.flatMap(({ kinds }) => kinds).flatMap(({ parents = [] }) => parents))
    for (const kind of of) {
      const name = `organisation-kind:${kind}`;
      const known = made.get(name) ?? (partOf(name) as OrganisationKind | undefined);
      if (known)
        made.set(name, {
          ...known,
          parents: [...new Set([...known.parents, ...add.filter((id) => partOf(`organisation-kind:${id}`))])],
        });
    }
  return made;
}

/** Attributes added to kinds that no pack names, or that have one of that name already; choices without options. */
export function attributeProblems(packs: readonly Pack[]): Problem[] {
  const has = new Map<string, Set<string>>();
  for (const kind of packs.flatMap(({ kinds }) => kinds).flatMap(({ organisations = [] }) => organisations))
    has.set(kind.id, new Set((kind.attributes ?? []).map(({ id }) => id)));
  const problems: Problem[] = [];
  for (const { added, kind, place } of addedIn(packs)) {
    const known = has.get(kind);
    if (!known) problems.push(unknownKind(kind, [...has.keys()], place));
    else if (known.has(added.id)) problems.push(twice(kind, added.id, place));
    if (added.type === 'choice' && !added.options) problems.push(noOptions(added.id, place));
    known?.add(added.id);
  }
  return [...problems, ...parentProblems(packs, [...has.keys()])];
}

/** Further parents of kinds that no pack names, or that are no kinds themselves. */
function parentProblems(packs: readonly Pack[], known: readonly string[]): Problem[] {
  return packs.flatMap(({ kinds, places, manifest }) => {
    const placeOf = (end: string): Place => {
      const key = [...places.keys()].find((name) => name.startsWith('kinds:') && name.endsWith(`yaml${end}`));
      return (key && places.get(key)) || { path: manifest.id, line: 1, column: 1 };
    };
    return kinds.flatMap(({ parents = [] }) =>
      parents.flatMap((one, i) =>
        (['of', 'add'] as const).flatMap((list) =>
          one[list].flatMap((kind, j) =>
            known.includes(kind) ? [] : [unknownKind(kind, known, placeOf(`/parents/${i}/${list}/${j}`))],
          ),
        ),
      ),
    );
  });
}

interface Addition {
  readonly added: Added;
  readonly kind: string;
  readonly place: Place;
}

function* addedIn(packs: readonly Pack[]): Generator<Addition> {
  for (const { kinds, places, manifest } of packs)
    for (const one of kinds)
      for (const [i, added] of (one.attributes ?? []).entries()) {
        const key = [...places.keys()].find(
          (name) => name.startsWith('kinds:') && name.endsWith(`yaml/attributes/${i}/id`),
        );
        const place = (key && places.get(key)) || { path: manifest.id, line: 1, column: 1 };
        for (const kind of added.of) yield { added, kind, place };
      }
}

const unknownKind = (kind: string, known: readonly string[], place: Place): Problem => ({
  severity: 'error',
  code: 'no-such-organisation-kind',
  ...place,
  words: { 'zh-CN': `没有“${kind}”这类组织`, en: `There is no kind of organisation “${kind}”` },
  wayOut: { 'zh-CN': `现有：${known.join('、')}`, en: `There are: ${known.join(', ')}` },
});

const noOptions = (id: string, place: Place): Problem => ({
  severity: 'error',
  code: 'no-options',
  ...place,
  words: { 'zh-CN': `“${id}”没有可选的值`, en: `“${id}” has nothing to choose from` },
  wayOut: {
    'zh-CN': '写 options: [{ id, title }, …]，或改用 type: text',
    en: 'Write options: [{ id, title }, …], or use type: text',
  },
});

const twice = (kind: string, id: string, place: Place): Problem => ({
  severity: 'error',
  code: 'duplicate-id',
  ...place,
  words: { 'zh-CN': `“${kind}”已有属性“${id}”`, en: `“${kind}” has an attribute “${id}” already` },
  wayOut: { 'zh-CN': '直接使用，或换一个名字', en: 'Use it as it is, or choose another name' },
});
