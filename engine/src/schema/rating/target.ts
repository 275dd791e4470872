import { closed, Decimal, Id, ParameterId, type Static, Type, Words } from '../common.ts';

const share = Type.Union([Decimal, Type.Object({ parameter: ParameterId }, closed)], {
  description: 'A share of those rated, 0 to 1: 0.3 is 30 %.',
});

/** What a unit should reach: at least, or at most, such a share of its subjects with one of these grades. It changes no result. */
export const Target = Type.Object(
  {
    id: Id,
    title: Words,
    grades: Type.Array(Id, { minItems: 1, description: 'Grades of the result.' }),
    at_least: Type.Optional(share),
    at_most: Type.Optional(share),
    under: Type.Optional(Id),
  },
  {
    ...closed,
    description:
      'A share to be reached by each organisation of the kind `under`, or by all together; one of at_least and at_most. Shown with the distance; nobody’s grade depends on it.',
  },
);

export type Target = Static<typeof Target>;
