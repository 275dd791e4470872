import type { Standing, SubjectRef, World } from '@luoshi/engine';
import { policySpans } from '../packs/index.ts';
import type { ReadTx } from '../platform/database/transaction.ts';
import { readFacts, readPublished, readWorld } from '../records/index.ts';
import { kindsLookingBelow, withFactsFromAfar } from './from-afar.ts';
import { type StandingLight, standingLight } from './light.ts';
import { standingBelow } from './standing-below.ts';

/** A standing, and whether it matters now: the latest period that has begun, or an earlier event still to be dealt with. */
export interface PlacedStanding extends Omit<Standing, 'light' | 'beyond'> {
  readonly light: StandingLight;
  readonly current: boolean;
}

/** Who there was and what was recorded, as it was known on a day, and the packs that judge it. */
export interface Known {
  readonly asOf: string;
  readonly world: World;
  readonly spans: Awaited<ReturnType<typeof policySpans>>;
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
  return standingsFrom(await readKnown(tx, jurisdiction, asOf, subjects), subjects);
}

/** Everything the standings of these subjects, or of all, follow from. */
export async function readKnown(
  tx: ReadTx,
  jurisdiction: string,
  asOf: string,
  subjects?: readonly SubjectRef[],
): Promise<Known> {
  const spans = await policySpans(tx, jurisdiction, asOf);
  const below = subjects ? await standingBelow(tx, jurisdiction, subjects, kindsLookingBelow(spans)) : [];
  const around = subjects && [...subjects, ...below];
  const world = await readWorld(tx, { jurisdiction, asOf, ...(around ? { subjects: around } : {}) });
  const readers = around && [...readersOf(around, world), ...(below.length > 0 ? everybody(world) : [])];
  const near = await readFacts(tx, { jurisdiction, knownBy: asOf, ...(readers ? { subjects: readers } : {}) });
  const known = { jurisdiction, knownBy: asOf, spans };
  const facts = readers ? await withFactsFromAfar(tx, known, world, readers, near) : near;
  const published = new Set(spans.flatMap(({ policy }) => [...policy.publishedRead]));
  const shown = await readPublished(tx, { asOf, published, ...(subjects ? { of: world } : {}) });
  return { asOf, world: { ...world, ...shown, facts }, spans };
}

/** The standings that follow from what is known. */
export function standingsFrom({ asOf, world, spans }: Known, subjects?: readonly SubjectRef[]): PlacedStanding[] {
  const standings: Standing[] = [];
  const events = new Map<string, 'caught-up' | 'never'>();
  for (const span of spans) {
    for (const [id, { when, late }] of span.policy.obligations)
      if ('after' in when || 'before' in when) events.set(id, late === 'never' ? 'never' : 'caught-up');
    const found = span.policy.evaluate(world, { asOf, ...(subjects ? { subjects: [...subjects] } : {}) });
    standings.push(
      ...found.filter(({ period }) => period.start >= span.from && (span.to === null || period.start < span.to)),
    );
  }
  return markCurrent(standings, events);
}

/** Duties may count entries of neighbours (a posting's at its village, a post holder's organisation); their facts are read too. */
function readersOf(
  subjects: readonly SubjectRef[],
  world: Pick<World, 'organisations' | 'postings' | 'tenures' | 'persons' | 'memberships'>,
): SubjectRef[] {
  const refs = new Map(subjects.map((ref) => [`${ref.kind} ${ref.id}`, ref]));
  const add = (kind: SubjectRef['kind'], id: string) => refs.set(`${kind} ${id}`, { kind, id });
  const asked = new Set(subjects.filter(({ kind }) => kind === 'person').map(({ id }) => id));
  const isAsked = (person: string): boolean => asked.has(person);
  for (const posting of world.postings) {
    const near =
      isAsked(posting.person) ||
      [posting.organisation, posting.sendingOrganisation].some((id) => refs.has(`organisation ${id}`));
    if (!near && !refs.has(`posting ${posting.id}`)) continue;
    add('posting', posting.id);
    add('person', posting.person);
    add('organisation', posting.organisation);
    add('organisation', posting.sendingOrganisation);
  }
  for (const { person, organisation } of world.tenures) if (isAsked(person)) add('organisation', organisation);
  for (const { person, organisation } of world.memberships ?? [])
    if (isAsked(person)) add('organisation', organisation);
  for (const { id, memberOf } of world.persons)
    if (memberOf !== undefined && isAsked(id)) add('organisation', memberOf);
  addPredecessors(refs, world);
  return [...refs.values()];
}

/** Whoever is read because some figure looks below: members, holders of posts and those posted there. */
const everybody = ({ persons }: Pick<World, 'persons'>): SubjectRef[] =>
  persons.map(({ id }) => ({ kind: 'person', id }));

/** Entries of those whose record an organisation carries on. */
function addPredecessors(refs: Map<string, SubjectRef>, { organisations }: Pick<World, 'organisations'>): void {
  const heirs = organisations.filter(({ succeeds }) => succeeds !== undefined);
  for (let before = 0; before < refs.size; ) {
    before = refs.size;
    for (const { id, succeeds = [] } of heirs) {
      if (!refs.has(`organisation ${id}`)) continue;
      for (const { organisation } of succeeds)
        refs.set(`organisation ${organisation}`, { kind: 'organisation', id: organisation });
    }
  }
}

/** `events` are the duties that follow events, and whether they can be caught up: each event is a matter of its own until it is done. */
function markCurrent(
  standings: readonly Standing[],
  events: ReadonlyMap<string, 'caught-up' | 'never'>,
): PlacedStanding[] {
  const latest = new Map<string, string>();
  const keyOf = (standing: Standing) => `${standing.obligation} ${standing.subject.id}`;
  for (const standing of standings) {
    const key = keyOf(standing);
    const known = latest.get(key);
    if (known === undefined || standing.period.start > known) latest.set(key, standing.period.start);
  }
  const unfinished = ({ light, obligation }: Standing): boolean =>
    light === 'overdue'
      ? events.get(obligation) === 'caught-up'
      : events.has(obligation) && (light === 'open' || light === 'due-soon');
  return standings.map((standing) => ({
    ...standing,
    light: standingLight(standing),
    current: latest.get(keyOf(standing)) === standing.period.start || unfinished(standing),
  }));
}
