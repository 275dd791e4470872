import type { Tenure, World } from '../facts.ts';
import type { About } from '../schema/set.ts';
import type { WorldIndex } from '../world-index.ts';
import type { Reached } from './entries.ts';
import { heldBy, isHeld } from './held.ts';
import { membersOf } from './members.ts';
import type { At } from './types.ts';

/** Whose entries concern a subject in the declared way, and while. */
export function reachedBy(
  about: Exclude<About, { field: string }>,
  { subject, organisation, run: { index } }: Pick<At, 'subject' | 'organisation' | 'run'>,
): readonly Reached[] {
  if (typeof about === 'object') {
    if (isHeld(about)) return heldBy(about, subject, index).map(there);
    return index.tenuresAt(about.holders, organisation).map(holder);
  }
  switch (about) {
    case 'self':
      return self(subject, index);
    case 'organisation':
      return [{ kind: 'organisation', id: organisation }];
    case 'members':
      return members(organisation, index);
    case 'postings':
      return index.postingsAt(organisation).flatMap(posted);
    case 'sent':
      return index.postingsSentBy(organisation).flatMap(posted);
    case 'people':
      return people(organisation, index);
    case 'above':
      return above(organisation, index);
    case 'below':
      return index
        .subtree(organisation)
        .flatMap(({ id }): Reached[] => [{ kind: 'organisation', id }, ...people(id, index)]);
  }
}

/** The subject, and the person or postings that are the same one. */
function self({ kind, id }: At['subject'], index: WorldIndex): Reached[] {
  const person = kind === 'posting' ? index.postings.get(id)?.person : undefined;
  const postings = kind === 'person' ? index.postingsOf(id) : [];
  return [
    { kind, id },
    ...(person === undefined ? [] : [{ kind: 'person' as const, id: person }]),
    ...postings.map((one): Reached => ({ kind: 'posting', id: one.id })),
  ];
}

function above(organisation: string, index: WorldIndex): Reached[] {
  const parent = index.organisations.get(organisation)?.parent ?? null;
  return [{ kind: 'organisation', id: organisation }, ...(parent === null ? [] : above(parent, index))];
}

const people = (organisation: string, index: WorldIndex): Reached[] => [
  ...members(organisation, index),
  ...tenuresAt(index.world, organisation).map(holder),
  ...index.postingsAt(organisation).flatMap(posted),
];

const members = (organisation: string, index: WorldIndex): Reached[] =>
  membersOf(index, organisation).map(
    ({ person: { id }, from, to }): Reached => ({
      kind: 'person',
      id,
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    }),
  );

const holder = ({ person, from, to }: Tenure): Reached => ({
  kind: 'person',
  id: person,
  from,
  ...(to === undefined ? {} : { to }),
});

const there = ({ organisation: id, from, to }: Tenure): Reached => ({
  kind: 'organisation',
  id,
  from,
  ...(to === undefined ? {} : { to }),
});

const posted = ({ id, person, from, to }: World['postings'][number]): Reached[] => [
  { kind: 'posting', id },
  { kind: 'person', id: person, from, ...(to === undefined ? {} : { to }) },
];

const tenures = new WeakMap<World, ReadonlyMap<string, readonly Tenure[]>>();

function tenuresAt(world: World, organisation: string): readonly Tenure[] {
  const made = tenures.get(world) ?? Map.groupBy(world.tenures, (tenure) => tenure.organisation);
  tenures.set(world, made);
  return made.get(organisation) ?? [];
}
