import type { Words } from '@luoshi/engine';
import { type CSSProperties, memo, useMemo } from 'react';
import type { ChartProps } from './BoardGrid.tsx';
import type { Counts } from './board-data.ts';
import { groupHeads } from './column-groups.ts';
import { countCells, missed } from './counts.ts';
import { useBoardSpeech } from './speech.ts';
import { ToneBar } from './ToneBar.tsx';

type HeadProps = Omit<ChartProps, 'fresh' | 'model'>;

/** Column heads: the duty, how many are overdue, and how its lights are shared out. */
export const BoardHead = memo(function BoardHead({ board, base, state, change }: HeadProps) {
  const { say } = useBoardSpeech();
  const counts = useMemo(() => base.duties.map((duty) => countCells(board, base.rows, [duty])), [board, base]);
  const heads = useMemo(() => groupHeads(board, base.duties), [board, base]);
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
          head={heads.get(column)}
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
  /** The group that begins here. */
  readonly head: { readonly title: Words; readonly span: number } | undefined;
  readonly counts: Counts;
  readonly alone: boolean;
  readonly onToggle: (id: string) => void;
}

function HeadCell({ duty, column, head, counts, alone, onToggle }: HeadCellProps) {
  const { pick, say, cadenceWord, comma } = useBoardSpeech();
  if (!duty) return null;
  const title = pick(duty.title);
  const about = [title, cadenceWord(duty.cadence), duty.clause].filter(Boolean).join(' · ');
  const action = alone ? say('board.allDutiesAgain') : say('board.onlyDuty', { duty: title });
  return (
    <div
      role="columnheader"
      aria-colindex={column + 2}
      className={head ? 'grid-duty grid-group-start' : 'grid-duty'}
      title={about}
    >
      {head && (
        <span className="grid-group" aria-hidden style={{ '--span': head.span } as CSSProperties}>
          {pick(head.title)}
        </span>
      )}
      <button
        type="button"
        className="grid-duty-name"
        aria-label={[pick(duty.short), action].join(comma)}
        onClick={() => onToggle(duty.id)}
      >
        <span>{pick(duty.short)}</span>
      </button>
      <span className="grid-duty-count text-danger">{missed(counts)}</span>
      <ToneBar counts={counts} />
    </div>
  );
}
