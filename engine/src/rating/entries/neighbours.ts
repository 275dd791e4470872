import type { Decimal } from '../../decimal.ts';
import type { Element } from '../../measure/element.ts';
import type { At } from '../../measure/types.ts';
import { referenceDay } from '../../measure/window.ts';
import type { Words } from '../../value.ts';
import { say } from '../../words.ts';

/** What the sum would be with one entry more like the last that counts, and without that one. */
export function entryNeighbours(
  counted: readonly Element[],
  at: At,
  sumWith: (edit: (elements: readonly Element[]) => readonly Element[]) => Decimal | null,
): { readonly words: Words; readonly size: Decimal }[] {
  const last = counted.at(-1);
  if (!last?.fact) return [];
  const { date, id } = last.fact;
  const more = sumWith((elements) => [...elements, likeIt(last, referenceDay(at))]);
  const fewer = sumWith((elements) => elements.filter(({ fact }) => fact?.id !== id));
  return [
    ...(more ? [{ words: say(`再有一条同 ${date} 那样的`, `one more like that of ${date}`), size: more }] : []),
    ...(fewer ? [{ words: say(`没有 ${date} 那一条`, `without that of ${date}`), size: fewer }] : []),
  ];
}

function likeIt(like: Element, day: string): Element {
  const { fact, env } = like;
  if (!fact) return like;
  const entry = { ...(env.entry as object), date: day };
  return { ...like, fact: { ...fact, id: `${fact.id}+`, date: day }, env: { ...env, entry } };
}
