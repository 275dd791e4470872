import { Decimal, divide } from '../../decimal.ts';
import type { Takes } from '../../schema/rating/takes.ts';
import { nearMean } from './near-mean.ts';
import { type Cut, cutsIn } from './reads.ts';
import { middleOf, trimmedTo } from './trim.ts';

const meanOf = (numbers: readonly Decimal[]): Decimal =>
  divide(Decimal.sum(0, ...numbers), new Decimal(numbers.length));

/** What one way of leaving papers out did. */
export interface CutMade {
  readonly way: Cut;
  /** How many there were, and how many it left out. */
  readonly of: number;
  readonly cut: number;
  /** Whether nothing would have been left. */
  readonly all: boolean;
}

export interface Taken {
  /** Null when nothing is left. */
  readonly value: Decimal | null;
  readonly cuts: readonly CutMade[];
}

/**
 * What the scores of a group come to. The order of the scores does not matter. `numbers` are those that the ways of leaving
 * out read, in their order; null for a way that reads none.
 */
export function take(scores: readonly Decimal[], takes: Takes, numbers: readonly (Decimal | null)[]): Taken {
  if (scores.length === 0) return { value: null, cuts: [] };
  if (takes === 'median') return { value: meanOf(sorted(scores).slice(...middleOf(scores.length))), cuts: [] };
  let left = scores;
  const cuts: CutMade[] = [];
  for (const [i, way] of cutsIn(takes).entries()) {
    const next = cutBy(way, left, numbers[i] ?? null);
    const all = next.length === 0;
    const spared = all && way.part.too_few === 'mean';
    cuts.push({ way, of: left.length, cut: spared ? 0 : left.length - next.length, all });
    if (all && !spared) return { value: null, cuts };
    if (!spared) left = next;
  }
  return { value: meanOf(left), cuts };
}

const sorted = (scores: readonly Decimal[]): Decimal[] => scores.toSorted((a, b) => a.comparedTo(b));

function cutBy({ key, part }: Cut, scores: readonly Decimal[], number: Decimal | null): readonly Decimal[] {
  if (key === 'near_mean') return nearMean(scores, part, number ?? ZERO);
  const range = trimmedTo(scores.length, part, number);
  return range === null ? [] : sorted(scores).slice(...range);
}

const ZERO = new Decimal(0);
