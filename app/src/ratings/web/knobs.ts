import type { Words } from '@luoshi/engine';
import type { Scheme } from './rating-data.ts';

/** Something that can be tried otherwise. */
export interface Knob {
  readonly group: 'parameters' | 'weights' | 'numbers';
  /** As a change names it: a parameter, or a pointer into the rating. */
  readonly name: string;
  readonly label: Words;
  /** The part a weight is of. */
  readonly part?: Words;
  /** What it is now; null while it is not set. */
  readonly value: string | null;
  readonly unit?: Words;
}

export function knobsOf({ parameters, weights, numbers }: Scheme): Knob[] {
  return [
    ...parameters.map(({ id, title, unitTitle, value }): Knob => {
      const now = value.state === 'known' ? String(value.value) : null;
      return { group: 'parameters', name: id, label: title, value: now, unit: unitTitle };
    }),
    ...weights.map(({ at, step, part, value }): Knob => ({ group: 'weights', name: at, label: step, part, value })),
    ...numbers.map(({ at, step, part, value }): Knob => ({ group: 'numbers', name: at, label: step, part, value })),
  ];
}

/** The changes as `ratings.simulate` reads them; what is empty or as it was is none. */
export const changesIn = (knobs: readonly Knob[], values: Readonly<Record<string, string>>): string[] =>
  knobs.flatMap(({ name, value }) => {
    const wanted = values[name]?.trim() ?? '';
    return wanted === '' || wanted === value ? [] : [`${name}=${wanted}`];
  });
