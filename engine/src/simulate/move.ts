import { toDecimal } from '../measure/values.ts';
import type { Rated } from '../rating/rate.ts';
import type { Value } from '../value.ts';
import { plain, valueToJson } from '../value-json.ts';

export interface Move {
  /** `open` when one side is not known or does not apply, so that neither is better. */
  readonly moved: 'up' | 'down' | 'same' | 'new' | 'gone' | 'open';
  /** Score after less score before, exact; null when either is not known. */
  readonly by: string | null;
}

type Results = Pick<Rated, 'score' | 'grade' | 'place'>;

/** Which way a subject moves: by its grade, else by its score, else by its place. */
export function moveOf(before: Results | null, after: Results | null, grades: readonly string[]): Move {
  if (!before || !after) return { moved: after ? 'new' : 'gone', by: null };
  const by = difference(before.score, after.score);
  const steps = [gradeStep(before.grade, after.grade, grades), by, reversed(difference(before.place, after.place))];
  const turn = steps.find((step) => step !== null && Number(step) !== 0);
  if (turn !== undefined && turn !== null) return { moved: Number(turn) > 0 ? 'up' : 'down', by };
  return { moved: sameOutcome(before, after) ? 'same' : 'open', by };
}

function difference(before: Value | null, after: Value | null): string | null {
  if (before?.state !== 'known' || after?.state !== 'known') return null;
  return plain(toDecimal(after).minus(toDecimal(before)));
}

/** Place 1 is better than place 2. */
const reversed = (difference: string | null): string | null =>
  difference === null ? null : String(-Number(difference));

/** How many grades better; null when a side has none. */
function gradeStep(before: Value | null, after: Value | null, grades: readonly string[]): string | null {
  if (before?.state !== 'known' || after?.state !== 'known') return null;
  const [was, is] = [before, after].map(({ value }) => grades.indexOf(String(value))) as [number, number];
  return was < 0 || is < 0 ? null : String(was - is);
}

const sameOutcome = (a: Results, b: Results): boolean =>
  (['score', 'grade', 'place'] as const).every((key) => alike(a[key], b[key]));

/** Whether two values are the same in every respect. */
export const alike = (a: Value | null | undefined, b: Value | null | undefined): boolean =>
  JSON.stringify(a ? valueToJson(a) : null) === JSON.stringify(b ? valueToJson(b) : null);
