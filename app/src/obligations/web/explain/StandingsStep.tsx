import { Mark } from '../../../ui/Mark.tsx';
import { isLight, LOOKS } from '../lights.ts';
import { useBoardSpeech } from '../speech.ts';
import { Step } from './Step.tsx';
import type { StepProps } from './step.ts';

interface Named {
  readonly period: string;
  readonly light: string;
}

const isNamed = (value: unknown): value is Named =>
  typeof value === 'object' && value !== null && 'period' in value && 'light' in value;

const MOST = 60;

/** Standings counted by a measure, each with its period. */
export function StandingsStep({ step, children }: StepProps) {
  const { lightWord } = useBoardSpeech();
  const listed = step.details?.standings;
  const named = Array.isArray(listed) ? listed.filter(isNamed).slice(0, MOST) : [];
  const drawn = named.length > 0 && (
    <span className="chips">
      {named.map(({ period, light }, at) =>
        isLight(light) ? (
          <span key={`${period} ${at}`} title={`${period} ${lightWord(light)}`}>
            <Mark {...LOOKS[light]} word={period} />
          </span>
        ) : null,
      )}
    </span>
  );
  return (
    <Step step={step} figure={drawn}>
      {children}
    </Step>
  );
}
