import { useBoardSpeech } from '../speech.ts';
import { Step } from './Step.tsx';
import { showNumber } from './show-number.ts';
import type { StepProps } from './step.ts';

/** Two figures beside each other, in the words of the comparison. */
export function CompareStep({ step, children }: StepProps) {
  const { say } = useBoardSpeech();
  const [left, right] = (step.children ?? []).map(({ result }) =>
    result.state === 'known' && typeof result.value === 'string'
      ? showNumber(result.value, result.unit)
      : say('explain.notKnown'),
  );
  const words = { 'zh-CN': step.words['zh-CN'], en: step.words.en };
  const filled =
    left === undefined || right === undefined
      ? words
      : {
          'zh-CN': words['zh-CN'].replace('前者', `前者（${left}）`).replace('后者', `后者（${right}）`),
          en: words.en.replace('The first', `The first (${left})`).replace('the second', `the second (${right})`),
        };
  return <Step step={{ ...step, words: filled }}>{children}</Step>;
}
