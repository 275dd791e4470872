import type { Board, Counts } from './board-data.ts';
import { countCells } from './counts.ts';
import type { RowModel } from './row-model.ts';

/** A group of the chart added up: its lights in all, and per shown duty. */
export interface TownshipLine {
  readonly group: number;
  readonly id: string;
  readonly name: string;
  readonly rows: readonly number[];
  readonly counts: Counts;
  readonly byDuty: readonly Counts[];
}

/** Every group that has rows left by the filters. */
export function townshipLines(board: Board, { rows, duties }: RowModel): TownshipLine[] {
  const grouped = Map.groupBy(rows, (row) => board.rows[row]?.group ?? -1);
  return [...grouped].map(([group, members]) => ({
    group,
    id: board.groups[group]?.id ?? '',
    name: board.groups[group]?.name ?? '',
    rows: members,
    counts: countCells(board, members, duties),
    byDuty: duties.map((duty) => countCells(board, members, [duty])),
  }));
}
