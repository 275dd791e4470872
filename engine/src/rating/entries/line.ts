import type { Decimal } from '../../decimal.ts';
import type { Fact } from '../../facts.ts';
import type { Element } from '../../measure/element.ts';
import type { Missing, Words } from '../../value.ts';

/** An entry with what it counts so far. */
export interface Line {
  readonly element: Element;
  readonly fact: Fact;
  /** At least zero; zero once it does not count. */
  readonly points: Decimal;
  /** Its part of a size whose units are counted over all entries; null when it counts by itself. */
  readonly part: Part | null;
  /** The first day on which it no longer counts; null when it never ends. */
  readonly ends: string | null;
  /** Whether it still counts; when not, the last note says why. */
  readonly counts: boolean;
  readonly notes: readonly Words[];
  /** What exchanges have left of it; all of it when absent. */
  readonly left?: Decimal;
}

export const dropped = (line: Line, why: Words): Line => ({
  ...line,
  points: line.points.times(0),
  counts: false,
  notes: [...line.notes, why],
});

/** A size, and the points each full unit of it counts. */
export interface Part {
  readonly size: Decimal;
  readonly rate: Decimal;
}

/** What an entry is worth, why it counts nothing, or what keeps that from being known. */
export type Worth =
  | { readonly points: Decimal; readonly part: Part | null }
  | { readonly refused: Words }
  | { readonly missing: readonly Missing[] };
