import { useBoardSpeech } from '../speech.ts';
import { Step } from './Step.tsx';
import { figure, type StepProps } from './step.ts';

/** What an excuse took away: the days of the base, those excused crossed out. */
export function ExcuseStep({ step, children }: StepProps) {
  const [days, left] = [figure(step, 'days'), figure(step, 'left')];
  const drawn = days !== undefined && left !== undefined && days <= 40 && <DaysTaken days={days} left={left} />;
  return (
    <Step step={step} figure={drawn}>
      {children}
    </Step>
  );
}

function DaysTaken({ days, left }: { readonly days: number; readonly left: number }) {
  const { say } = useBoardSpeech();
  return (
    <span className="days-taken" role="img" aria-label={say('explain.daysLeft', { left, days })}>
      {Array.from({ length: days }, (_, day) => (
        <span key={day} className={day < days - left ? 'day-taken' : 'day-left'} />
      ))}
      <small>{say('explain.daysLeft', { left, days })}</small>
    </span>
  );
}
