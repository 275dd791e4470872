import { closed, type Static, Type } from './common.ts';

const many = Type.Integer({ minimum: 1 });

/** A length of time: `{ months: 18 }`. Calendar months and years keep the day of the month as far as there is one. */
export const Duration = Type.Union(
  [
    Type.Object({ days: many }, closed),
    Type.Object({ weeks: many }, closed),
    Type.Object({ months: many }, closed),
    Type.Object({ years: many }, closed),
  ],
  { description: 'A length of time: `{ days: 20 }`, `{ weeks: 2 }`, `{ months: 18 }` or `{ years: 3 }`.' },
);

export type Duration = Static<typeof Duration>;
