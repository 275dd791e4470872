import type { Fact, FieldValue, SubjectRef, World } from '../../engine/src/index.ts';

/** How the world of an example is made large: more of everything below the top, or more subjects in the same places. */
export type Growth = 'everything' | 'subjects';

/** The world with its parts repeated so often; the first copy keeps its ids. */
export function copiesOf(world: World, copies: number, growth: Growth, rated: ReadonlySet<string>): World {
  const kept = keptOf(world, growth, rated);
  const made = Array.from({ length: copies }, (_, i) => (i === 0 ? world : renamed(world, `~${i}`, kept)));
  const all = <T>(listOf: (one: World) => readonly T[]): T[] => made.flatMap(listOf);
  return {
    organisations: all((one) => one.organisations).filter(once()),
    persons: all((one) => one.persons).filter(once()),
    postings: all((one) => one.postings),
    tenures: all((one) => one.tenures).filter(once()),
    facts: all((one) => one.facts).filter(once()),
  };
}

/** Organisations that stay one: those at the top, or all that are not rated themselves. */
function keptOf({ organisations }: World, growth: Growth, rated: ReadonlySet<string>): ReadonlySet<string> {
  const top = organisations.filter(({ id, parent }) => parent === null && !rated.has(id));
  const others = organisations.filter(({ id }) => !rated.has(id));
  return new Set((growth === 'everything' || rated.size === 0 ? top : others).map(({ id }) => id));
}

function renamed(world: World, suffix: string, kept: ReadonlySet<string>): World {
  const own = new Set([
    ...world.organisations.flatMap(({ id, name }) => (kept.has(id) ? [] : [id, name])),
    ...world.persons.flatMap(({ id, name }) => [id, name]),
    ...world.postings.map(({ id }) => id),
  ]);
  const name = (text: string): string => (own.has(text) ? `${text}${suffix}` : text);
  const value = (field: FieldValue): FieldValue =>
    typeof field === 'string' ? name(field) : Array.isArray(field) ? field.map((one) => name(String(one))) : field;
  const subject = ({ kind, id }: SubjectRef): SubjectRef => ({ kind, id: name(id) });
  const fact = (one: Fact): Fact => ({
    ...one,
    id: kept.has(one.subject.id) ? one.id : `${one.id}${suffix}`,
    subject: subject(one.subject),
    data: Object.fromEntries(Object.entries(one.data).map(([key, field]) => [key, value(field)])),
  });
  return {
    organisations: world.organisations.map((one) => ({
      ...one,
      id: name(one.id),
      name: name(one.name),
      parent: one.parent === null ? null : name(one.parent),
    })),
    persons: world.persons.map((one) => ({
      ...one,
      id: name(one.id),
      name: name(one.name),
      ...(one.memberOf === undefined ? {} : { memberOf: name(one.memberOf) }),
    })),
    postings: world.postings.map((one) => ({
      ...one,
      id: name(one.id),
      person: name(one.person),
      organisation: name(one.organisation),
    })),
    tenures: world.tenures.map((one) => ({
      ...one,
      id: `${one.id}${suffix}`,
      organisation: name(one.organisation),
      person: name(one.person),
    })),
    facts: world.facts.map(fact),
  };
}

function once(): (one: { readonly id: string }) => boolean {
  const seen = new Set<string>();
  return ({ id }) => !seen.has(id) && Boolean(seen.add(id));
}
