import { ShareBar } from '../../../ui/ShareBar.tsx';
import { Step } from './Step.tsx';
import { showNumber } from './show-number.ts';
import { numberOf, type StepProps } from './step.ts';

/** A share as a bar: the part of the whole it is. */
export function ShareStep({ step, children }: StepProps) {
  const share = numberOf(step);
  const label = showNumber(String(share ?? 0), 'share');
  const drawn = share !== undefined && share >= 0 && share <= 1 && <ShareBar value={share} whole={1} label={label} />;
  return (
    <Step step={step} figure={drawn}>
      {children}
    </Step>
  );
}
