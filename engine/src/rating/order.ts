import { toDecimal } from '../measure/values.ts';
import type { Rank } from '../schema/rating/rank.ts';
import type { Value } from '../value.ts';
import { checkNumberStep } from './checked.ts';
import type { Sheet, StepChecker } from './types.ts';

type Ties = Rank['ties'];
type Best = Rank['best'];
/** Below zero when row `a` comes before row `b`; zero when nothing tells them apart. */
export type CompareRows = (sheet: Sheet, a: number, b: number) => number;

export function checkTies(ties: Ties, at: string, checker: StepChecker): boolean {
  if (typeof ties === 'string') return true;
  return ties.by
    .map(({ step }, i) => checkNumberStep(step, `${at}/by/${i}/step`, checker))
    .every((type) => type !== null);
}

/** A step by which rows are compared. */
export interface Key {
  readonly step: string;
  readonly best: Best;
}

interface Ordering {
  readonly of: string;
  readonly best: Best;
  readonly ties: Ties;
}

/** The steps by which rows are compared, the first first. */
export const keysOf = ({ of, best, ties }: Ordering): Key[] => [
  { step: of, best },
  ...(typeof ties === 'string' ? [] : ties.by),
];

/** Compares rows by a step, then by the steps that break ties. */
export const tieBreaker = (ordering: Ordering): CompareRows => compareByKeys(keysOf(ordering));

/** Compares rows by steps, in turn. */
export const compareByKeys =
  (keys: readonly Key[]): CompareRows =>
  (sheet, a, b) => {
    for (const key of keys) {
      const column = sheet.column(key.step);
      const order = compareValues(column[a] as Value, column[b] as Value, key.best);
      if (order !== 0) return order;
    }
    return 0;
  };

/** Known values by size; one that is not known comes after all that are, and equals its like. */
function compareValues(a: Value, b: Value, best: Best): number {
  if (a.state !== 'known' || b.state !== 'known') return Number(a.state !== 'known') - Number(b.state !== 'known');
  const order = toDecimal(a).comparedTo(toDecimal(b));
  return best === 'highest' ? -order : order;
}

/** The place of each row; equal rows share one. The order of the rows given does not matter. */
export function placesOf(
  rows: readonly number[],
  compare: (a: number, b: number) => number,
  ties: Ties,
): ReadonlyMap<number, number> {
  const gap = (typeof ties === 'string' ? ties : ties.then) === 'shared-with-gap';
  const sorted = [...rows].sort(compare);
  const places = new Map<number, number>();
  let place = 0;
  sorted.forEach((row, index) => {
    const before = sorted[index - 1];
    if (before === undefined || compare(before, row) !== 0) place = gap ? index + 1 : place + 1;
    places.set(row, place);
  });
  return places;
}
