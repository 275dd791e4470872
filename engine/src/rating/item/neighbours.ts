import type { At } from '../../measure/types.ts';
import type { Value } from '../../value.ts';
import { say } from '../../words.ts';
import type { Neighbour } from '../types.ts';
import { effective, type ItemChange, type ItemPart } from './effective.ts';

/** The item as it would be with one event more or fewer of each of its changes. */
export function neighboursOf(
  changes: readonly ItemChange[],
  at: At,
  outcome: (parts: readonly ItemPart[]) => Value,
): Neighbour[] {
  return effective(changes, at).flatMap(({ id, title, run, keptBy }) =>
    keptBy
      ? []
      : (run.neighbours?.(at) ?? []).map(({ words, size }) => ({
          words: say(`“${title['zh-CN']}”${words['zh-CN']}`, `“${title.en}”: ${words.en}`),
          value: outcome(effective(changes, at, { id, size })),
        })),
  );
}
