import { ShareBar } from '../../../ui/ShareBar.tsx';
import { useBoardSpeech } from '../speech.ts';
import { Step } from './Step.tsx';
import { numberOf, type StepProps } from './step.ts';

/** A share as a bar: the part of the whole it is. */
export function ShareStep({ step, children }: StepProps) {
  const { say } = useBoardSpeech();
  const share = numberOf(step);
  const [part, whole] = (step.children ?? []).map(numberOf);
  const label =
    part !== undefined && whole !== undefined
      ? say('explain.shareOfBase', { value: part, whole })
      : `${Math.round((share ?? 0) * 1000) / 10}%`;
  const drawn = share !== undefined && share >= 0 && share <= 1 && <ShareBar value={share} whole={1} label={label} />;
  return (
    <Step step={step} figure={drawn}>
      {children}
    </Step>
  );
}
