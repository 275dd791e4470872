import type { Fact, World } from '@luoshi/engine';
import type { ReadTx } from '../platform/database/transaction.ts';
import { readFacts } from '../records/index.ts';

type Spans = readonly { readonly policy: { readonly formsFromAbove: ReadonlySet<string> } }[];

/** Forms whose entries about an organisation bind those below it, by any of these policies. */
export const formsFromAbove = (spans: Spans): string[] => [
  ...new Set(spans.flatMap(({ policy }) => [...policy.formsFromAbove])),
];

/** The facts, with those about organisations of the world that bind from above. */
export async function withFactsFromAbove(
  tx: ReadTx,
  { jurisdiction, knownBy, spans }: { readonly jurisdiction: string; readonly knownBy: string; readonly spans: Spans },
  world: Pick<World, 'organisations'>,
  facts: readonly Fact[],
): Promise<Fact[]> {
  const subjects = world.organisations.map(({ id }) => ({ kind: 'organisation' as const, id }));
  const above = await readFacts(tx, { jurisdiction, knownBy, subjects, forms: formsFromAbove(spans) });
  const known = new Set(facts.map(({ id }) => id));
  return [...facts, ...above.filter(({ id }) => !known.has(id))];
}
