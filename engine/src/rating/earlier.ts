import type { World } from '../facts.ts';
import type { At, SheetAt } from '../measure/types.ts';
import type { Parts } from '../parts.ts';
import type { Finding } from '../problem.ts';
import type { Rating, Step } from '../schema/rating.ts';
import type { Period } from '../standing.ts';
import { say } from '../words.ts';

/** Whether a step of a rating comes to read itself in an earlier period: what is carried over, or counted in a row. */
export function readsItself({ id, steps, result }: Rating, step: string): boolean {
  const byId = new Map(steps.map((one) => [one.id, one]));
  const seen = new Set<string>();
  const reaches = (name: string): boolean => {
    const one = byId.get(name);
    if (!one || seen.has(name)) return false;
    seen.add(name);
    const read = earlierSteps(one, id, result.score ?? '');
    return read.includes(step) || [...namesIn(one, byId), ...read].some(reaches);
  };
  return reaches(step);
}

/** Steps of the rating that a part reads in earlier periods; its score when none is named. */
function earlierSteps(part: unknown, rating: string, score: string): string[] {
  if (typeof part !== 'object' || part === null) return [];
  const isOwn = 'rating' in part && part.rating === rating && readsEarlier(part);
  const own = isOwn ? ['step' in part ? String(part.step) : score] : [];
  return [...own, ...Object.values(part).flatMap((value) => earlierSteps(value, rating, score))];
}

/** Results of a period other than the same, and rounds that are the last of several. */
const readsEarlier = (part: object): boolean =>
  ('period' in part && part.period !== 'same') || ('last' in part && typeof part.last === 'object');

/** Steps whose names stand in a part. */
function namesIn(part: unknown, byId: ReadonlyMap<string, Step>): string[] {
  if (typeof part === 'string') return (part.match(/[a-z][a-z0-9_]*/g) ?? []).filter((word) => byId.has(word));
  if (typeof part !== 'object' || part === null) return [];
  return Object.values(part).flatMap((value) => namesIn(value, byId));
}

/** A step of a rating that reads itself, and the day before which nobody was rated. */
export interface Chain {
  readonly rating: string;
  readonly step: string;
  readonly start: (world: World) => string;
}

/** From the declared day; else from the day the pack came into force, or that of the first entry when that is earlier. */
export function startOf({ id, since }: Rating, parts: Parts): Chain['start'] {
  if (since !== undefined) return () => since;
  const { from = '9999-12-31' } = parts.inForce('rating', id);
  return (world) => {
    const first = firstDay(world);
    return first < from ? first : from;
  };
}

/** Whoever carries something over from period to period says where that begins. */
export function checkSince(rating: Rating): Finding[] {
  if (rating.since !== undefined || !rating.steps.some(({ id }) => readsItself(rating, id))) return [];
  return [
    {
      severity: 'warning',
      code: 'no-start',
      at: '/id',
      words: say(
        '逐期结转、连续计数没有写明从哪一天起：从制度施行日或最早的记录起算',
        'It is not said where what is carried over begins: the day the pack came into force, or the first entry, is taken',
      ),
      wayOut: say('写 since: 2026-01-01', 'Write since: 2026-01-01'),
    },
  ];
}

/**
 * Works out earlier periods oldest first, so that a long line of them is no deep one. False for a period that ends before
 * anything was recorded: nobody was rated then.
 */
export function workOutSince(
  from: Period,
  before: (period: Period) => Period | null,
  { rating, step, start: startOf }: Chain,
  at: At,
): boolean {
  const start = startOf(at.run.index.world);
  const open: SheetAt[] = [];
  for (let one: Period | null = from; one && one.end >= start; one = before(one)) {
    const sheet = at.steps?.other(rating, one);
    if (!sheet || onTheWay(sheet, step)) break;
    open.push(sheet);
  }
  for (const sheet of open.toReversed()) sheet.workOut(step);
  return from.end >= start;
}

const begun = new WeakMap<SheetAt, Set<string>>();

/** Whether a step of a sheet is worked out, or about to be; from now on it is. */
function onTheWay(sheet: SheetAt, step: string): boolean {
  const steps = begun.get(sheet) ?? new Set();
  begun.set(sheet, steps);
  const was = steps.has(step);
  steps.add(step);
  return was;
}

const firstDays = new WeakMap<World, string>();

/** The day of the first entry there is. */
function firstDay(world: World): string {
  const known = firstDays.get(world);
  if (known !== undefined) return known;
  const found = world.facts.reduce((first, { date }) => (date < first ? date : first), '9999-12-31');
  firstDays.set(world, found);
  return found;
}
