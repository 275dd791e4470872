import type { Fact, Policy, SubjectRef, World } from '@luoshi/engine';
import type { ReadTx } from '../platform/database/transaction.ts';
import { readFacts } from '../records/index.ts';

type Spans = readonly {
  readonly policy: Pick<Policy, 'formsFromAbove' | 'formsNaming' | 'kindsLookingBelow'>;
}[];

interface Known {
  readonly jurisdiction: string;
  readonly knownBy: string;
  readonly spans: Spans;
}

/** Kinds of organisations whose duties read what is below them, by any of these policies. */
export const kindsLookingBelow = (spans: Spans): ReadonlySet<string> =>
  new Set(spans.flatMap(({ policy }) => [...policy.kindsLookingBelow]));

/** Forms whose entries about an organisation bind those below it or are read there, by any of these policies. */
export const formsFromAbove = (spans: Spans): string[] => [
  ...new Set(spans.flatMap(({ policy }) => [...policy.formsFromAbove])),
];

/** Forms whose entries reach duties through whom a field names. */
const formsNaming = (spans: Spans): string[] => [...new Set(spans.flatMap(({ policy }) => [...policy.formsNaming]))];

/** The facts, with those about organisations of the world that bind from above, and those that name whom the facts are read for. */
export async function withFactsFromAfar(
  tx: ReadTx,
  { jurisdiction, knownBy, spans }: Known,
  world: Pick<World, 'organisations' | 'postings'>,
  readers: readonly SubjectRef[],
  facts: readonly Fact[],
): Promise<Fact[]> {
  const subjects = world.organisations.map(({ id }) => ({ kind: 'organisation' as const, id }));
  const ids = new Set(readers.map(({ id }) => id));
  const posted = world.postings.filter(({ id }) => ids.has(id)).map(({ person }) => person);
  const [above, named] = await Promise.all([
    readFacts(tx, { jurisdiction, knownBy, subjects, forms: formsFromAbove(spans) }),
    readFacts(tx, { jurisdiction, knownBy, naming: [...ids, ...posted], forms: formsNaming(spans) }),
  ]);
  return [...new Map([...facts, ...above, ...named].map((fact) => [fact.id, fact])).values()];
}
