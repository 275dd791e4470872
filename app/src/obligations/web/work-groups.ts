import type { OutputOf } from '../../platform/web/client.ts';
import type { StandingLight } from '../light.ts';

export type WorkItem = OutputOf<'obligations.mine'>['items'][number];

/** The same duty, owed by one or by many, for one period or several. */
export interface DutyGroup {
  readonly key: string;
  readonly items: readonly WorkItem[];
}

export interface Urgency {
  readonly light: StandingLight;
  readonly count: number;
  readonly duties: readonly DutyGroup[];
}

/** The order in which work is done. */
const ORDER: readonly StandingLight[] = ['overdue', 'beyond', 'due-soon', 'not-known', 'open'];

/** Whether it is the reader’s own: a form to enter, or a limit to keep. */
export const isOwn = (item: WorkItem): boolean => item.limit || item.forms.some((form) => form.mayEnter);

/** Work by urgency, within it by duty; what many owe stands once. The order of the items is kept. */
export function byUrgency(items: readonly WorkItem[]): Urgency[] {
  const lights = Map.groupBy(items, (item) => item.light);
  return ORDER.flatMap((light) => {
    const own = lights.get(light) ?? [];
    if (own.length === 0) return [];
    const duties = Map.groupBy(own, (item) => item.obligation);
    return [{ light, count: own.length, duties: [...duties].map(([key, same]) => ({ key, items: same })) }];
  });
}

/** Whole days from one day to another; negative when it lies before. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
