import { useMemo } from 'react';
import type { Board, Counts } from './board-data.ts';
import type { BoardState } from './board-state.ts';
import { columnGroups } from './column-groups.ts';
import { countOf, missed } from './counts.ts';
import { useBoardSpeech } from './speech.ts';
import type { ChangeBoard } from './use-board-state.ts';

const MISSED = ['overdue', 'beyond'] as const;

interface ColumnGroupsProps {
  readonly board: Board;
  /** Rows that fit the filters, whatever the columns. */
  readonly rows: readonly number[];
  readonly state: BoardState;
  readonly change: ChangeBoard;
}

/** What the columns are about: all of them, or one group with the rows it concerns. Red stays in sight on every choice. */
export function ColumnGroups({ board, rows, state, change }: ColumnGroupsProps) {
  const { say, pick, comma, lightWord } = useBoardSpeech();
  const spoken = (counts: Counts) => (light: (typeof MISSED)[number]) =>
    countOf(counts, light) > 0 ? `${lightWord(light)} ${countOf(counts, light)}` : '';
  const groups = useMemo(() => columnGroups(board, rows, state), [board, rows, state]);
  if (groups.length < 2) return null;
  const choose = (columns: string | undefined) => change({ columns, duties: [] });
  return (
    <fieldset className="column-groups" aria-label={say('board.columns')}>
      <button type="button" aria-pressed={!state.columns} onClick={() => choose(undefined)}>
        {say('board.allDuties')}
      </button>
      {groups.map(({ id, title, counts }) => (
        <button key={id} type="button" aria-pressed={state.columns === id} onClick={() => choose(id)}>
          {pick(title)}
          {missed(counts) && (
            <span
              className="text-danger"
              role="img"
              aria-label={MISSED.map(spoken(counts)).filter(Boolean).join(comma)}
            >
              {missed(counts)}
            </span>
          )}
        </button>
      ))}
    </fieldset>
  );
}
