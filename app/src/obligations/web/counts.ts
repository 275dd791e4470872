import type { Board, Counts } from './board-data.ts';
import type { BoardState } from './board-state.ts';
import { codeOf, LOOKS } from './lights.ts';

/** Counts the cells of some rows and duties by light. */
export function countCells(board: Board, rows: readonly number[], duties: readonly number[]): Counts {
  const counts: Record<string, number> = {};
  for (const row of rows) {
    const lights = board.lights[row] ?? '';
    for (const duty of duties) {
      const code = lights.charAt(duty);
      counts[code] = (counts[code] ?? 0) + 1;
    }
  }
  return counts;
}

/** Whether nobody has a light today: nothing was recorded or worked out yet. */
export const isDark = ({ rows, lights }: Board, { asOf, window }: Pick<BoardState, 'asOf' | 'window'>): boolean =>
  asOf === undefined && window === 'current' && rows.length > 0 && lights.every((line) => /^-*$/.test(line));

export const countOf = (counts: Counts, light: Parameters<typeof codeOf>[0]): number => counts[codeOf(light)] ?? 0;

/** `✕3 ↑1`: how many are overdue, and how many beyond a limit; empty when none is. */
export const missed = (counts: Counts): string =>
  (['overdue', 'beyond'] as const)
    .filter((light) => countOf(counts, light) > 0)
    .map((light) => `${LOOKS[light].glyph}${countOf(counts, light)}`)
    .join(' ');

/** Everything that is owed and whose figures are known: done, late, or still to do. */
const OWED = ['overdue', 'beyond', 'due-soon', 'open', 'late', 'met'] as const;

export interface Fulfilment {
  readonly done: number;
  readonly owed: number;
  /** Neither done nor undone: shown beside the share, never inside it. */
  readonly notKnown: number;
  /** Between 0 and 1; undefined when nothing is owed. */
  readonly share: number | undefined;
}

/** The share of what is owed that is done, on time or late. Excused and not applicable are not owed. */
export function fulfilment(counts: Counts): Fulfilment {
  const owed = OWED.reduce((sum, light) => sum + countOf(counts, light), 0);
  const done = countOf(counts, 'met') + countOf(counts, 'late');
  return { done, owed, notKnown: countOf(counts, 'not-known'), share: owed === 0 ? undefined : done / owed };
}

/** A share in per cent with one decimal; never rounded up to 100 or down to 0 while something is left. */
export function percent(share: number): string {
  const tenths = Math.round(share * 1000);
  if (share < 1 && tenths === 1000) return '99.9%';
  if (share > 0 && tenths === 0) return '0.1%';
  return `${(tenths / 10).toFixed(1)}%`;
}
