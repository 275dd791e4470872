import { YES_OR_NO } from '../measure/judgement.ts';
import { MICRO } from '../measure/micros.ts';
import type { ExpressionConstruct, PartOf } from '../measure/types.ts';
import { step } from '../measure/values.ts';
import { known } from '../value.ts';
import { say } from '../words.ts';

/** `{ truth: true }`, in a formula `true`: yes or no written in the rule itself. */
export const truth: ExpressionConstruct<PartOf<'truth'>> = {
  key: 'truth',
  check: () => YES_OR_NO,
  compile: ({ truth: written }, { parts }) => ({
    evaluate: () => known(written),
    micros: () => (written ? MICRO : 0),
    explain: () =>
      step(parts, YES_OR_NO, {
        construct: 'truth',
        words: say('规定的判断', 'Laid down'),
        result: known(written),
      }),
  }),
};
