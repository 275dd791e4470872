import { type DayNumber, fromDay } from '../../../day.ts';
import { isLaidDown, sharedNumber } from '../../../measure/shared-number.ts';
import type { Rows } from '../../../measure/types.ts';
import { periodOf } from '../../../period.ts';
import type { Caps } from '../../../schema/rating/entries.ts';
import type { StepCompiler } from '../../types.ts';

/** What caps leave of the points of an entry of a day; it has used them up then. Rows are asked in turn, each by time. */
type LeftOf = (points: number, row: number, day: DayNumber) => number;
type Per = Exclude<Caps[number]['per'], object>;

/** Caps a day, month … or period; null when entries share one by what they hold. */
export function quickRoom(caps: Caps, { compile }: StepCompiler): ((rows: Rows) => LeftOf | null) | null {
  const made = caps.flatMap(({ per, at_most }) =>
    typeof per === 'object' ? [] : [{ most: compile(at_most), spanOf: spansOf(per) }],
  );
  if (made.length < caps.length) return null;
  return (rows) => {
    if (!made.every(({ most }) => isLaidDown(most, rows))) return null;
    const rooms = made.map(({ most, spanOf }) => new Room(sharedNumber(most, rows), spanOf));
    if (rooms.length === 0) return (points) => points;
    return (points, row, day) => {
      let left = points;
      for (const room of rooms) left = Math.min(left, room.leftOn(day, row));
      for (const room of rooms) room.use(left, day, row);
      return left;
    };
  };
}

/** Millionths that a cap leaves, by the spans of time of one row after the other. */
class Room {
  readonly #most: number;
  readonly #spanOf: (day: DayNumber) => number;
  /** By span: what was used, and the row that used it. */
  readonly #used: number[] = [];
  readonly #row: number[] = [];

  constructor(most: number, spanOf: (day: DayNumber) => number) {
    this.#most = most;
    this.#spanOf = spanOf;
  }

  leftOn(day: DayNumber, row: number): number {
    return this.#most - this.#usedIn(this.#spanOf(day), row);
  }

  use(points: number, day: DayNumber, row: number): void {
    const span = this.#spanOf(day);
    this.#used[span] = this.#usedIn(span, row) + points;
    this.#row[span] = row;
  }

  #usedIn(span: number, row: number): number {
    return this.#row[span] === row ? (this.#used[span] as number) : 0;
  }
}

/** The spans of a kind, numbered from 0 as they come. */
function spansOf(per: Per): (day: DayNumber) => number {
  if (per === 'period') return () => 0;
  const [spans, byDay] = [new Map<string, number>(), new Map<DayNumber, number>()];
  return (day) => {
    const known = byDay.get(day);
    if (known !== undefined) return known;
    const date = fromDay(day);
    const key = per === 'day' ? date : periodOf(per, date).key;
    const span = spans.get(key) ?? spans.size;
    spans.set(key, span);
    byDay.set(day, span);
    return span;
  };
}
