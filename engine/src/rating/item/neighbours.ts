import type { At } from '../../measure/types.ts';
import { known, type Value } from '../../value.ts';
import { say } from '../../words.ts';
import type { Neighbour } from '../types.ts';
import { effective, type ItemChange, type ItemPart } from './effective.ts';

/** The item as it would be with one event more or fewer of each of its changes; an entry that several count, for all of them. */
export function neighboursOf(
  changes: readonly ItemChange[],
  at: At,
  outcome: (parts: readonly ItemPart[]) => Value,
): Neighbour[] {
  return effective(changes, at).flatMap(({ id, title, run, keptBy }) =>
    keptBy
      ? []
      : (run.neighbours?.(at) ?? []).map(({ words, size, edit }) => {
          const others = changes.flatMap(({ id: other, run: { counted } }): [string, Value][] =>
            edit && counted && other !== id && counted.form === run.counted?.form
              ? [[other, counted.size(at, edit)]]
              : [],
          );
          return {
            words: say(`“${title['zh-CN']}”${words['zh-CN']}`, `“${title.en}”: ${words.en}`),
            value: outcome(effective(changes, at, new Map([...others, [id, known(size)]]))),
          };
        }),
  );
}
