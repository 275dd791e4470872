import type { Words } from '@luoshi/engine';
import { useBoardSpeech } from '../speech.ts';
import { Step } from './Step.tsx';
import type { StepProps } from './step.ts';

interface NamedDay {
  readonly date: string;
  readonly name: Words;
  readonly working: boolean;
}

const isNamedDay = (value: unknown): value is NamedDay =>
  typeof value === 'object' && value !== null && 'date' in value && 'name' in value && 'working' in value;

/** Whether the sentence names the days already. */
const tellsDays = (words: string, named: readonly NamedDay[]) => named.every(({ date }) => words.includes(date));

/** Days of the period that the calendar names: holidays, and weekends worked instead. */
export function CalendarStep({ step, children }: StepProps) {
  const { pick, say } = useBoardSpeech();
  const listed = step.details?.named;
  const named = Array.isArray(listed) ? listed.filter(isNamedDay) : [];
  const drawn = named.length > 0 && !tellsDays(pick(step.words), named) && (
    <ul className="chips">
      {named.map(({ date, name, working }) => (
        <li key={date} className="chip">
          {date.slice(5)} {pick(name)} · {say(working ? 'explain.working' : 'explain.dayOff')}
        </li>
      ))}
    </ul>
  );
  return (
    <Step step={step} figure={drawn}>
      {children}
    </Step>
  );
}
