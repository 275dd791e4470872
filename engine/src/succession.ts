import { fromDay, toDay } from './day.ts';
import { Decimal } from './decimal.ts';
import type { Organisation, World } from './facts.ts';
import type { WorldIndex } from './world-index.ts';

/** Days of an organisation whose record is taken over, and how much of it. */
export interface Inherited {
  readonly organisation: Organisation;
  /** The first and the last of these days; without one when absent. */
  readonly from?: string;
  readonly to?: string;
  /** The part that is taken over, where it was split; null for all of it. */
  readonly share: Decimal | null;
}

/** That one organisation takes over from another on a day. */
interface Succession {
  readonly heir: Organisation;
  readonly of: Organisation;
  readonly on: string;
  readonly share: Decimal | null;
}

interface Successions {
  readonly byHeir: ReadonlyMap<string, readonly Succession[]>;
  readonly byPredecessor: ReadonlyMap<string, readonly Succession[]>;
}

const known = new WeakMap<World, Successions>();

function successionsOf(world: World): Successions {
  const made = known.get(world) ?? readSuccessions(world);
  known.set(world, made);
  return made;
}

function readSuccessions({ organisations }: World): Successions {
  const heirs = organisations.filter(({ succeeds = [] }) => succeeds.length > 0);
  const byId =
    heirs.length === 0 ? new Map<string, Organisation>() : new Map(organisations.map((one) => [one.id, one]));
  const all = heirs.flatMap((heir) =>
    (heir.succeeds ?? []).flatMap(({ organisation, from, share }): Succession[] => {
      const of = byId.get(organisation);
      if (!of) return [];
      return [{ heir, of, on: from ?? dayOf(heir, of), share: share === undefined ? null : new Decimal(share) }];
    }),
  );
  return {
    byHeir: Map.groupBy(all, ({ heir }) => heir.id),
    byPredecessor: Map.groupBy(all, ({ of }) => of.id),
  };
}

/** On its own first day; of an organisation that ends later, on the day after that. */
function dayOf({ from }: Organisation, { to }: Organisation): string {
  const after = to === undefined ? from : dayAfter(to);
  return after > from ? after : from;
}

const dayAfter = (day: string): string => fromDay(toDay(day) + 1);
const dayBefore = (day: string): string => fromDay(toDay(day) - 1);

/**
 * Whose record an organisation carries on, as it stands on a day: its own, and that of all it took over from by then, each up to the day
 * before. What an organisation that goes on gave away with a share is no longer in its own. Null when that is all its own and nobody else’s.
 */
export function inheritedBy(
  { world, organisations }: Pick<WorldIndex, 'world' | 'organisations'>,
  organisation: string,
  day: string,
): readonly Inherited[] | null {
  const { byHeir, byPredecessor } = successionsOf(world);
  if (byHeir.size === 0) return null;
  const inForce = (all: readonly Succession[] | undefined): readonly Succession[] =>
    (all ?? []).filter(({ on }) => on <= day);
  const own = organisations.get(organisation);
  if (!own || (inForce(byHeir.get(organisation)).length === 0 && gaveAway(own, day, byPredecessor).length === 0))
    return null;
  const found: Inherited[] = [];
  const seen = new Set<string>();
  const take = (one: Organisation, to: string | undefined, share: Decimal | null): void => {
    if (seen.has(one.id)) return;
    seen.add(one.id);
    found.push(...pieces(one, to, share, gaveAway(one, to ?? day, byPredecessor)));
    for (const { of, on, share: part } of inForce(byHeir.get(one.id))) {
      const last = to !== undefined && to < on ? to : dayBefore(on);
      take(of, last, times(share, part));
    }
  };
  take(own, undefined, null);
  return found;
}

/** What an organisation that goes on has given away by a day, oldest first. */
function gaveAway(one: Organisation, day: string, byPredecessor: Successions['byPredecessor']): readonly Succession[] {
  return (byPredecessor.get(one.id) ?? [])
    .filter(({ on, share }) => share !== null && on <= day && (one.to === undefined || one.to >= on))
    .toSorted((a, b) => (a.on < b.on ? -1 : 1));
}

/** The days of an organisation up to a day, cut where it gave something away: of what was before it keeps the rest. */
function pieces(
  organisation: Organisation,
  to: string | undefined,
  share: Decimal | null,
  given: readonly Succession[],
): Inherited[] {
  const days = [...new Set(given.map(({ on }) => on))];
  return [...days, null].map((end, i): Inherited => {
    const begin = days[i - 1];
    const gone = given.slice(given.findIndex(({ on }) => on === end));
    const left =
      end === null
        ? null
        : Decimal.max(
            0,
            gone.reduce((rest, one) => rest.minus(one.share ?? 0), WHOLE),
          );
    const last = end === null ? to : dayBefore(end);
    return {
      organisation,
      ...(begin === undefined ? {} : { from: begin }),
      ...(last === undefined ? {} : { to: last }),
      share: times(share, left),
    };
  });
}

const WHOLE = new Decimal(1);
const times = (a: Decimal | null, b: Decimal | null): Decimal | null => (a === null ? b : b === null ? a : a.times(b));

/** Whether anybody in a world takes over from another: without that, joining changes nothing. */
export const anySuccession = (world: World): boolean => successionsOf(world).byHeir.size > 0;
