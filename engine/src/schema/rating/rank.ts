import { Choice } from '../choice.ts';
import { closed, type Static, StepId, Type } from '../common.ts';
import { says, told } from '../says.ts';
import { Best, Ties, Within, zh } from './shared.ts';

/** Construct `rank`: the place of each subject among those it is compared with. */
export const Rank = Type.Object(
  {
    of: told(StepId, '按哪一步排', 'The step by which they are ranked'),
    best: Best,
    within: Within,
    ties: Ties,
    missing: Choice(zh('有对象结果未知时怎么办', 'While a subject is not known'), {
      stop: zh('全组暂不排名', 'nobody in the group has a place yet'),
      without: zh('先在已知者中排名，标明暂定', 'among those known, marked provisional'),
    }),
  },
  {
    ...closed,
    ...says('名次：1、2、3……；不适用的没有名次', 'Place 1, 2, 3 …; subjects it does not apply to have none'),
  },
);

export type Rank = Static<typeof Rank>;
