import type { OutputOf } from '../../../platform/web/client.ts';
import type { StandingLight } from '../../light.ts';

type Summed = OutputOf<'obligations.summary'>['organisations'][number];

/** An organisation with all its lights added up over the duties. */
export interface Standing {
  readonly id: string;
  readonly name: string;
  readonly lights: Readonly<Record<StandingLight, number>>;
}

const none = { overdue: 0, beyond: 0, due_soon: 0, not_known: 0, open: 0, late: 0, met: 0, excused: 0 };

export function sumOf({ id, name, duties }: Summed): Standing {
  const sum = { ...none };
  const keys = Object.keys(none) as (keyof typeof none)[];
  for (const lights of Object.values(duties)) for (const key of keys) sum[key] += lights[key];
  const { due_soon, not_known, ...rest } = sum;
  return { id, name, lights: { ...rest, 'due-soon': due_soon, 'not-known': not_known, 'not-applicable': 0 } };
}
