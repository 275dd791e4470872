import { createHash } from 'node:crypto';
import type { Fact, World } from '@luoshi/engine';
import { type FactHashes, type FactKind, stable } from './run.ts';

/** What of a world can make a result another one: people's names in them are left out, everything the engine judges is in. */
export function hashesOfWorld({ organisations, persons, postings, tenures, facts }: World): FactHashes {
  return {
    organisations: hashOf(organisations),
    persons: hashOf(persons),
    postings: hashOf(postings),
    tenures: hashOf(tenures),
    facts: hashOf(facts.map(judged)),
  };
}

/** One hash over all. */
export const factHash = (hashes: FactHashes): string => {
  const hash = createHash('sha256');
  for (const kind of FACT_KINDS) hash.update(`${kind} ${hashes[kind]}\n`);
  return hash.digest('hex');
};

export const FACT_KINDS: readonly FactKind[] = ['organisations', 'persons', 'postings', 'tenures', 'facts'];

const judged = ({ recordedBy, endedBy: _, confirmation, ...fact }: Fact) => ({
  ...fact,
  recordedBy: recordedBy.account,
  ...(confirmation ? { confirmation: { on: confirmation.on, outcome: confirmation.outcome } } : {}),
});

/** The order in which rows come does not matter. */
function hashOf(rows: readonly { readonly id: string }[]): string {
  const hash = createHash('sha256');
  for (const row of rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))) hash.update(`${stable(row)}\n`);
  return hash.digest('hex');
}
