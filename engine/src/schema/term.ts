import { type Static, Type } from './common.ts';
import { Count } from './count.ts';
import { Duration } from './duration.ts';
import { says } from './says.ts';

/** How long: a number of the days that `days` names, or a length such as three months. */
export const Term = (minimum: number) =>
  Type.Union(
    [Count({ minimum }), Duration],
    says(
      '多久：天数（另以 days 写明工作日或自然日），或 `{ months: 3 }`、`{ weeks: 2 }`、`{ years: 1 }`',
      'How long: a number of days, of the kind that `days` names, or `{ months: 3 }`, `{ weeks: 2 }`, `{ years: 1 }`',
    ),
  );

export type Term = Static<ReturnType<typeof Term>>;
