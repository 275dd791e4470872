import { closed, type Static, Type } from './common.ts';
import { Count } from './count.ts';
import { says } from './says.ts';

const many = Count({ minimum: 1 });

/** A length of time: `{ months: 18 }`. Calendar months and years keep the day of the month as far as there is one. */
export const Duration = Type.Union(
  [
    Type.Object({ days: many }, closed),
    Type.Object({ weeks: many }, closed),
    Type.Object({ months: many }, closed),
    Type.Object({ years: many }, closed),
  ],
  says(
    '一段时间：`{ days: 20 }`、`{ weeks: 2 }`、`{ months: 18 }`、`{ years: 3 }`，或 `{ months: { parameter: award.months } }`',
    'A length of time: `{ days: 20 }`, `{ weeks: 2 }`, `{ months: 18 }`, `{ years: 3 }`, or `{ months: { parameter: award.months } }`.',
  ),
);

export type Duration = Static<typeof Duration>;
