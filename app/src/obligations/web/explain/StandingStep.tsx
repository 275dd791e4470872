import { worthShown } from '@luoshi/engine';
import { DayStrip, daysBetween, type MarkedDay } from '../../../ui/DayStrip.tsx';
import { ShareBar } from '../../../ui/ShareBar.tsx';
import { useBoardSpeech } from '../speech.ts';
import { Step } from './Step.tsx';
import { factsBelow, figure, type StepProps } from './step.ts';

/** A month still fits in a panel as days; anything longer is told by its dates alone. */
const MOST_DAYS = 31;

/** The conclusion: done against owed, and the days of a week or month on which something counted. */
export function StandingStep({ step, children }: StepProps) {
  const { say } = useBoardSpeech();
  const [need, done] = [figure(step, 'need'), figure(step, 'done')];
  const { period } = step;
  const short = period && daysBetween(period.start, period.end).length <= MOST_DAYS;
  const limit = step.details?.limit === true;
  const label = say(limit ? 'limit.ofLimit' : 'explain.doneOfNeed', { done: done ?? 0, need: need ?? '?' });
  const drawn = need !== undefined && done !== undefined && (
    <>
      <ShareBar value={done} whole={need} label={label} tone={toneOf(done, need, limit)} />
      {short && <DayStrip start={period.start} end={period.end} days={useMarkedDays(step)} />}
    </>
  );
  return (
    <Step step={step} figure={drawn}>
      {children}
    </Step>
  );
}

/** Enough is good; of a limit, too much is not. */
function toneOf(done: number, need: number, limit: boolean): 'success' | 'warning' {
  return (limit ? done <= need : done >= need) ? 'success' : 'warning';
}

function useMarkedDays(step: StepProps['step']): MarkedDay[] {
  const { pick, say } = useBoardSpeech();
  return factsBelow(step, 'counts').map(({ date, worth, note }) => ({
    date,
    mark: worth === undefined ? 'none' : Number(worth) < 1 ? 'part' : 'full',
    note:
      worth === undefined
        ? note
          ? pick(note)
          : say('explain.countsNot')
        : say('explain.counts', { n: worthShown(worth) }),
  }));
}
