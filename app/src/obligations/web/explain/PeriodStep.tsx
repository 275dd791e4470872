import { Timeline, type TimelinePoint } from '../../../ui/Timeline.tsx';
import type { Tone } from '../../../ui/tokens.ts';
import { useBoardSpeech } from '../speech.ts';
import { Step } from './Step.tsx';
import { findStep, type StepProps } from './step.ts';

const LIMITS: readonly (readonly [construct: string, tone: Tone])[] = [
  ['due-soon', 'warning'],
  ['deadline', 'danger'],
  ['late', 'caution'],
];

/** When it is owed, along a line: start, reminder, deadline, end of catching up. What has no day is said below. */
export function PeriodStep({ step }: StepProps) {
  const { say, pick, periodWord } = useBoardSpeech();
  const limits = LIMITS.flatMap(([construct, tone]): TimelinePoint[] => {
    const limit = findStep(step, construct);
    const date = limit?.result.state === 'known' ? limit.result.value : undefined;
    return limit && typeof date === 'string' ? [{ date, label: pick(limit.words), tone }] : [];
  });
  const start: TimelinePoint[] = step.period
    ? [{ date: step.period.start, label: say('explain.from'), tone: 'info' }]
    : [];
  const late = findStep(step, 'late');
  const never = late?.result.state === 'known' && late.result.value === false;
  const named =
    step.result.state === 'known' ? { ...step.result, value: periodWord(String(step.result.value)) } : step.result;
  return (
    <Step
      step={{ ...step, result: named }}
      figure={
        <>
          <Timeline points={[...start, ...limits]} />
          {never && (
            <p className="step-note">
              {pick(late.words)}：{say('explain.no')}
            </p>
          )}
        </>
      }
    />
  );
}
