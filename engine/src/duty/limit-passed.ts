import type { Fact } from '../facts.ts';
import type { Cited } from './explain-counts.ts';

/** The entry with which a limit was passed, in the order in which things happened; null within it. */
export function passing(counted: readonly Cited[], most: number | null): Fact | null {
  if (most === null) return null;
  let sum = 0;
  const inOrder = counted.toSorted((a, b) => (orderOf(a.fact) < orderOf(b.fact) ? -1 : 1));
  return inOrder.find(({ worth }) => (sum += worth) > most)?.fact ?? null;
}

const orderOf = ({ date, recordedAt, id }: Fact): string => `${date} ${recordedAt} ${id}`;
