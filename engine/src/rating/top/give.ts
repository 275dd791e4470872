/** One award with its places; positions count from 1. */
export interface Places {
  /** Counted from the best, or from the other end. */
  readonly end: 'best' | 'worst';
  readonly from: number;
  readonly to: number;
  readonly meets: (row: number) => boolean;
}

export interface Terms {
  readonly short: 'none' | 'next-award';
  readonly vacant: 'lapse' | 'move-up';
  readonly ties: 'all-in' | 'all-out';
  /** Below zero when `a` is better; zero when nothing tells them apart. */
  readonly compare: (a: number, b: number) => number;
}

/**
 * Which award each row gets; rows without one are absent. An award goes by position; equals are in or out together. Who was
 * passed over for an earlier award stands behind its places, and so in line for the next.
 */
export function giveAwards(
  rows: readonly number[],
  awards: readonly Places[],
  terms: Terms,
): ReadonlyMap<number, number> {
  const given = new Map<number, number>();
  const passed = new Set<number>();
  const shut = new Set<number>();
  awards.forEach((award, index) => {
    const order: Order = award.end === 'best' ? terms.compare : (a, b) => terms.compare(b, a);
    const open = rows.filter((row) => !given.has(row) && !shut.has(row));
    for (const row of inLine(rows, open, award, order, terms, passed)) {
      if (award.meets(row)) given.set(row, index);
      else if (terms.short === 'none') shut.add(row);
      else passed.add(row);
    }
  });
  return given;
}

type Order = (a: number, b: number) => number;

/** Those whose turn it is for an award; not all of them need meet its condition. */
function inLine(
  rows: readonly number[],
  open: readonly number[],
  award: Places,
  order: Order,
  { vacant, ties }: Terms,
  passed: ReadonlySet<number>,
): number[] {
  const within = (positions: ReadonlyMap<number, number>, from: number, to: number) => (row: number) => {
    const position = positions.get(row) ?? Number.POSITIVE_INFINITY;
    return position <= to && (position >= from || passed.has(row));
  };
  if (vacant === 'lapse') return open.filter(within(positionsOf(rows, order, ties), award.from, award.to));
  const fit = open.filter(award.meets);
  const filled = fit.filter(within(positionsOf(fit, order, ties), 1, award.to - award.from + 1));
  const short = open.filter((row) => !award.meets(row));
  return [...filled, ...short.filter(within(positionsOf(rows, order, ties), award.from, award.to))];
}

/** Positions from 1; equals share the first of theirs, or the last. */
function positionsOf(rows: readonly number[], order: Order, ties: Terms['ties']): ReadonlyMap<number, number> {
  const sorted = [...rows].sort(order);
  const positions = new Map<number, number>();
  for (let start = 0, end = 0; start < sorted.length; start = end) {
    end = start + 1;
    while (end < sorted.length && order(sorted[start] as number, sorted[end] as number) === 0) end++;
    for (let i = start; i < end; i++) positions.set(sorted[i] as number, ties === 'all-in' ? start + 1 : end);
  }
  return positions;
}
