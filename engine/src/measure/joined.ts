import type { Decimal } from '../decimal.ts';
import { type Inherited, inheritedBy } from '../succession.ts';
import type { Missing, Words } from '../value.ts';
import { plain } from '../value-json.ts';
import { say } from '../words.ts';
import type { Element, Gathered } from './element.ts';
import type { At } from './types.ts';
import { referenceDay } from './window.ts';

/** The day whose mergers and divisions hold at a place. */
export const joinedOn = (at: Pick<At, 'period' | 'asOf' | 'joinedOn'>): string => at.joinedOn ?? referenceDay(at);

/** Whose record the organisation of a place carries on there; null when only its own. */
export const inheritedAt = (at: Pick<At, 'period' | 'asOf' | 'joinedOn' | 'organisation' | 'run'>) =>
  inheritedBy(at.run.index, at.organisation, joinedOn(at));

/** The entries of all whose record is carried on, each once, with the part of it that counts. `at` is the days that are read. */
export function gatherJoined(gather: (at: At) => Gathered, inherited: readonly Inherited[], at: At): Gathered {
  const found = new Map<string, Element>();
  const [doubt, names]: [Missing[], Set<string>] = [[], new Set()];
  for (const piece of inherited) {
    const place = placeOf(piece, at);
    if (place === null || piece.share?.isZero() === true) continue;
    const gathered = gather(place);
    doubt.push(...gathered.doubt);
    const own = piece.organisation.id === at.organisation;
    if (!own) names.add(piece.organisation.name);
    for (const element of gathered.elements) {
      const id = element.fact?.id;
      if (id !== undefined && !found.has(id)) found.set(id, taken(element, piece, own));
    }
  }
  return { elements: [...found.values()], doubt, ...(names.size === 0 ? {} : { joined: joinedWords([...names]) }) };
}

/** Where those entries are looked for; null when none of the days are those of the piece. */
function placeOf({ organisation: { id }, from, to }: Inherited, at: At): At | null {
  const { start, end } = at.period;
  const period = {
    ...at.period,
    start: from !== undefined && from > start ? from : start,
    end: to !== undefined && to < end ? to : end,
  };
  if (period.start > period.end) return null;
  const itself = at.subject.kind === 'organisation' && at.subject.id === at.organisation;
  return { ...at, period, organisation: id, ...(itself ? { subject: { kind: 'organisation', id } } : {}) };
}

function taken(element: Element, { organisation, share }: Inherited, own: boolean): Element {
  if (own && share === null) return element;
  const note = inheritedNote({ organisation, share });
  return { ...element, notes: [...(element.notes ?? []), note], ...(share === null ? {} : { share }) };
}

/** Whose an entry was that an organisation carries on. */
export const inheritedNote = ({ organisation: { name }, share }: Pick<Inherited, 'organisation' | 'share'>): Words =>
  share === null ? beforeMerger(name) : ofDivided(name, share);

const beforeMerger = (name: string): Words => say(`“${name}”的记录，由其承继`, `entry of “${name}”, carried on`);

const ofDivided = (name: string, share: Decimal): Words => {
  const part = plain(share.times(100));
  return say(`“${name}”拆分前的记录，计 ${part}%`, `entry of “${name}” from before it was divided, ${part}% of it`);
};

const joinedWords = (names: readonly string[]): Words =>
  say(
    `含所承继的${names.map((name) => `“${name}”`).join('')}的记录`,
    `with the entries of ${names.map((name) => `“${name}”`).join(', ')}, carried on`,
  );
