import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { BoardHead } from './BoardHead.tsx';
import { BoardLine } from './BoardLine.tsx';
import type { Board } from './board-data.ts';
import type { BoardState } from './board-state.ts';
import { type GridPlace, moveBy } from './grid-keys.ts';
import { codeOf } from './lights.ts';
import type { RowModel } from './row-model.ts';
import { useBoardSpeech } from './speech.ts';
import { useColumnWidths } from './use-column-widths.ts';
import './grid.css';
import type { ChangeBoard } from './use-board-state.ts';

export interface ChartProps {
  readonly board: Board;
  readonly model: RowModel;
  /** The same without the light filter: what totals and shares are taken of. */
  readonly base: RowModel;
  readonly state: BoardState;
  readonly change: ChangeBoard;
  /** `row:duty` of cells that changed a moment ago. */
  readonly fresh: ReadonlySet<string>;
}

export const LINE_HEIGHT = 30;
const HEAD_HEIGHT = 148;

/** The chart itself. Only the lines in sight exist; the heading of their group sticks below the head. */
export function BoardGrid({ board, model, base, state, change, fresh }: ChartProps) {
  const { say } = useBoardSpeech();
  const scroller = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<GridPlace>({ line: 0, duty: 0 });
  const style = useColumnWidths(scroller, model.duties.length);
  const headings = useMemo(() => model.lines.flatMap((line, at) => (line.heading ? [at] : [])), [model]);
  const stuck = useRef(0);
  const rangeExtractor = useCallback(
    (range: Range) => {
      stuck.current = headings.findLast((at) => at <= range.startIndex) ?? 0;
      const focused = place.line < model.lines.length ? [place.line] : [];
      return [...new Set([stuck.current, ...focused, ...defaultRangeExtractor(range)])].sort((a, b) => a - b);
    },
    [headings, place.line, model.lines.length],
  );
  const virtual = useVirtualizer({
    count: model.lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_HEIGHT,
    overscan: 12,
    rangeExtractor,
    paddingStart: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT + LINE_HEIGHT,
  });
  const wanted = state.lights.map(codeOf).join('');
  const open = useOpenCell(board, model, change);
  const close = () => change({ cell: undefined });
  const keys = useGridKeys({
    model,
    place,
    setPlace,
    open,
    close,
    virtual,
    scroller,
    opened: state.cell !== undefined,
  });
  return (
    <div ref={scroller} className="grid-scroll" style={style}>
      <div
        role="grid"
        aria-label={say('board.title')}
        aria-description={say('board.keys')}
        aria-rowcount={model.lines.length + 1}
        aria-colcount={model.duties.length + 1}
        className="grid"
        style={{ height: virtual.getTotalSize() }}
        onClick={keys.onClick}
        onKeyDown={keys.onKeyDown}
      >
        <BoardHead board={board} base={base} state={state} change={change} />
        {virtual.getVirtualItems().map((item) => {
          const line = model.lines[item.index];
          if (!line) return null;
          return (
            <BoardLine
              key={`${line.group}:${line.row}`}
              board={board}
              line={line}
              at={item.index}
              duties={model.duties}
              top={item.index === stuck.current ? undefined : item.start}
              focus={item.index === place.line ? place.duty : undefined}
              opened={openedDuty(board, line.row, state)}
              wanted={wanted}
              fresh={freshDuties(fresh, line.row)}
            />
          );
        })}
      </div>
    </div>
  );
}

const openedDuty = (board: Board, row: number, { cell }: BoardState): string | undefined =>
  cell && board.rows[row]?.organisation === cell.organisation ? cell.duty : undefined;

function freshDuties(fresh: ReadonlySet<string>, row: number): string | undefined {
  if (fresh.size === 0) return undefined;
  const own = [...fresh].filter((cell) => cell.startsWith(`${row}:`)).map((cell) => cell.slice(cell.indexOf(':') + 1));
  return own.length > 0 ? `,${own.join(',')},` : undefined;
}

function useOpenCell(board: Board, model: RowModel, change: ChangeBoard) {
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
  readonly scroller: { readonly current: HTMLDivElement | null };
}

/** One cell is in the tab order; arrows move it, Enter opens it, a click does both. */
function useGridKeys({ model, place, setPlace, open, close, virtual, scroller, opened }: GridKeys) {
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
