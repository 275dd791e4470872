import { type DayNumber, NEVER, toDay } from '../day.ts';
import type { Posting, Tenure } from '../facts.ts';
import { allMembers } from '../measure/members.ts';
import type { WorldIndex } from '../world-index.ts';

/** Days in office in one organisation without a gap, in whatever posts. */
export interface Spell {
  readonly person: string;
  readonly organisation: string;
  readonly from: DayNumber;
  /** Last day; `NEVER` while it runs. */
  readonly to: DayNumber;
}

/** The spells of each person in these posts, that which ends last at the end. Independent of the order of tenures. */
export function spellsOf(posts: readonly string[], kinds: ReadonlySet<string>, index: WorldIndex): Spell[][] {
  const byPerson = new Map<string, Spell[]>();
  for (const tenure of posts.flatMap((post) => index.tenuresOf(post))) {
    if (!kinds.has(index.organisations.get(tenure.organisation)?.kind ?? '')) continue;
    const spells = byPerson.get(tenure.person);
    if (spells) spells.push(spellOf(tenure));
    else byPerson.set(tenure.person, [spellOf(tenure)]);
  }
  return [...byPerson.values()].map((spells) => lastInOfficeLast(joined(spells), NEVER));
}

/** The spells of each person posted in these kinds, by places, that which ends last at the end. */
export function postingSpells(kinds: readonly string[], index: WorldIndex): Spell[][] {
  const spells = index.world.postings.filter(({ kind }) => kinds.includes(kind)).map(spellOf);
  return [...Map.groupBy(spells, ({ person }) => person).values()].map((own) => lastInOfficeLast(joined(own), NEVER));
}

/** The spells of each member of organisations of these kinds, as far as the organisation exists, that which ends last at the end. */
export function membershipSpells(kinds: ReadonlySet<string>, index: WorldIndex): Spell[][] {
  const spells = allMembers(index).flatMap(({ person: { id: person }, organisation, from, to }): Spell[] => {
    const record = index.organisations.get(organisation);
    if (!record || !kinds.has(record.kind)) return [];
    const [first, last] = [toDay(record.from), record.to === undefined ? NEVER : toDay(record.to)];
    const spell = {
      person,
      organisation,
      from: from === undefined ? first : Math.max(first, toDay(from)),
      to: to === undefined ? last : Math.min(last, toDay(to)),
    };
    return spell.from <= spell.to ? [spell] : [];
  });
  return [...Map.groupBy(spells, ({ person }) => person).values()].map((own) => lastInOfficeLast(joined(own), NEVER));
}

/** By the last day in office up to a day, then by the first. */
export const lastInOfficeLast = (spells: readonly Spell[], until: DayNumber): Spell[] =>
  spells.toSorted(
    (a, b) =>
      Math.min(a.to, until) - Math.min(b.to, until) || a.from - b.from || (a.organisation < b.organisation ? -1 : 1),
  );

/** Days on which any of the spells runs, without overlap, in order. */
export function joinedDays(
  spells: readonly { readonly from: DayNumber; readonly to: DayNumber }[],
): { from: DayNumber; to: DayNumber }[] {
  const days: { from: DayNumber; to: DayNumber }[] = [];
  for (const { from, to } of spells.toSorted((a, b) => a.from - b.from)) {
    const last = days.at(-1);
    if (last && from <= last.to + 1) last.to = Math.max(last.to, to);
    else days.push({ from, to });
  }
  return days;
}

const spellOf = ({ person, organisation, from, to }: Tenure | Posting): Spell => ({
  person,
  organisation,
  from: toDay(from),
  to: to === undefined ? NEVER : toDay(to),
});

function joined(spells: readonly Spell[]): Spell[] {
  const byOrganisation = Map.groupBy(spells, ({ organisation }) => organisation);
  return [...byOrganisation.values()].flatMap((own) =>
    joinedDays(own).map((days): Spell => ({ ...(own[0] as Spell), ...days })),
  );
}
