import type { Board, Counts } from './board-data.ts';
import type { BoardState } from './board-state.ts';
import { countCells } from './counts.ts';
import { shownDuties } from './row-model.ts';

export type DutyGroup = Board['dutyGroups'][number];

export interface ColumnGroup extends DutyGroup {
  readonly columns: number;
  /** How many are overdue or beyond a limit, as {@link missed} writes it, and in words. */
  readonly counts: Counts;
}

/** Groups with columns of their own on the chart, and how much is overdue in each on the given rows. */
export function columnGroups(board: Board, rows: readonly number[], { idle }: Pick<BoardState, 'idle'>): ColumnGroup[] {
  const shown = shownDuties(board, { columns: undefined, duties: [], idle });
  return board.dutyGroups.flatMap((group) => {
    const duties = shown.filter((duty) => board.duties[duty]?.group === group.id);
    if (duties.length === 0) return [];
    return { ...group, columns: duties.length, counts: countCells(board, rows, duties) };
  });
}

/** At each column where a group begins: its title and how many columns it spans. Nothing when all are of one group. */
export function groupHeads(board: Board, duties: readonly number[]): ReadonlyMap<number, DutyGroup & { span: number }> {
  const groups = duties.map((duty) => board.duties[duty]?.group ?? null);
  if (new Set(groups).size < 2) return new Map();
  const begins = groups.flatMap((group, column) => (column === 0 || groups[column - 1] !== group ? [column] : []));
  const titles = new Map(board.dutyGroups.map((group) => [group.id, group]));
  return new Map(
    begins.map((column, at) => {
      const { id, title } = titles.get(groups[column] ?? '') ?? { id: '', title: { 'zh-CN': '', en: '' } };
      return [column, { id, title, span: (begins[at + 1] ?? groups.length) - column }];
    }),
  );
}
