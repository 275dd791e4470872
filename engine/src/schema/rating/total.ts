import { Choice } from '../choice.ts';
import { closed, type Static, StepId, Type } from '../common.ts';
import { says } from '../says.ts';
import { Cap, Floor, Missing, zh } from './shared.ts';

/** Construct `total`: the sum of steps, with the ends of the group. */
export const Total = Type.Object(
  {
    of: Type.Array(StepId, { minItems: 1, ...says('相加的步骤', 'The steps that are added up') }),
    floor: Floor,
    cap: Cap,
    not_applicable: Choice(zh('不适用的部分怎么办', 'A part that does not apply'), {
      'left-out': zh('不计，其余不变', 'left out, the rest unchanged'),
      rescale: zh('不计，其余按满分之比放大', 'left out, the rest scaled up to the same full marks'),
      stop: zh('整项不适用', 'the whole does not apply'),
    }),
    missing: Missing,
  },
  {
    ...closed,
    ...says('各步相加；`cap: full` 是各步满分之和', 'Sum of steps; `cap: full` is the sum of their full marks'),
  },
);

export type Total = Static<typeof Total>;
