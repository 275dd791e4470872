import { toDay } from '../../../day.ts';
import { entryRows, formInOnePass } from '../../../measure/entry-rows.ts';
import { exactMicros, type Micros } from '../../../measure/micros.ts';
import type { CompiledSet, SetPart } from '../../../measure/set.ts';
import { addEach } from '../../../measure/set-micros.ts';
import type { Rows } from '../../../measure/types.ts';
import { referenceDay } from '../../../measure/window.ts';
import type { Caps, Points, Valid } from '../../../schema/rating/entries.ts';
import type { Period } from '../../../standing.ts';
import type { StepCompiler } from '../../types.ts';
import { quickPoints } from './points.ts';
import { quickRoom } from './room.ts';
import { quickValid } from './valid.ts';

/** Entries that count by themselves, but for what caps leave of them. */
interface Written {
  readonly entries: SetPart;
  readonly points: Points;
  readonly valid?: Valid | undefined;
  readonly caps?: Caps | undefined;
}

/** What the entries of some days count, in one pass; a row without a number has to be read entry by entry. */
export type SumOver = (rows: Rows, days: Period) => Micros | null;

/** Entries are taken when they count on the day that is looked at; what has expired uses no room of a cap. Null when there is no such way. */
export function quickSum(
  { entries, points, valid, caps = [] }: Written,
  set: CompiledSet,
  compiler: StepCompiler,
): SumOver | null {
  const form = formInOnePass(entries, compiler.parts);
  const worth = quickPoints(points, compiler);
  const lives = quickValid(valid, compiler.parts);
  const room = quickRoom(caps, compiler);
  if (!form || !worth || !lives || !room) return null;
  const { during: _, ...which } = entries;
  return (rows, days) => {
    const found = entryRows(form, which, rows, compiler.parts, days);
    if (!found || (caps.length > 1 && !found.byTime)) return null;
    const { columns, entry: entryAt, row: rowOf } = found;
    const worthOf = worth(rows, columns);
    const isAlive = lives(columns, rows.period.end, toDay(referenceDay(rows)));
    const left = room(rows);
    if (!worthOf || !isAlive || !left) return null;
    const sums = rows.blank();
    addEach(set.predicate, found, rows, sums, (i) => {
      const [entry, row] = [entryAt[i] as number, rowOf[i] as number];
      const own = worthOf(entry, row);
      const alive = isAlive(entry);
      if (alive === undefined || Number.isNaN(own)) sums[row] = Number.NaN;
      else if (alive) sums[row] = exactMicros((sums[row] as number) + left(own, row, columns.date[entry] as number));
    });
    return sums;
  };
}
