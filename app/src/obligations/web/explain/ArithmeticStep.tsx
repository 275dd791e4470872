import { useBoardSpeech } from '../speech.ts';
import { Step } from './Step.tsx';
import { showNumber } from './show-number.ts';
import { numberOf, type StepProps } from './step.ts';

const SIGN: Readonly<Record<string, string>> = {
  add: ' + ',
  total: ' + ',
  subtract: ' − ',
  multiply: ' × ',
  ratio: ' ÷ ',
};
const MOST = 6;

function written(child: StepProps['step']): string | undefined {
  const { result } = child;
  const known = numberOf(child) !== undefined && result.state === 'known' && typeof result.value === 'string';
  return known ? showNumber(String(result.value), undefined) : undefined;
}

/** A sum, difference, product or quotient written out with its operands. */
export function ArithmeticStep({ step, children }: StepProps) {
  const { say, comma } = useBoardSpeech();
  const operands = (step.children ?? []).map((child) => written(child) ?? say('explain.notKnown'));
  const sum = operands.length > 1 && operands.length <= MOST ? operands.join(SIGN[step.construct] ?? comma) : undefined;
  return (
    <Step step={step} figure={sum && <code className="step-sum">{sum}</code>}>
      {children}
    </Step>
  );
}
