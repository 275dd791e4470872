import type { Obligation } from '../../src/schema/obligation.ts';
import { daysFrom, isDayOff, isWorking, weekdayOf } from './days.ts';
import type { PlainPeriod } from './periods.ts';

/** A ratio of whole numbers. */
export interface Ratio {
  readonly num: number;
  readonly den: number;
}

type Rounding = 'none' | 'up' | 'down' | 'half-up' | 'half-even' | 'to-half-up' | 'to-half-down';

export interface Leave {
  readonly first: number;
  readonly last: number;
}

const smaller = (a: Ratio, b: Ratio): Ratio => (a.num * b.den <= b.num * a.den ? a : b);
const times = (a: Ratio, num: number, den: number): Ratio => ({ num: a.num * num, den: a.den * den });

function rounded({ num, den }: Ratio, mode: Rounding): Ratio {
  const [whole, rest] = [Math.floor(num / den), num % den];
  const up = {
    up: rest > 0,
    down: false,
    'half-up': 2 * rest >= den,
    'half-even': 2 * rest > den || (2 * rest === den && whole % 2 === 1),
  };
  switch (mode) {
    case 'none':
      return { num, den };
    case 'to-half-up':
      return { num: Math.ceil((2 * num) / den), den: 2 };
    case 'to-half-down':
      return { num: Math.floor((2 * num) / den), den: 2 };
    default:
      return { num: whole + (up[mode] ? 1 : 0), den: 1 };
  }
}

/** What is owed in the days [from, to] of a period in which the duty binds; null when nothing is asked, or it comes to nothing by itself. */
export function plainNeed(
  duty: Obligation,
  period: PlainPeriod,
  from: number,
  to: number,
  leaves: readonly Leave[],
): Ratio | null {
  const { amount, part_period } = duty;
  const isPart = from > period.start || to < period.end;
  if (isPart && part_period.owes === 'nothing') return null;
  const least: Ratio = { num: 'at_least' in amount ? Number(amount.at_least) : 0, den: 1 };
  let owed = least;
  if (isPart && part_period.owes === 'pro-rata') {
    const count = (first: number, last: number): number =>
      daysFrom(first, last).filter((day) => part_period.by === 'calendar-days' || isWorking(day)).length;
    const whole = count(period.start, period.end);
    const exact = whole === 0 ? least : times(least, count(from, to), whole);
    owed = smaller(least, rounded(exact, part_period.rounding));
  }
  return owed.num === 0 ? null : lessened(duty, owed, from, to, leaves);
}

/** Each excuse takes its days; one that no day is left by, all together, lifts what is owed. */
function lessened(
  { excuses = [] }: Obligation,
  owed: Ratio,
  from: number,
  to: number,
  leaves: readonly Leave[],
): Ratio {
  const offCounts = excuses.some((excuse) => 'holidays' in excuse);
  const all = daysFrom(from, to);
  const working = all.filter((day) => isWorking(day) || (offCounts && weekdayOf(day) < 5));
  const days = working.length > 0 ? working : all;
  const taken = new Set<number>();
  let left = days;
  let value = owed;
  for (const excuse of excuses) {
    if (value.num === 0) break;
    const isTaken = (day: number): boolean =>
      'holidays' in excuse ? isDayOff(day) : leaves.some(({ first, last }) => day >= first && day <= last);
    for (const day of days) if (isTaken(day)) taken.add(day);
    const remaining = left.filter((day) => !isTaken(day));
    if (taken.size === days.length) value = { num: 0, den: 1 };
    else if ('reduces' in excuse && excuse.reduces === 'pro-rata' && remaining.length < left.length) {
      value = smaller(value, rounded(times(value, remaining.length, left.length), excuse.rounding));
      left = remaining;
    }
  }
  return value;
}
