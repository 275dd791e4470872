import { Decimal } from '../../decimal.ts';
import type { Expression } from '../../schema/expression.ts';
import type { Item } from '../../schema/rating/item.ts';

/** The most an item can bring and the most it can take; or which of its ends is open, or not laid down. */
export type ItemSize =
  | { readonly plus: Decimal; readonly minus: Decimal }
  | { readonly unlimited: 'cap' | 'floor' }
  | { readonly unknown: 'full' | 'cap' | 'floor' };

const NONE = new Decimal(0);

export function itemSize(item: Item, numberOf: (expression: Expression) => Decimal | null): ItemSize {
  const full = item.full === 'none' ? NONE : numberOf(item.full);
  if (full === null) return { unknown: 'full' };
  const start = item.starts === 'full' ? full : NONE;
  const [cap, floor] = [upperEnd(item, full, start, numberOf), lowerEnd(item, start, numberOf)];
  if (cap === 'none') return { unlimited: 'cap' };
  if (floor === 'none') return { unlimited: 'floor' };
  if (cap === null) return { unknown: 'cap' };
  return floor === null
    ? { unknown: 'floor' }
    : { plus: Decimal.max(cap, NONE), minus: Decimal.max(floor.neg(), NONE) };
}

type NumberOf = (expression: Expression) => Decimal | null;

function upperEnd({ cap, award }: Item, full: Decimal, start: Decimal, numberOf: NumberOf): Decimal | 'none' | null {
  if (cap === 'full') return full;
  if (cap !== 'none') return numberOf(cap);
  return award === undefined ? start : 'none';
}

function lowerEnd({ floor, deduct }: Item, start: Decimal, numberOf: NumberOf): Decimal | 'none' | null {
  if (floor !== 'none') return numberOf(floor);
  return deduct === undefined ? start : 'none';
}
