import { closed, type Static, Type } from './common.ts';
import { Count } from './count.ts';
import { says } from './says.ts';

/** How far apart entries must lie to count again. */
export const Apart = Type.Object(
  { days: Count({ minimum: 1 }, says('至少几天', 'Days at least')) },
  {
    ...closed,
    ...says(
      '与上一次所计的至少隔几天，不足的不另计：`{ days: 7 }`',
      'At least so many days after the last that counted; a nearer one does not count: `{ days: 7 }`',
    ),
  },
);

export type Apart = Static<typeof Apart>;
