import type { ReactNode } from 'react';
import type { StandingLight } from '../light.ts';
import type { Counts } from './board-data.ts';
import type { BoardState } from './board-state.ts';
import { countOf, fulfilment, percent } from './counts.ts';
import { LOOKS, lightsToTell } from './lights.ts';
import { useBoardSpeech } from './speech.ts';
import type { ChangeBoard } from './use-board-state.ts';

interface SummaryProps {
  readonly counts: Counts;
  readonly rows: number;
  readonly all: number;
  /** Duties that concern nobody in the period. */
  readonly resting: number;
  readonly state: BoardState;
  readonly change: ChangeBoard;
  /** Nothing has been worked out yet. */
  readonly dark: boolean;
  /** What the columns are about. */
  readonly children: ReactNode;
}

/** Legend, totals and light filter in one; and the share done with the base it is taken of. */
export function Summary({ counts, rows, all, resting, state, change, dark, children }: SummaryProps) {
  const { say } = useBoardSpeech();
  const toggle = (light: StandingLight) => {
    const on = state.lights.includes(light);
    change({ lights: on ? state.lights.filter((other) => other !== light) : [...state.lights, light] });
  };
  return (
    <div className="summary">
      <DoneShare counts={counts} />
      <fieldset className="summary-lights" aria-label={say('board.legend')}>
        {lightsToTell((light) => countOf(counts, light) > 0 || state.lights.includes(light)).map((light) => (
          <LightButton
            key={light}
            light={light}
            count={countOf(counts, light)}
            on={state.lights.includes(light)}
            onClick={() => toggle(light)}
          />
        ))}
      </fieldset>
      <div className="summary-columns">
        {children}
        <span className="summary-rows">
          {resting > 0 && !state.columns && (
            <button type="button" className="plain-link" onClick={() => change({ idle: !state.idle })}>
              {say(state.idle ? 'board.hideIdle' : 'board.showIdle', { n: resting })}
            </button>
          )}
          {rows === all ? say('board.rowCount', { n: all }) : say('board.rowCountOf', { n: rows, all })}
        </span>
      </div>
      {dark && (
        <span className="summary-past" role="status">
          {say('board.noLight')}
        </span>
      )}
      {state.asOf && (
        <span className="summary-past" role="status">
          {say('board.pastDay', { day: state.asOf })}
          <button type="button" className="plain-link" onClick={() => change({ asOf: undefined })}>
            {say('board.toToday')}
          </button>
        </span>
      )}
    </div>
  );
}

export function DoneShare({ counts }: { readonly counts: Counts }) {
  const { say } = useBoardSpeech();
  const { done, owed, notKnown, share } = fulfilment(counts);
  return (
    <div className="summary-share" title={say('board.baseHint')}>
      <span className="summary-share-word">{say('board.doneShare')}</span>
      <strong>{share === undefined ? '—' : percent(share)}</strong>
      <span className="summary-base">
        <span>{say('board.doneBase', { done: done.toLocaleString('en'), owed: owed.toLocaleString('en') })}</span>
        {notKnown > 0 && <span>{say('board.notInBase', { n: notKnown.toLocaleString('en') })}</span>}
      </span>
    </div>
  );
}

interface LightButtonProps {
  readonly light: StandingLight;
  readonly count: number;
  readonly on: boolean;
  readonly onClick: () => void;
}

function LightButton({ light, count, on, onClick }: LightButtonProps) {
  const { lightWord } = useBoardSpeech();
  const { glyph, tone } = LOOKS[light];
  return (
    <button type="button" className="summary-light" aria-pressed={on} onClick={onClick}>
      <span className={`summary-glyph tone-${tone}`} aria-hidden>
        {glyph}
      </span>
      <span>{lightWord(light)}</span>
      <span className="summary-count">{count.toLocaleString('en')}</span>
    </button>
  );
}
