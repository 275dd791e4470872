import { closed, Decimal, Id, ParameterId, type Static, Type } from './common.ts';

/** How a measure's values at its unit become the value of the organisations above. */
export const Rollup = Type.Union(
  [
    Type.Literal('sum'),
    Type.Literal('none'),
    Type.Object(
      { ratio_of_sums: Type.Object({ of: Id, to: Id }, closed) },
      { ...closed, description: 'Sum of one measure divided by the sum of another; never a mean of ratios.' },
    ),
    Type.Object(
      {
        share_meeting: Type.Object(
          {
            is: Type.Union([Type.Literal('at-least'), Type.Literal('at-most'), Type.Literal('equal')]),
            than: Type.Union([Decimal, Type.Object({ parameter: ParameterId }, closed)]),
          },
          closed,
        ),
      },
      {
        ...closed,
        description:
          'Share of the units whose value meets the limit. Units whose value is not known are shown, not counted as failing.',
      },
    ),
  ],
  { description: 'How values roll up the tree.' },
);

export type Rollup = Static<typeof Rollup>;
