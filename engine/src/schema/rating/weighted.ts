import { Choice } from '../choice.ts';
import { closed, type Static, StepId, Type } from '../common.ts';
import { Expression } from '../expression.ts';
import { says, told } from '../says.ts';
import { sized } from '../sized.ts';
import { Missing, zh } from './shared.ts';

/** Construct `weighted`: parts with weights, each rescaled to its weight. */
export const Weighted = Type.Object(
  {
    parts: Type.Array(
      Type.Object(
        {
          of: StepId,
          out_of: Type.Optional(
            sized(
              told(Expression, '该部分的满分；写了就折算', 'The full marks of the part: it is rescaled to its weight'),
              'divisor',
            ),
          ),
          weight: told(Expression, '权重', 'The weight'),
        },
        {
          ...closed,
          ...says(
            '有 `out_of` 时：值 ÷ 满分 × 权重（240 分得 198，折 16 分为 13.2）；没有时：值 × 权重',
            'With `out_of` the part counts value ÷ out_of × weight (198 of 240 at weight 16: 13.2); else value × weight',
          ),
        },
      ),
      { minItems: 1, ...says('各部分', 'The parts') },
    ),
    weights_make: Type.Optional(
      told(Expression, '权重之和应为多少：由检查核对', 'What the weights must make: the check adds them up'),
    ),
    not_applicable: Choice(zh('不适用的部分怎么办', 'A part that does not apply'), {
      rescale: zh('不计，权重分给其余部分', 'left out, its weight goes to the others in proportion'),
      zero: zh('按零计', 'counts as zero'),
      stop: zh('整项不适用', 'the whole does not apply'),
    }),
    missing: Missing,
  },
  {
    ...closed,
    ...says('各部分加权合计、折算', 'Sum of weighted parts, each rescaled to its weight'),
  },
);

export type Weighted = Static<typeof Weighted>;
