import type { Parts } from '../../parts.ts';
import type { LocalItem, LocalItems } from '../../schema/local-items.ts';
import type { Slots } from '../../schema/rating/slots.ts';
import type { Rating } from '../../schema/rating.ts';

/** What packs put into a step, in the order of their ids: the order of packs is of no matter. */
export const localsOf = (rating: string, step: string, { localItems }: Parts): LocalItems[] =>
  [...localItems.values()]
    .filter((one) => one.rating === rating && one.slots === step)
    .sort((a, b) => (a.id < b.id ? -1 : 1));

export type FromPacks = Extract<Slots['filled_by'], { packs: unknown }>['packs'];

/** The slots that local items name; null when there are none, or when entries fill them. */
export function slotsNamed({ slots: id }: LocalItems, rating: Rating): { slots: Slots; packs: FromPacks } | null {
  const step = rating.steps.find((one) => one.id === id);
  if (!step || !('slots' in step)) return null;
  const { filled_by } = step.slots;
  return 'packs' in filled_by ? { slots: step.slots, packs: filled_by.packs } : null;
}

/** The item with where it stands in its part. */
export const placesOf = ({ items }: LocalItems): { readonly one: LocalItem; readonly at: string }[] =>
  items.map((one, i) => ({ one, at: `/items/${i}` }));
