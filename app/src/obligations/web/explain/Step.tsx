import type { ReactNode } from 'react';
import { useBoardSpeech } from '../speech.ts';
import { FactList } from './FactList.tsx';
import { MissingList } from './MissingList.tsx';
import { Result } from './Result.tsx';
import { RuleLine } from './RuleLine.tsx';
import type { StepProps } from './step.ts';

interface DrawnProps extends StepProps {
  /** What only this construct shows. */
  readonly figure?: ReactNode;
  readonly withoutFacts?: boolean;
}

/** What is missing, or why it does not apply, is said once: at the top for all, and where it begins. */
const saidBelow = ({ construct, result, children = [] }: StepProps['step']): boolean =>
  construct !== 'rating' && children.some((child) => child.result.state === result.state);

/** The frame of every step: its sentence, its result, its rule, its entries, and the steps below it. */
export function Step({ step, figure, withoutFacts = false, children }: DrawnProps) {
  const { pick } = useBoardSpeech();
  return (
    <li className="step">
      <div className="step-line">
        <span className="step-words">{pick(step.words)}</span>
        <Result step={step} />
      </div>
      {figure && <div className="step-figure">{figure}</div>}
      {step.result.state === 'not-known' && !saidBelow(step) && <MissingList missing={step.result.missing} />}
      {step.result.state === 'not-applicable' && !saidBelow(step) && (
        <p className="step-note">{pick(step.result.why)}</p>
      )}
      {step.rule && <RuleLine rule={step.rule} />}
      {!withoutFacts && step.facts && step.facts.length > 0 && <FactList facts={step.facts} />}
      {children}
    </li>
  );
}
