import { Temporal } from 'temporal-polyfill';
import { kindOfKey, periodFromKey } from '../period.ts';
import type { Rating } from '../schema/rating.ts';
import type { Period } from '../standing.ts';

type Own = Pick<Rating, 'period'>;

/** The period of a rating that a key names; null when it names none of its kind. */
export function ratingPeriod({ period: { every, begins } }: Own, key: string): Period | null {
  if (kindOfKey(key) !== every) return null;
  const period = periodFromKey(key);
  if (!period || begins === undefined || begins === '01-01' || every !== 'year') return period;
  const start = Temporal.PlainDate.from(`${Number(key) - 1}-${begins}`);
  return { key, start: start.toString(), end: start.add({ years: 1 }).subtract({ days: 1 }).toString() };
}
