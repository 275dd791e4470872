import { closed, type Static, StepId, Type } from '../common.ts';
import { Expression } from '../expression.ts';
import { says, told } from '../says.ts';
import { sized } from '../sized.ts';
import { MissingPeers, Within } from './shared.ts';

/** Construct `reconcile`: whether the parts of a group make the sum they must. */
export const Reconcile = Type.Object(
  {
    of: told(StepId, '合计哪一步', 'The step whose sum is taken'),
    within: Within,
    against: told(Expression, '应等于多少，如预算数', 'What it must make, e.g. the budget line'),
    tolerance: sized(told(Expression, '允许相差多少', 'The difference that is let pass'), 'not-negative'),
    missing: MissingPeers,
  },
  {
    ...closed,
    ...says(
      '核对：组内合计与上级组织的数相差多少；超出 `tolerance` 即提示',
      'Sum of the group less `against`, worked out for the organisation above it. A difference beyond `tolerance` is a finding',
    ),
  },
);

export type Reconcile = Static<typeof Reconcile>;
