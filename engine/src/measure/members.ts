import type { Person, World } from '../facts.ts';
import type { WorldIndex } from '../world-index.ts';

/** A person’s membership of an organisation, with its days as far as they are known. */
export interface Member {
  readonly person: Person;
  readonly organisation: string;
  readonly from?: string;
  readonly to?: string;
  /** Whether it is one of a history of memberships, so that entries of other days are not its organisation’s. */
  readonly dated: boolean;
}

interface Members {
  readonly all: readonly Member[];
  readonly byOrganisation: ReadonlyMap<string, readonly Member[]>;
}

const made = new WeakMap<World, Members>();

/** Those who are or were members of an organisation (a Party branch), a membership each. */
export const membersOf = (index: WorldIndex, organisation: string): readonly Member[] =>
  membersIn(index.world).byOrganisation.get(organisation) ?? [];

/** All memberships, person by person in the order of the world. */
export const allMembers = ({ world }: WorldIndex): readonly Member[] => membersIn(world).all;

function membersIn(world: World): Members {
  const known = made.get(world);
  if (known) return known;
  const history = Map.groupBy(world.memberships ?? [], ({ person }) => person);
  const all = world.persons.flatMap((person): Member[] => {
    const own = history.get(person.id);
    if (own) return own.map(({ person: _, ...days }) => ({ ...days, person, dated: true }));
    if (person.memberOf === undefined) return [];
    const since = person.memberSince === undefined ? {} : { from: person.memberSince };
    return [{ person, organisation: person.memberOf, ...since, dated: false }];
  });
  const members = { all, byOrganisation: Map.groupBy(all, ({ organisation }) => organisation) };
  made.set(world, members);
  return members;
}
