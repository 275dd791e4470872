import { unknownName } from '../../duty/problems.ts';
import type { Item } from '../../schema/rating/item.ts';
import { say } from '../../words.ts';
import type { StepChecker } from '../types.ts';
import { unlessOf } from './effective.ts';

/** Judges which changes exclude others: the ids exist, and no change excludes itself by way of others. */
export function checkUnless(item: Item, at: string, { add }: StepChecker): void {
  const changes = (['deduct', 'award'] as const).flatMap((side) =>
    (item[side] ?? []).map((change, i) => ({ change, at: `${at}/${side}/${i}` })),
  );
  const byId = new Map(
    changes.flatMap(({ change }) => (change.id === undefined ? [] : [[change.id, change] as const])),
  );
  for (const { change, at: place } of changes) {
    unlessOf(change).forEach((id, i) => {
      for (const finding of unknownName('change', id, byId, `${place}/unless/${i}`)) add(finding);
    });
    const { id } = change;
    if (id !== undefined && reaches(id, id, byId, new Set())) {
      add({
        code: 'circular',
        at: `${place}/unless`,
        words: say(`“${id}”经由他项排除自身`, `“${id}” excludes itself by way of others`),
        wayOut: say('只在较轻的一项写 unless', 'Write unless only in the lesser one'),
      });
    }
  }
}

function reaches(
  from: string,
  goal: string,
  byId: ReadonlyMap<string, Parameters<typeof unlessOf>[0]>,
  seen: Set<string>,
): boolean {
  const change = byId.get(from);
  if (!change || seen.has(from)) return false;
  seen.add(from);
  return unlessOf(change).some((id) => id === goal || reaches(id, goal, byId, seen));
}
