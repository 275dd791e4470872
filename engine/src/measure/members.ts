import type { Person, World } from '../facts.ts';
import type { WorldIndex } from '../world-index.ts';

const members = new WeakMap<World, ReadonlyMap<string, readonly Person[]>>();

/** Persons who are members of an organisation (a Party branch). */
export function membersOf(index: WorldIndex, organisation: string): readonly Person[] {
  const made = members.get(index.world) ?? byOrganisation(index.world);
  members.set(index.world, made);
  return made.get(organisation) ?? [];
}

function byOrganisation({ persons }: World): ReadonlyMap<string, readonly Person[]> {
  const groups = new Map<string, Person[]>();
  for (const person of persons) {
    if (person.memberOf === undefined) continue;
    const group = groups.get(person.memberOf);
    if (group) group.push(person);
    else groups.set(person.memberOf, [person]);
  }
  return groups;
}
