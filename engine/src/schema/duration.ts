import { closed, type Static, Type } from './common.ts';
import { Count } from './count.ts';
import { says, told } from './says.ts';

const many = Count({ minimum: 1 });

/** A length of time: `{ months: 18 }`. Calendar months and years keep the day of the month as far as there is one. */
export const Duration = Type.Union(
  [
    Type.Object({ days: told(many, '几天', 'Days') }, closed),
    Type.Object({ weeks: told(many, '几周', 'Weeks') }, closed),
    Type.Object({ months: told(many, '几个月', 'Months') }, closed),
    Type.Object({ years: told(many, '几年', 'Years') }, closed),
  ],
  says(
    '一段时间：`{ days: 20 }`、`{ weeks: 2 }`、`{ months: 18 }`、`{ years: 3 }`，或 `{ months: { parameter: award.months } }`',
    'A length of time: `{ days: 20 }`, `{ weeks: 2 }`, `{ months: 18 }`, `{ years: 3 }`, or `{ months: { parameter: award.months } }`.',
  ),
);

export type Duration = Static<typeof Duration>;
