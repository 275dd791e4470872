import type { Explanation } from '../../explanation.ts';
import type { Missing, Value, Words } from '../../value.ts';
import type { Neighbour, Sheet, Telling } from '../types.ts';
import type { Admitted, Declared } from './admit.ts';

/** An item that somebody made for a subject: what it counts there, and how that came about. */
export interface FilledItem extends Declared {
  readonly id: string;
  readonly value: Value;
  readonly explain: (telling: Telling) => Explanation;
  readonly neighbours?: readonly Neighbour[];
  /** The entry that declares it. */
  readonly fact?: string;
}

/** An entry that counts for no item, and why. */
export interface LooseEntry {
  readonly fact: string;
  readonly words: Words;
  readonly wayOut: Words;
}

export type Filled =
  | { readonly items: readonly FilledItem[]; readonly loose: readonly LooseEntry[] }
  | { readonly missing: readonly Missing[] };

/** Where the items of a step come from. */
export interface Filling {
  /** In the order in which the limits take them. */
  readonly itemsAt: (sheet: Sheet, row: number) => Filled;
}

/** Items with what the limits make of them, and entries that belong to none. */
export type Slotted = Admitted<FilledItem> & { readonly loose: readonly LooseEntry[] };
