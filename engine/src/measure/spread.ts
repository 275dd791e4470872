import { Temporal } from 'temporal-polyfill';
import type { WorkCalendar } from '../calendar.ts';
import { toDay } from '../day.ts';
import { Decimal, divide } from '../decimal.ts';
import type { Parts } from '../parts.ts';
import type { Period } from '../standing.ts';
import type { Value } from '../value.ts';
import type { PartOf } from './types.ts';
import { toDecimal } from './values.ts';

type By = NonNullable<PartOf<'parameter'>['over']>;

/** A stretch of the period on which one value of a parameter holds. */
export interface Stretch {
  readonly from: string;
  readonly to: string;
  readonly value: Value;
  /** Its days or months. */
  readonly size: number;
}

/** The stretches of a period, oldest first: a new one begins on each day from which another value holds. */
export function stretchesOf(id: string, by: By, period: Period, parts: Parts, calendar: WorkCalendar): Stretch[] {
  const changes = Object.keys(parts.parameters.get(id)?.values ?? {}).filter(
    (day) => day > period.start && day <= period.end,
  );
  const starts = [period.start, ...changes.sort()];
  return starts.map((from, i) => {
    const next = starts[i + 1];
    const to = next === undefined ? period.end : Temporal.PlainDate.from(next).subtract({ days: 1 }).toString();
    return { from, to, value: parts.parameter(id, from), size: sizeOf(by, from, to, period, calendar) };
  });
}

function sizeOf(by: By, from: string, to: string, period: Period, calendar: WorkCalendar): number {
  if (by !== 'months') return calendar.countDays(by, toDay(from), toDay(to));
  const first = Temporal.PlainDate.from(period.start);
  let count = 0;
  for (let i = 0; ; i++) {
    const start = first.add({ months: i }).toString();
    if (start > to) return count;
    if (start >= from) count++;
  }
}

/** The mean of known values, each by its size; null when the period has none of these days. */
export function meanOf(stretches: readonly Stretch[]): Decimal | null {
  const whole = stretches.reduce((so, { size }) => so + size, 0);
  if (whole === 0) return null;
  const sum = stretches.reduce((so, { value, size }) => so.plus(toDecimal(value).times(size)), new Decimal(0));
  return divide(sum, new Decimal(whole));
}
