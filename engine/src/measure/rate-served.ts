import type { WorkCalendar } from '../calendar.ts';
import { fromDay, toDay } from '../day.ts';
import type { Decimal } from '../decimal.ts';
import type { Parts } from '../parts.ts';
import type { Value } from '../value.ts';
import type { Days } from './tenure.ts';
import { timeIn } from './time-served.ts';
import type { PartOf } from './types.ts';

type Part = PartOf<'served'>['served'];

/** Time served at one value of a rate. */
export interface AtRate {
  readonly from: string;
  readonly to: string;
  readonly time: Decimal;
  readonly rate: Value;
}

/** Time served, by the value of a parameter that held then: each month at that of its last day, each day at its own. Stretches of one value together. */
export function servedAtRates(
  part: Part & { readonly rate: string },
  spans: readonly Days[],
  { parts, calendar, least }: { readonly parts: Parts; readonly calendar: WorkCalendar; readonly least: number | null },
): readonly AtRate[] {
  const values = Object.keys(parts.parameters.get(part.rate)?.values ?? {});
  const starts = part.in === 'months' ? values.map(monthFrom) : values;
  const chunks = spans.flatMap((span) => cut(span, starts));
  const held = Map.groupBy(chunks, ({ from }) => starts.filter((day) => day <= fromDay(from)).length);
  return [...held.values()].flatMap((own): AtRate[] => {
    const time = timeIn(part, own, calendar, least);
    if (time.isZero()) return [];
    const [from, to] = [fromDay(own[0]?.from ?? 0), fromDay(own.at(-1)?.to ?? 0)];
    return [{ from, to, time, rate: parts.parameter(part.rate, part.in === 'months' ? lastOfMonth(from) : from) }];
  });
}

/** A value holds for the whole of the month on whose last day it holds. */
const monthFrom = (day: string): string => `${day.slice(0, 7)}-01`;

function lastOfMonth(day: string): string {
  const [year = 0, month = 0] = day.split('-').map(Number);
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
  return fromDay(toDay(next) - 1);
}

/** A stretch of days in pieces that begin on these days. */
function cut({ from, to }: Days, starts: readonly string[]): Days[] {
  const inside = [...new Set(starts.map(toDay))].filter((day) => day > from && day <= to).sort((a, b) => a - b);
  return [from, ...inside].map((start, i) => ({ from: start, to: (inside[i] ?? to + 1) - 1 }));
}
