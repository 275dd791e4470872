import { record, type VariableType } from '../condition.ts';
import type { Fact, SubjectRef, Tenure, World } from '../facts.ts';
import type { About } from '../schema/set.ts';
import { say } from '../words.ts';
import type { WorldIndex } from '../world-index.ts';

export type Held = Extract<About, { where_it_holds: readonly string[] }>;

export const isHeld = (about: About | undefined): about is Held =>
  typeof about === 'object' && 'where_it_holds' in about;

/** `tenure` in conditions over a person’s days in office, and over entries of the organisations where they are spent. */
export const tenureVariables: VariableType = record({
  organisation: { type: 'text' },
  from: { type: 'date', title: say('任职首日', 'First day in office') },
  to: { type: 'date', title: say('任职末日', 'Last day in office') },
});

/** The days a person, or whoever is posted, spent in these posts, the earliest first. */
export function heldBy({ where_it_holds: posts }: Held, { kind, id }: SubjectRef, index: WorldIndex): Tenure[] {
  const person = kind === 'posting' ? index.postings.get(id)?.person : id;
  return (ofPersons(index.world).get(person ?? '') ?? [])
    .filter(({ post }) => posts.includes(post))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

/** In which of these days an entry lies; two of one organisation at once are told by the earlier. */
export const tenureOf = (held: readonly Tenure[], { subject, date }: Fact): Tenure | undefined =>
  held.find(({ organisation, from, to }) => organisation === subject.id && from <= date && (to ?? date) >= date);

const known = new WeakMap<World, ReadonlyMap<string, readonly Tenure[]>>();

function ofPersons(world: World): ReadonlyMap<string, readonly Tenure[]> {
  const made = known.get(world) ?? Map.groupBy(world.tenures, ({ person }) => person);
  known.set(world, made);
  return made;
}
