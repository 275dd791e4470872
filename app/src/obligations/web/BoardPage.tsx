import { Button } from 'antd';
import { lazy, Suspense, useMemo } from 'react';
import { useWall } from '../../platform/web/display.ts';
import { EmptyState, ErrorState, LoadingState } from '../../ui/states.tsx';
import { useNarrow } from '../../ui/use-narrow.ts';
import { BoardGrid } from './BoardGrid.tsx';
import { BoardList } from './BoardList.tsx';
import { BoardToolbar } from './BoardToolbar.tsx';
import type { Board } from './board-data.ts';
import type { BoardState } from './board-state.ts';
import { ColumnGroups } from './ColumnGroups.tsx';
import { countCells, isDark } from './counts.ts';
import { NoneFit } from './NoneFit.tsx';
import { PrintBoard } from './PrintBoard.tsx';
import { idleDuties, rowModel } from './row-model.ts';
import { Summary } from './Summary.tsx';
import { useBoardSpeech } from './speech.ts';
import { TownshipGrid } from './TownshipGrid.tsx';
import { useBoard } from './use-board.ts';
import { type ChangeBoard, useBoardState } from './use-board-state.ts';
import { WallBoard } from './WallBoard.tsx';
import './board.css';

const CellPanel = lazy(() => import('./CellPanel.tsx').then((module) => ({ default: module.CellPanel })));

/** The wall chart: every organisation's duties and how they stand. */
export function BoardPage() {
  const { say } = useBoardSpeech();
  const [state, change] = useBoardState();
  const { board, fresh } = useBoard(state);
  const narrow = useNarrow();
  useWall(state.view === 'wall' && !narrow);
  if (board.data === undefined) {
    return (
      <div className="board">
        <h1 className="visually-hidden">{say('board.title')}</h1>
        {board.isPending ? (
          <LoadingState lines={14} />
        ) : (
          <Failed error={board.error} retry={board.refetch} change={change} />
        )}
      </div>
    );
  }
  return (
    <>
      <OpenBoard board={board.data} state={state} change={change} fresh={fresh} stale={board.isPlaceholderData} />
      <Suspense>
        {state.cell && <CellPanel board={board.data} state={state} cell={state.cell} change={change} />}
      </Suspense>
    </>
  );
}

function Failed(props: { readonly error: unknown; readonly retry: () => void; readonly change: ChangeBoard }) {
  const { say } = useBoardSpeech();
  return (
    <ErrorState error={props.error} onRetry={props.retry}>
      <Button type="link" onClick={() => props.change({ asOf: undefined, window: 'current' })}>
        {say('board.toToday')}
      </Button>
    </ErrorState>
  );
}

export interface OpenBoardProps {
  readonly board: Board;
  readonly state: BoardState;
  readonly change: ChangeBoard;
}

function OpenBoard(props: OpenBoardProps & { readonly fresh: ReadonlySet<string>; readonly stale: boolean }) {
  const { board, state, change, fresh, stale } = props;
  const { say } = useBoardSpeech();
  const narrow = useNarrow();
  const model = useMemo(() => rowModel(board, state), [board, state]);
  const base = useMemo(() => rowModel(board, { ...state, lights: [] }), [board, state]);
  const anyColumns = useMemo(() => rowModel(board, { ...state, lights: [], columns: undefined }), [board, state]);
  const counts = useMemo(() => countCells(board, base.rows, base.duties), [board, base]);
  if (state.view === 'wall' && !narrow) return <WallBoard board={board} state={state} change={change} />;
  const chart = { board, model, base, state, change, fresh };
  return (
    <div className="board" aria-busy={stale}>
      <h1 className="visually-hidden">{say('board.title')}</h1>
      <BoardToolbar board={board} state={state} change={change} />
      <Summary
        counts={counts}
        rows={model.rows.length}
        all={board.rows.length}
        resting={idleDuties(board).size}
        state={state}
        change={change}
        dark={isDark(board, state)}
      >
        <ColumnGroups board={board} rows={anyColumns.rows} state={state} change={change} />
      </Summary>
      {board.rows.length === 0 ? (
        <EmptyState title={say('board.noRows')}>{say('board.noRowsHint')}</EmptyState>
      ) : model.rows.length === 0 ? (
        <NoneFit state={state} change={change} />
      ) : narrow ? (
        <BoardList {...chart} />
      ) : state.view === 'townships' ? (
        <TownshipGrid {...chart} />
      ) : (
        <BoardGrid {...chart} />
      )}
      <PrintBoard board={board} model={model} />
    </div>
  );
}
