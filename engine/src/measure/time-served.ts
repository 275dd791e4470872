import { Temporal } from 'temporal-polyfill';
import type { WorkCalendar } from '../calendar.ts';
import { fromDay, toDay } from '../day.ts';
import { Decimal, divide } from '../decimal.ts';
import { ceiling, type Fraction, floor, fraction, plus, times, ZERO } from '../fraction.ts';
import type { Days } from './tenure.ts';
import type { PartOf } from './types.ts';

type Part = PartOf<'served'>['served'];

/** How much time lies in some stretches; `from` is the number of days from which a month counts, where that is laid down. */
export function timeIn(part: Part, spans: readonly Days[], calendar: WorkCalendar, from: number | null): Decimal {
  switch (part.in) {
    case 'days':
    case 'working-days': {
      const of = part.in === 'days' ? 'calendar-days' : 'working-days';
      return new Decimal(spans.reduce((sum, span) => sum + calendar.countDays(of, span.from, span.to), 0));
    }
    case 'months':
      return monthsIn(part, spans, from);
    case 'years':
      return yearsIn(part, spans);
    case 'terms':
      return new Decimal(spans.length);
  }
}

const MONTHS = 12;

/** Each stretch from its first day by months; odd days as a part of the month in which they lie, so that a day short is never a month. */
function yearsIn({ part_years: how }: Part, spans: readonly Days[]): Decimal {
  const months = spans.reduce((sum, { from, to }) => plus(sum, monthsBetween(from, to + 1)), ZERO);
  const years = times(months, fraction(1, MONTHS));
  if (how === 'begun') return new Decimal(ceiling(years).toString());
  return how === 'pro-rata'
    ? divide(new Decimal(years.num.toString()), new Decimal(years.den.toString()))
    : new Decimal(floor(years).toString());
}

function monthsBetween(from: number, end: number): Fraction {
  const [start, last] = [Temporal.PlainDate.from(fromDay(from)), Temporal.PlainDate.from(fromDay(end))];
  const { months } = start.until(last, { largestUnit: 'months' });
  const [before, after] = [start.add({ months }), start.add({ months: months + 1 })];
  return plus(fraction(months), fraction(before.until(last).days, before.until(after).days));
}

function monthsIn(part: Part, spans: readonly Days[], from: number | null): Decimal {
  const inMonth = new Map<string, InMonth>();
  for (const span of spans)
    for (let day = span.from; day <= span.to; day++) {
      const [month, date] = [fromDay(day).slice(0, 7), Number(fromDay(day).slice(8))];
      const { days, halves } = inMonth.get(month) ?? { days: 0, halves: new Set() };
      inMonth.set(month, { days: days + 1, halves: halves.add(date <= FIRST_HALF ? 'first' : 'second') });
    }
  return [...inMonth].reduce((sum, [month, there]) => sum.plus(monthWorth(part, month, there, from)), new Decimal(0));
}

/** How many days of a month, and in which of its halves. */
interface InMonth {
  readonly days: number;
  readonly halves: Set<'first' | 'second'>;
}

const FIRST_HALF = 15;

function monthWorth({ part_months: how }: Part, month: string, there: InMonth, from: number | null): Decimal {
  const whole = daysOfMonth(month);
  if (how === 'pro-rata') return divide(new Decimal(there.days), new Decimal(whole));
  if (how === 'halves') return new Decimal(there.halves.size).times(0.5);
  const least = how === 'begun' ? 1 : Math.min(from ?? whole, whole);
  return new Decimal(there.days >= least ? 1 : 0);
}

function daysOfMonth(month: string): number {
  const [year = 0, one = 0] = month.split('-').map(Number);
  const next = one === 12 ? `${year + 1}-01-01` : `${year}-${String(one + 1).padStart(2, '0')}-01`;
  return toDay(next) - toDay(`${month}-01`);
}
