import { compileValue } from '../../condition.ts';
import { missingIn } from '../../measure/element.ts';
import type { CompiledSet } from '../../measure/set.ts';
import type { Figure } from '../../measure/types.ts';
import type { Expression } from '../../schema/expression.ts';
import type { Points } from '../../schema/rating/entries.ts';
import { say } from '../../words.ts';
import type { StepCompiler } from '../types.ts';
import { type PointsRun, worthOf } from './worth.ts';

type Ladder = Extract<Points, { table: unknown }>;
type Rung = Ladder['table'][string];

export const keysOf = ({ by }: Ladder): readonly string[] => [by].flat();

/** Points by the values an entry holds, looked up in a table of one or two keys. */
export function compileLadder(ladder: Ladder, set: CompiledSet, { compile }: StepCompiler): PointsRun {
  const keys = keysOf(ladder).map((key) => compileValue(key, set.variables));
  const rungs = new Map(rungsOf(ladder).map(({ path, points }): [string, Figure] => [path.join('/'), compile(points)]));
  const { otherwise } = ladder;
  const other = otherwise === 'zero' || otherwise === 'stop' ? null : compile(otherwise);
  return (element, at) => {
    const values = keys.map((key) => key(element.env));
    const missing = keys.flatMap((key, i) =>
      values[i] === undefined ? missingIn(element, key.reads, set.missingName) : [],
    );
    if (missing.length > 0) return { missing };
    const path = values.map(String);
    const found = rungs.get(path.join('/')) ?? other;
    if (found) return worthOf(found.evaluate(at));
    const named = path.join('、');
    const words = say(`表中没有“${named}”`, `The table does not list “${path.join(', ')}”`);
    return otherwise === 'stop' ? { missing: [{ what: 'table', words }] } : { refused: words };
  };
}

/** Every entry of the table with the keys that lead to it. */
export function rungsOf(ladder: Ladder): { readonly path: readonly string[]; readonly points: Expression }[] {
  return Object.entries(ladder.table).flatMap(([key, rung]) =>
    isTable(rung, ladder)
      ? Object.entries(rung).map(([inner, points]) => ({ path: [key, inner], points }))
      : [{ path: [key], points: rung }],
  );
}

/** With two keys every row is a table of its own. */
const isTable = (rung: Rung, ladder: Ladder): rung is Record<string, Expression> =>
  keysOf(ladder).length > 1 && typeof rung === 'object';
