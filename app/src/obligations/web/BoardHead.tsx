import { memo, useMemo } from 'react';
import type { ChartProps } from './BoardGrid.tsx';
import type { Counts } from './board-data.ts';
import { countCells, countOf } from './counts.ts';
import { useBoardSpeech } from './speech.ts';
import { ToneBar } from './ToneBar.tsx';

type HeadProps = Omit<ChartProps, 'fresh' | 'model'>;

/** Column heads: the duty, how many are overdue, and how its lights are shared out. */
export const BoardHead = memo(function BoardHead({ board, base, state, change }: HeadProps) {
  const { say } = useBoardSpeech();
  const counts = useMemo(() => base.duties.map((duty) => countCells(board, base.rows, [duty])), [board, base]);
  return (
    <div role="row" aria-rowindex={1} className="grid-head">
      <div role="columnheader" aria-colindex={1} className="grid-corner">
        {say('board.organisation')}
      </div>
      {base.duties.map((duty, column) => (
        <HeadCell
          key={board.duties[duty]?.id}
          duty={board.duties[duty]}
          column={column}
          counts={counts[column] ?? {}}
          alone={state.duties.length === 1}
          onToggle={(id) => change({ duties: state.duties.length === 1 ? [] : [id] })}
        />
      ))}
    </div>
  );
});

interface HeadCellProps {
  readonly duty: HeadProps['board']['duties'][number] | undefined;
  readonly column: number;
  readonly counts: Counts;
  readonly alone: boolean;
  readonly onToggle: (id: string) => void;
}

function HeadCell({ duty, column, counts, alone, onToggle }: HeadCellProps) {
  const { pick, say, cadenceWord, comma } = useBoardSpeech();
  if (!duty) return null;
  const title = pick(duty.title);
  const about = [title, cadenceWord(duty.cadence), duty.clause].filter(Boolean).join(' · ');
  const action = alone ? say('board.allDutiesAgain') : say('board.onlyDuty', { duty: title });
  const overdue = countOf(counts, 'overdue');
  return (
    <div role="columnheader" aria-colindex={column + 2} className="grid-duty" title={about}>
      <button
        type="button"
        className="grid-duty-name"
        aria-label={[pick(duty.short), action].join(comma)}
        onClick={() => onToggle(duty.id)}
      >
        <span>{pick(duty.short)}</span>
      </button>
      <span className={overdue > 0 ? 'grid-duty-count text-danger' : 'grid-duty-count'}>✕{overdue}</span>
      <ToneBar counts={counts} />
    </div>
  );
}
