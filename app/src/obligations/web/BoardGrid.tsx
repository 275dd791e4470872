import { useRef, useState } from 'react';
import { BoardHead } from './BoardHead.tsx';
import { BoardLine } from './BoardLine.tsx';
import type { Board } from './board-data.ts';
import type { BoardState } from './board-state.ts';
import type { GridPlace } from './grid-keys.ts';
import { codeOf } from './lights.ts';
import type { RowModel } from './row-model.ts';
import { useBoardSpeech } from './speech.ts';
import { useColumnWidths } from './use-column-widths.ts';
import { useGridKeys, useOpenCell } from './use-grid-keys.ts';
import { useLines } from './use-lines.ts';
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

/** The chart itself. Only the lines in sight exist; the heading of their group sticks below the head. */
export function BoardGrid({ board, model, base, state, change, fresh }: ChartProps) {
  const speech = useBoardSpeech();
  const { say } = speech;
  const scroller = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<GridPlace>({ line: 0, duty: 0 });
  const style = useColumnWidths(scroller, model.duties.length);
  const { virtual, stuck } = useLines(scroller, model, place.line);
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
              speech={speech}
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
