import { Choice } from '../choice.ts';
import { closed, type Static, StepId, Type, UnitId } from '../common.ts';
import { Expression } from '../expression.ts';
import { says, told } from '../says.ts';
import { sized } from '../sized.ts';
import { MissingPeers, TieBreaks, Within, zh } from './shared.ts';

/** Construct `allot`: a sum, or places, given out in an order until nothing is left. */
export const Allot = Type.Object(
  {
    unit: UnitId,
    pool: sized(told(Expression, '总额或名额', 'The sum, or the number of places'), 'not-negative'),
    wants: told(
      StepId,
      '每个所需多少是哪一步；一人一个名额写得出 1 的一步',
      'The step that says what each wants; 1 for a place each',
    ),
    by: told(TieBreaks, '按什么次序，依次比较', 'The order: the steps that are compared, in turn'),
    within: Within,
    last: Choice(zh('余额不够下一个所需时', 'When too little is left for the next'), {
      'the-rest': zh('按余额安排，到此为止', 'gets the rest, then no more is given'),
      nothing: zh('不安排，到此为止', 'gets nothing, then no more is given'),
      'pass-on': zh('不安排，看其后的够不够', 'gets nothing, the next is looked at'),
    }),
    ties: Choice(zh('次序相同而余额不够都给时', 'When there is too little for all equals'), {
      'in-proportion': zh('按所需之比分余额', 'share what is left in proportion to what they want'),
      nothing: zh('都不给', 'none gets anything'),
    }),
    missing: MissingPeers,
  },
  {
    ...closed,
    ...says(
      '按次序安排，用完为止：按得分从高到低安排资金、先到先得的名额',
      'Given out in an order until nothing is left: funds from the highest score down, places to the first',
    ),
  },
);

export type Allot = Static<typeof Allot>;
