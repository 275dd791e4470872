import type { ExpressionConstruct, FigureType, PartOf } from '../measure/types.ts';
import { step } from '../measure/values.ts';
import { known } from '../value.ts';
import { say } from '../words.ts';

const TYPE: FigureType = { kind: 'text' };

/** `{ text: good }`, in a formula `"good"`: a text written in the rule itself, e.g. a grade. */
export const text: ExpressionConstruct<PartOf<'text'>> = {
  key: 'text',
  check: () => TYPE,
  compile: ({ text: written }, { parts }) => ({
    evaluate: () => known(written),
    explain: () =>
      step(parts, TYPE, {
        construct: 'text',
        words: say('规定的文字', 'The text laid down'),
        result: known(written),
      }),
  }),
};
