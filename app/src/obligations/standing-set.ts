import type { Standing, SubjectRef } from '@luoshi/engine';
import { policySpans } from '../packs/index.ts';
import type { ReadTx } from '../platform/database/transaction.ts';
import { readFacts, readWorld } from '../records/index.ts';

/** A standing, and whether its period is the latest that has begun for this duty and subject. */
export interface PlacedStanding extends Standing {
  readonly current: boolean;
}

/**
 * Computes standings from entries and packs, as they were known on `asOf`.
 *
 * Each period is judged by the packs that were in force when it began. Periods reach back to the start of
 * the year of `asOf`. With `subjects`, only theirs are computed, from the facts they read.
 */
export async function computeStandings(
  tx: ReadTx,
  jurisdiction: string,
  asOf: string,
  subjects?: readonly SubjectRef[],
): Promise<PlacedStanding[]> {
  const world = await readWorld(tx, { jurisdiction, asOf, ...(subjects ? { subjects } : {}) });
  const facts = await readFacts(tx, {
    jurisdiction,
    knownBy: asOf,
    ...(subjects ? { subjects: readersOf(subjects, world) } : {}),
  });
  const standings: Standing[] = [];
  for (const span of await policySpans(tx, jurisdiction, asOf)) {
    const query = { asOf, ...(subjects ? { subjects: [...subjects] } : {}) };
    const found = span.policy.evaluate({ ...world, facts }, query);
    standings.push(
      ...found.filter(({ period }) => period.start >= span.from && (span.to === null || period.start < span.to)),
    );
  }
  return markCurrent(standings);
}

/** Duties may count entries of neighbours (a posting's at its village); their facts are read too. */
function readersOf(
  subjects: readonly SubjectRef[],
  world: { readonly postings: readonly { id: string; organisation: string; sendingOrganisation: string }[] },
): SubjectRef[] {
  const refs = new Map(subjects.map((ref) => [`${ref.kind} ${ref.id}`, ref]));
  const add = (kind: SubjectRef['kind'], id: string) => refs.set(`${kind} ${id}`, { kind, id });
  for (const posting of world.postings) {
    const near = [posting.organisation, posting.sendingOrganisation].some((id) => refs.has(`organisation ${id}`));
    if (!near && !refs.has(`posting ${posting.id}`)) continue;
    add('posting', posting.id);
    add('organisation', posting.organisation);
    add('organisation', posting.sendingOrganisation);
  }
  return [...refs.values()];
}

function markCurrent(standings: readonly Standing[]): PlacedStanding[] {
  const latest = new Map<string, string>();
  const keyOf = (standing: Standing) => `${standing.obligation} ${standing.subject.id}`;
  for (const standing of standings) {
    const key = keyOf(standing);
    const known = latest.get(key);
    if (known === undefined || standing.period.start > known) latest.set(key, standing.period.start);
  }
  return standings.map((standing) => ({ ...standing, current: latest.get(keyOf(standing)) === standing.period.start }));
}
