import type { World } from '../../engine/src/index.ts';
import { CHECKS, DUTIES, KINDS } from './world.ts';

/** How often each kind of entry occurs at each village: what general rule engines are given, as they cannot count entries. */
export function countsOf(world: World): Map<string, Record<string, number>> {
  const zero = (): Record<string, number> =>
    Object.fromEntries(
      [...names('k', KINDS), ...names('c', CHECKS), ...names('d', DUTIES)].map((name) => [name, 0] as [string, number]),
    );
  const counts = new Map<string, Record<string, number>>();
  for (const { id, kind } of world.organisations) if (kind === 'village') counts.set(id, zero());
  for (const { subject, data } of world.facts) {
    const row = counts.get(subject.id);
    const kind = String(data.kind);
    if (row) row[kind] = (row[kind] ?? 0) + 1;
  }
  return counts;
}

export const names = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${prefix}${i}`);
