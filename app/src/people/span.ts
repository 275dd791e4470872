import { isDay } from '../platform/imports/days.ts';
import { endBeforeStart, noSuchDay, type Problem } from './problems.ts';

/** First and last day; `to` is null while it runs. */
export interface Span {
  readonly from: string;
  readonly to: string | null;
}

/** What is wrong with the days of a span, or null. */
export function findSpanProblem({ from, to }: Span): Problem | null {
  if (!isDay(from)) return noSuchDay('from');
  if (to === null) return null;
  if (!isDay(to)) return noSuchDay('to');
  return to < from ? endBeforeStart('to', from, to) : null;
}

export const overlaps = (a: Span, b: Span): boolean =>
  (a.to === null || b.from <= a.to) && (b.to === null || a.from <= b.to);
