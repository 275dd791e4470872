import { closed, FieldId, type Static, Type } from '../common.ts';
import { Expression } from '../expression.ts';
import { MissingPeers, Within } from './shared.ts';

/** Construct `reconcile`: whether the parts of a group make the sum they must. */
export const Reconcile = Type.Object(
  {
    of: FieldId,
    within: Within,
    against: Expression,
    tolerance: Expression,
    missing: MissingPeers,
  },
  {
    ...closed,
    description:
      'Sum of the group less `against`, which is worked out for the organisation the group stands under (its budget line). A difference beyond `tolerance` is a finding of the result.',
  },
);

export type Reconcile = Static<typeof Reconcile>;
