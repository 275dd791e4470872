import { useBoardSpeech } from '../speech.ts';
import { Step } from './Step.tsx';
import { numberOf, type StepProps } from './step.ts';

const SIGN: Readonly<Record<string, string>> = {
  add: ' + ',
  total: ' + ',
  subtract: ' − ',
  multiply: ' × ',
  ratio: ' ÷ ',
};
const MOST = 6;

/** A sum, difference, product or quotient written out with its operands. */
export function ArithmeticStep({ step, children }: StepProps) {
  const { say, comma } = useBoardSpeech();
  const operands = (step.children ?? []).map((child) => numberOf(child) ?? say('explain.notKnown'));
  const written =
    operands.length > 1 && operands.length <= MOST ? operands.join(SIGN[step.construct] ?? comma) : undefined;
  return (
    <Step step={step} figure={written && <code className="step-sum">{written}</code>}>
      {children}
    </Step>
  );
}
