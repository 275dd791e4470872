import { useMemo } from 'react';
import type { Board } from './board-data.ts';
import type { BoardState } from './board-state.ts';
import { columnGroups } from './column-groups.ts';
import { useBoardSpeech } from './speech.ts';
import type { ChangeBoard } from './use-board-state.ts';

interface ColumnGroupsProps {
  readonly board: Board;
  /** Rows that fit the filters, whatever the columns. */
  readonly rows: readonly number[];
  readonly state: BoardState;
  readonly change: ChangeBoard;
}

/** What the columns are about: all of them, or one group with the rows it concerns. Red stays in sight on every choice. */
export function ColumnGroups({ board, rows, state, change }: ColumnGroupsProps) {
  const { say, pick } = useBoardSpeech();
  const groups = useMemo(() => columnGroups(board, rows, state), [board, rows, state]);
  if (groups.length < 2) return null;
  const choose = (columns: string | undefined) => change({ columns, duties: [] });
  return (
    <fieldset className="column-groups" aria-label={say('board.columns')}>
      <button type="button" aria-pressed={!state.columns} onClick={() => choose(undefined)}>
        {say('board.allDuties')}
      </button>
      {groups.map(({ id, title, overdue }) => (
        <button key={id} type="button" aria-pressed={state.columns === id} onClick={() => choose(id)}>
          {pick(title)}
          {overdue > 0 && (
            <span className="text-danger" role="img" aria-label={`${say('light.overdue')} ${overdue}`}>
              ✕{overdue}
            </span>
          )}
        </button>
      ))}
    </fieldset>
  );
}
