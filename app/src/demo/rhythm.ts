import { addDays, daysBetween, mondayOf, monthEnd, monthsBetween, weekday, workingDaysBetween } from './days.ts';
import type { Scene } from './entry.ts';
import type { Chance } from './random.ts';

export interface Span {
  readonly from: string;
  readonly to: string;
}

/** Tuesdays to Thursdays are the days on which most is done in a village. */
const WEIGHT = [0, 0.8, 1.1, 1.2, 1.1, 0.6, 0.5, 0.5];

/** The spans are the same for every village and posting. */
function oncePerScene<T>(make: (scene: Scene) => T): (scene: Scene) => T {
  const made = new WeakMap<Scene, T>();
  return (scene) => {
    const known = made.get(scene) ?? make(scene);
    made.set(scene, known);
    return known;
  };
}

/** A period with how much of it is over. */
export type Period = Span & { readonly over: number };

/** The part of the months and calendar quarters that the records cover. */
export const monthsOf = oncePerScene(({ world }): Period[] =>
  monthsBetween(world.recordsFrom, world.asOf).map((first) => covered(world, first, monthEnd(first))),
);

export const quartersOf = oncePerScene(({ world }): Period[] => {
  const starts = monthsBetween(world.recordsFrom, world.asOf).map((first) => {
    const month = Number(first.slice(5, 7));
    return `${first.slice(0, 4)}-${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`;
  });
  return [...new Set(starts)].map((first) => covered(world, first, monthEnd(addDays(first, 75))));
});

export const weeksOf = oncePerScene(({ world }): Span[] => {
  const weeks: Span[] = [];
  for (let monday = mondayOf(world.recordsFrom); monday <= world.asOf; monday = addDays(monday, 7)) {
    weeks.push(clip({ from: monday, to: addDays(monday, 6) }, world.recordsFrom, world.asOf));
  }
  return weeks;
});

function covered(world: { recordsFrom: string; asOf: string }, from: string, to: string): Period {
  const part = clip({ from, to }, world.recordsFrom, world.asOf);
  return { ...part, over: daysBetween(from, part.to).length / daysBetween(from, to).length };
}

export const clip = ({ from, to }: Span, first: string, last: string | null): Span => ({
  from: from < first ? first : from,
  to: last !== null && to > last ? last : to,
});

/** So many different working days of the span, the busy weekdays first of all; in order. */
export function workingDays(
  scene: Scene,
  span: Span,
  count: number,
  luck: Chance,
  without: ReadonlySet<string> = new Set(),
): string[] {
  if (count === 0) return [];
  const free = workingDaysBetween(span.from, span.to, scene.isWorkingDay).filter((day) => !without.has(day));
  const drawn = free.map((day) => ({ day, key: luck.next() ** (1 / (WEIGHT[weekday(day)] ?? 1)) }));
  return drawn
    .toSorted((a, b) => b.key - a.key)
    .slice(0, count)
    .map(({ day }) => day)
    .toSorted();
}

export const workingDay = (scene: Scene, span: Span, luck: Chance): string | undefined =>
  workingDays(scene, span, 1, luck)[0];
