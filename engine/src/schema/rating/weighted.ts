import { Choice } from '../choice.ts';
import { closed, FieldId, type Static, Type } from '../common.ts';
import { Expression } from '../expression.ts';
import { Missing, zh } from './shared.ts';

/** Construct `weighted`: parts with weights, each rescaled to its weight. */
export const Weighted = Type.Object(
  {
    parts: Type.Array(
      Type.Object(
        {
          of: FieldId,
          out_of: Type.Optional(Expression),
          weight: Expression,
        },
        {
          ...closed,
          description:
            'With `out_of`, the part counts value ÷ out_of × weight (198 of 240 with weight 16 is 13.2); without it value × weight.',
        },
      ),
      { minItems: 1 },
    ),
    weights_make: Type.Optional(Expression),
    not_applicable: Choice(zh('不适用的部分怎么办', 'What happens to a part that does not apply'), {
      rescale: zh('不计，权重分给其余部分', 'left out, its weight goes to the other parts in proportion'),
      zero: zh('按零计', 'counts as zero'),
      stop: zh('整项不适用', 'the whole does not apply'),
    }),
    missing: Missing,
  },
  {
    ...closed,
    description: 'Sum of weighted parts. With `weights_make`, the check holds that the weights make this sum.',
  },
);

export type Weighted = Static<typeof Weighted>;
