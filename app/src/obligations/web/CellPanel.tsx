import type { Board } from './board-data.ts';
import type { BoardState, CellRef } from './board-state.ts';
import type { ChangeBoard } from './use-board-state.ts';

interface CellPanelProps {
  readonly board: Board;
  readonly state: BoardState;
  readonly cell: CellRef;
  readonly change: ChangeBoard;
}

export function CellPanel(_props: CellPanelProps) {
  return null;
}
