import { useMemo, useRef } from 'react';
import type { ChartProps } from './BoardGrid.tsx';
import { BoardHead } from './BoardHead.tsx';
import type { Counts } from './board-data.ts';
import { fulfilment, percent } from './counts.ts';
import { leadingLight } from './leading-light.ts';
import { LOOKS } from './lights.ts';
import { useBoardSpeech } from './speech.ts';
import { ToneBar } from './ToneBar.tsx';
import { townshipLines } from './township-model.ts';
import { useColumnWidths } from './use-column-widths.ts';
import './grid.css';
import './township-grid.css';

/** One line a township: what is most urgent per duty, how often, and how the rest is shared out. */
export function TownshipGrid({ board, model, base, state, change }: ChartProps) {
  const { say } = useBoardSpeech();
  const scroller = useRef<HTMLDivElement>(null);
  const style = useColumnWidths(scroller, model.duties.length);
  const lines = useMemo(() => townshipLines(board, model), [board, model]);
  return (
    <div ref={scroller} className="grid-scroll" style={style}>
      <div role="table" aria-label={say('board.townships')} className="grid township-grid">
        <BoardHead board={board} base={base} state={state} change={change} />
        {lines.map((line) => (
          <div key={line.id} role="row" className="grid-line township-line">
            <div role="rowheader" className="grid-name">
              <button
                type="button"
                className="plain-link grid-name-text"
                onClick={() => change({ township: line.id, view: 'rows' })}
              >
                {line.name}
              </button>
              <span className="township-share">{shareOf(line.counts)}</span>
            </div>
            {line.byDuty.map((counts, column) => {
              const duty = board.duties[model.duties[column] ?? -1];
              return (
                <TownshipCell
                  key={duty?.id}
                  counts={counts}
                  onOpen={() => duty && change({ township: line.id, duties: [duty.id], view: 'rows' })}
                />
              );
            })}
          </div>
        ))}
      </div>
    </div>
  );
}

function shareOf(counts: Counts): string {
  const { share } = fulfilment(counts);
  return share === undefined ? '' : percent(share);
}

function TownshipCell({ counts, onOpen }: { readonly counts: Counts; readonly onOpen: () => void }) {
  const { lightWord } = useBoardSpeech();
  const leading = leadingLight(counts);
  if (!leading) return <div role="cell" className="township-cell" />;
  const { glyph, tone } = LOOKS[leading.light];
  return (
    <div role="cell" className="township-cell">
      <button
        type="button"
        className={`township-button text-${tone}`}
        aria-label={`${lightWord(leading.light)} ${leading.n}`}
        onClick={onOpen}
      >
        <span aria-hidden>
          {glyph}
          {leading.n}
        </span>
      </button>
      <ToneBar counts={counts} />
    </div>
  );
}
