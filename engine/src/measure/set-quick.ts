import type { Env, Predicate } from '../condition.ts';
import type { Fact } from '../facts.ts';
import type { Parts } from '../parts.ts';
import type { Period } from '../standing.ts';
import { type EntryRows, entryRows, formInOnePass } from './entry-rows.ts';
import { filled, MICRO, type Micros, microsOfNumber } from './micros.ts';
import type { SetPart } from './set.ts';
import type { Rows } from './types.ts';
import { FIRST_DAY } from './window.ts';

type Quick = (rows: Rows) => Micros | null;

/** Whether an entry of the set fulfils a condition, for all rows in one pass; one that does decides, whatever is open. */
export function anyMicros(set: SetPart, where: Predicate | null, that: Predicate, parts: Parts): Quick | undefined {
  return overEntries(set, parts, (entries, rows) => {
    const found = rows.blank();
    for (let i = 0; i < entries.length; i++) {
      const row = entries.row[i] as number;
      if (found[row] === MICRO) continue;
      const env = entries.env(i);
      const belongs = where === null ? true : where(env);
      const holds = belongs === true ? that(env) : belongs;
      if (holds === undefined) found[row] = Number.NaN;
      else if (holds) found[row] = MICRO;
    }
    return found;
  });
}

/** What the newest entry of the set says, as a number; none, or one of which it is open whether it belongs, gives no number. */
export function latestMicros(
  set: SetPart & { readonly carries?: boolean },
  where: Predicate | null,
  of: (env: Env) => unknown,
  parts: Parts,
): Quick | undefined {
  const newestOf = (entries: EntryRows, { length }: Rows): Micros => {
    const [found, newest] = [filled(length, Number.NaN), new Int32Array(length).fill(-1)];
    for (let i = entries.length - 1; i >= 0; i--) {
      const row = entries.row[i] as number;
      const other = newest[row] as number;
      if (other >= 0 && !isNewer(entries, i, other)) continue;
      const env = entries.env(i);
      const belongs = where === null ? true : where(env);
      if (belongs === false) continue;
      newest[row] = i;
      found[row] = belongs === true ? numberOf(of(env)) : Number.NaN;
    }
    return found;
  };
  return overEntries(set, parts, newestOf, set.carries === true ? fromTheFirst : undefined);
}

function overEntries(
  set: SetPart,
  parts: Parts,
  fold: (entries: EntryRows, rows: Rows) => Micros,
  days?: (rows: Rows) => Period,
): Quick | undefined {
  const form = formInOnePass(set, parts);
  if (!form) return undefined;
  return (rows) => {
    const entries = entryRows(form, set, rows, parts, days?.(rows));
    return entries && fold(entries, rows);
  };
}

function numberOf(held: unknown): number {
  if (typeof held === 'boolean') return held ? MICRO : 0;
  return typeof held === 'number' ? microsOfNumber(held) : Number.NaN;
}

function isNewer({ columns, entry }: EntryRows, a: number, b: number): boolean {
  const [one, other] = [entry[a] as number, entry[b] as number];
  const apart = (columns.date[one] as number) - (columns.date[other] as number);
  if (apart !== 0) return apart > 0;
  const key = ({ recordedAt, id }: Fact): string => `${recordedAt} ${id}`;
  return key(columns.facts[one] as Fact) > key(columns.facts[other] as Fact);
}

/** All days up to the end of the period of the rows. */
const fromTheFirst = ({ period }: Rows): Period => ({ ...period, start: FIRST_DAY });

/** The mean of sums and counts, where it comes out even. */
export function meanMicros(sum: Quick | undefined, count: Quick | undefined): Quick | undefined {
  if (!sum || !count) return undefined;
  return (rows) => {
    const [sums, counts] = [sum(rows), count(rows)];
    if (!sums || !counts) return null;
    for (let row = 0; row < sums.length; row++) {
      const members = (counts[row] as number) / MICRO;
      const whole = sums[row] as number;
      const mean = whole / members;
      sums[row] = Number.isInteger(mean) && mean * members === whole ? mean : Number.NaN;
    }
    return sums;
  };
}
