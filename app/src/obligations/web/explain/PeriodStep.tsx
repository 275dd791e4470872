import type { WordKey } from '../../../platform/words/index.ts';
import { Timeline, type TimelinePoint } from '../../../ui/Timeline.tsx';
import type { Tone } from '../../../ui/tokens.ts';
import { useBoardSpeech } from '../speech.ts';
import { Step } from './Step.tsx';
import { findStep, type StepProps } from './step.ts';

const POINTS: readonly (readonly [construct: string, word: WordKey, tone: Tone])[] = [
  ['due-soon', 'explain.soonFrom', 'warning'],
  ['deadline', 'explain.due', 'danger'],
  ['late', 'explain.lateUntil', 'caution'],
];

/** When it is owed, along a line: start, reminder, deadline, end of catching up. */
export function PeriodStep({ step, children }: StepProps) {
  const { say } = useBoardSpeech();
  const limits = POINTS.flatMap(([construct, word, tone]): TimelinePoint[] => {
    const result = findStep(step, construct)?.result;
    const date = result?.state === 'known' ? result.value : undefined;
    return typeof date === 'string' ? [{ date, label: say(word), tone }] : [];
  });
  const start: TimelinePoint[] = step.period
    ? [{ date: step.period.start, label: say('explain.from'), tone: 'info' }]
    : [];
  return (
    <Step step={step} figure={<Timeline points={[...start, ...limits]} />}>
      {children}
    </Step>
  );
}
