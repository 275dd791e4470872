import { compileValue } from '../../condition.ts';
import type { Element } from '../../measure/element.ts';
import type { CompiledSet } from '../../measure/set.ts';
import type { OneMatter } from '../../schema/rating/matter.ts';
import { say } from '../../words.ts';
import { dropped, type Line } from './line.ts';

export type KeyOf = (element: Element) => string | null;

/** The key of entries that are all the same. */
export const alike: KeyOf = () => 'all';

/** One text for the values that make entries the same; null when all are empty. */
export function compileKey(sources: readonly string[], set: CompiledSet): KeyOf {
  const values = sources.map((source) => compileValue(source, set.variables));
  return ({ env }) => {
    const held = values.map((value) => value(env));
    return held.every((value) => value === undefined) ? null : JSON.stringify(held.map((value) => value ?? null));
  };
}

/** Keeps one entry of each matter. `lines` are in order. */
export function oneOfEach(lines: readonly Line[], { counts }: Exclude<OneMatter, 'each'>, keyOf: KeyOf): Line[] {
  const kept = new Map<string, Line>();
  for (const line of lines) {
    const key = line.counts ? keyOf(line.element) : null;
    if (key === null) continue;
    const before = kept.get(key);
    if (before === undefined || counts === 'last' || (counts === 'highest' && line.points.gt(before.points)))
      kept.set(key, line);
  }
  return lines.map((line) => {
    const key = line.counts ? keyOf(line.element) : null;
    const other = key === null ? line : kept.get(key);
    return other === undefined || other === line ? line : dropped(line, beside(other.fact.date));
  });
}

const beside = (date: string) =>
  say(`同一事项已按 ${date} 的一条计，不再计`, `one matter with that of ${date}, which counts instead`);
