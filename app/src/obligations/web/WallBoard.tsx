import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type CSSProperties, useEffect, useMemo } from 'react';
import { useAccount } from '../../platform/web/session.ts';
import { Mark } from '../../ui/Mark.tsx';
import type { OpenBoardProps } from './BoardPage.tsx';
import type { Counts } from './board-data.ts';
import { countCells, countOf, fulfilment, percent } from './counts.ts';
import { leadingLight } from './leading-light.ts';
import { LOOKS, lightsToTell } from './lights.ts';
import { rowModel } from './row-model.ts';
import { useBoardSpeech } from './speech.ts';
import { ToneBar } from './ToneBar.tsx';
import { type TownshipLine, townshipLines } from './township-model.ts';
import './township-grid.css';
import './wall-board.css';

/** The whole county on one screen, scaled to fill it; Esc leaves. */
export function WallBoard({ board, state, change }: OpenBoardProps) {
  const { pick, say } = useBoardSpeech();
  const model = useMemo(() => rowModel(board, state), [board, state]);
  const lines = useMemo(() => townshipLines(board, model), [board, model]);
  const counts = useMemo(() => countCells(board, model.rows, model.duties), [board, model]);
  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape') change({ view: 'rows' });
    };
    addEventListener('keydown', leave);
    return () => removeEventListener('keydown', leave);
  }, [change]);
  const size = { '--lines': lines.length, '--duties': model.duties.length } as CSSProperties;
  return (
    <main className="wall" style={size}>
      <WallHead counts={counts} asOf={board.asOf} onLeave={() => change({ view: 'rows' })} />
      <div className="wall-table" role="table" aria-label={say('board.townships')}>
        <div role="row" className="wall-row wall-duties">
          <div role="columnheader">{say('board.township')}</div>
          <div role="columnheader" className="wall-share">
            {say('board.doneShare')}
          </div>
          {model.duties.map((duty) => (
            <div role="columnheader" key={duty} className="wall-duty">
              <span>{pick(board.duties[duty]?.short ?? { 'zh-CN': '', en: '' })}</span>
            </div>
          ))}
        </div>
        {lines.map((line) => (
          <WallRow key={line.id} line={line} />
        ))}
      </div>
    </main>
  );
}

function WallHead({ counts, asOf, onLeave }: { counts: Counts; asOf: string; onLeave: () => void }) {
  const { say, lightWord } = useBoardSpeech();
  const { jurisdiction } = useAccount();
  const { share, done, owed, notKnown } = fulfilment(counts);
  return (
    <header className="wall-head">
      <h1>
        {jurisdiction.name} <span>{say('board.title')}</span>
      </h1>
      <div className="wall-figure">
        <strong>{share === undefined ? '—' : percent(share)}</strong>
        <span>
          {say('board.doneShare')} ·{' '}
          {say('board.doneBase', { done: done.toLocaleString('en'), owed: owed.toLocaleString('en') })}
          {notKnown > 0 && ` · ${say('board.notInBase', { n: notKnown })}`}
        </span>
      </div>
      <ul className="wall-legend">
        {lightsToTell((light) => countOf(counts, light) > 0).map((light) => (
          <li key={light}>
            <Mark glyph={LOOKS[light].glyph} tone={LOOKS[light].tone} word={lightWord(light)} />
            <b>{countOf(counts, light).toLocaleString('en')}</b>
          </li>
        ))}
      </ul>
      <time dateTime={asOf}>{asOf}</time>
      <Button type="text" icon={<CloseOutlined />} aria-label={say('board.leaveWall')} onClick={onLeave} />
    </header>
  );
}

function WallRow({ line }: { readonly line: TownshipLine }) {
  const { share } = fulfilment(line.counts);
  return (
    <div role="row" className="wall-row">
      <div role="rowheader" className="wall-name">
        {line.name}
      </div>
      <div role="cell" className="wall-share">
        {share === undefined ? '—' : percent(share)}
      </div>
      {line.byDuty.map((counts, at) => (
        <WallCell key={at} counts={counts} />
      ))}
    </div>
  );
}

function WallCell({ counts }: { readonly counts: Counts }) {
  const { lightWord } = useBoardSpeech();
  const leading = leadingLight(counts);
  if (!leading) return <div role="cell" className="wall-cell" />;
  const { glyph, tone } = LOOKS[leading.light];
  return (
    <div role="cell" className={`wall-cell text-${tone}`}>
      <span role="img" aria-label={`${lightWord(leading.light)} ${leading.n}`}>
        {glyph} {leading.n}
      </span>
      <ToneBar counts={counts} />
    </div>
  );
}
