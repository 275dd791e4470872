import { useBoardSpeech } from '../speech.ts';
import { isSet, type Row, rowsIn, textIn } from './details.ts';
import { Step } from './Step.tsx';
import { showNumber } from './show-number.ts';
import type { StepProps } from './step.ts';
import './rounds-step.css';

const PLACES = 2;

/** Months or quarters in a row: what each came to, which fulfil what is asked, and which are not over. */
export function RoundsStep({ step, children }: StepProps) {
  const rounds = rowsIn(step, 'rounds');
  const drawn = rounds.length > 0 && (
    <ol className="rounds">
      {rounds.map((round) => (
        <Round key={textIn(round, 'id')} round={round} />
      ))}
    </ol>
  );
  return (
    <Step step={step} figure={drawn}>
      {children}
    </Step>
  );
}

function Round({ round }: { readonly round: Row }) {
  const { say, periodWord } = useBoardSpeech();
  const [id, value] = [textIn(round, 'id') ?? '', textIn(round, 'value')];
  const [over, held] = [isSet(round, 'over'), round.held];
  const state = !over ? 'open' : held === true ? 'held' : held === false ? 'failed' : 'plain';
  const mark = held === true ? ' ✓' : held === false ? ' ✕' : '';
  const words = { open: say('explain.notOver'), held: say('explain.yes'), failed: say('explain.no'), plain: '' };
  return (
    <li className={`round round-${state}`} title={[periodWord(id), words[state]].filter(Boolean).join(' · ')}>
      <span className="round-name">{id.slice(5)}</span>
      <span>
        {!over ? '…' : value === null ? '—' : short(value)}
        {mark && (
          <span aria-label={words[state]} role="img">
            {mark}
          </span>
        )}
      </span>
    </li>
  );
}

function short(value: string): string {
  const number = Number(value);
  return Number.isFinite(number) && value !== ''
    ? String(Number(number.toFixed(PLACES)))
    : showNumber(value, undefined);
}
