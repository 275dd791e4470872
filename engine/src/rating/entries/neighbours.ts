import type { Decimal } from '../../decimal.ts';
import type { Element } from '../../measure/element.ts';
import type { At } from '../../measure/types.ts';
import { referenceDay } from '../../measure/window.ts';
import type { Words } from '../../value.ts';
import { say } from '../../words.ts';

/** Entries there would be instead of those there are. */
export type Edited = (elements: readonly Element[]) => readonly Element[];

/** What the sum would be with one entry more like the last that counts, and without that one. */
export function entryNeighbours(
  counted: readonly Element[],
  at: At,
  sumWith: (edit: Edited) => Decimal | null,
): { readonly words: Words; readonly size: Decimal; readonly edit: Edited }[] {
  const last = counted.at(-1);
  if (!last?.fact) return [];
  const { date, id } = last.fact;
  const isIt = ({ fact }: Element) => fact?.id === id;
  const more: Edited = (elements) => {
    const own = elements.includes(last) ? last : elements.find(isIt);
    return own ? [...elements, likeIt(own, referenceDay(at))] : elements;
  };
  const fewer: Edited = (elements) => elements.filter((one) => !isIt(one));
  return [
    { words: say(`再有一条同 ${date} 那样的`, `one more like that of ${date}`), edit: more },
    { words: say(`没有 ${date} 那一条`, `without that of ${date}`), edit: fewer },
  ].flatMap(({ words, edit }) => {
    const size = sumWith(edit);
    return size ? [{ words, size, edit }] : [];
  });
}

function likeIt(like: Element, day: string): Element {
  const { fact, env } = like;
  if (!fact) return like;
  const entry = { ...(env.entry as object), date: day };
  return { ...like, fact: { ...fact, id: `${fact.id}+`, date: day }, env: { ...env, entry } };
}
