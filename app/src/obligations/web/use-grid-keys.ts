import { type KeyboardEvent, type MouseEvent, type RefObject, useCallback, useEffect, useRef } from 'react';
import type { Board } from './board-data.ts';
import { type GridPlace, moveBy } from './grid-keys.ts';
import type { RowModel } from './row-model.ts';
import type { ChangeBoard } from './use-board-state.ts';

export function useOpenCell(board: Board, model: RowModel, change: ChangeBoard) {
  return useCallback(
    ({ line, duty }: GridPlace) => {
      const row = board.rows[model.lines[line]?.row ?? -1];
      const chosen = board.duties[model.duties[duty] ?? -1];
      if (row && chosen) change({ cell: { organisation: row.organisation, duty: chosen.id } });
    },
    [board, model, change],
  );
}

interface GridKeys {
  readonly model: RowModel;
  readonly place: GridPlace;
  readonly setPlace: (place: GridPlace) => void;
  readonly open: (place: GridPlace) => void;
  readonly close: () => void;
  /** Whether a cell's explanation is open; the focus comes back to the cell when it closes. */
  readonly opened: boolean;
  readonly virtual: { scrollToIndex(index: number): void };
  readonly scroller: RefObject<HTMLDivElement | null>;
}

/** One cell is in the tab order; arrows move it, Enter opens it, a click does both. */
export function useGridKeys({ model, place, setPlace, open, close, virtual, scroller, opened }: GridKeys) {
  const moved = useRef(false);
  const wasOpened = useRef(opened);
  useEffect(() => {
    const closed = wasOpened.current && !opened;
    wasOpened.current = opened;
    if (!moved.current && !closed) return;
    moved.current = false;
    const cell = scroller.current?.querySelector<HTMLElement>('[role=gridcell][tabindex="0"]');
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [place, opened, scroller]);
  const go = (next: GridPlace) => {
    moved.current = true;
    virtual.scrollToIndex(next.line);
    setPlace(next);
  };
  return {
    onClick: (event: MouseEvent<HTMLElement>) => {
      const at = placeOf(event.target);
      if (!at) return;
      go(at);
      open(at);
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (!placeOf(event.target)) return;
      const size = { lines: model.lines.length, duties: model.duties.length, page: 20 };
      const next = moveBy(event.key, event.ctrlKey, place, size);
      if (next) go(next);
      else if (event.key === 'Enter' || event.key === ' ') open(place);
      else if (event.key === 'Escape') close();
      else return;
      event.preventDefault();
    },
  };
}

function placeOf(target: EventTarget): GridPlace | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-duty]') : null;
  const line = cell?.closest<HTMLElement>('[data-line]');
  if (!cell || !line) return undefined;
  return { line: Number(line.dataset.line), duty: Number(cell.dataset.duty) };
}
