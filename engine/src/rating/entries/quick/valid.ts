import { fieldRead } from '../../../condition/equality.ts';
import { type DayNumber, fromDay, toDay } from '../../../day.ts';
import type { FactColumns } from '../../../fact-columns.ts';
import { type Length, lengthOn, shifted } from '../../../measure/length.ts';
import type { Parts } from '../../../parts.ts';
import type { Valid } from '../../../schema/rating/entries.ts';
import { validRows } from '../valid.ts';

/** Whether an entry of the columns still counts; `undefined` when that is not known. */
type IsAlive = (entry: number) => boolean | undefined;

/** Whether entries count on a day, by the rule of `on`; null when how long they do hangs on more than their date or one field. */
export function quickValid(
  valid: Valid | undefined,
  parts: Parts,
): ((columns: FactColumns, on: string, day: DayNumber) => IsAlive | null) | null {
  if (valid === undefined) return () => always;
  const [row, ...others] = validRows(valid);
  if (!row || others.length > 0 || row.when !== undefined) return null;
  if ('ends' in row) return () => always;
  if ('until' in row) {
    const field = fieldRead(row.until);
    if (field === undefined) return null;
    return ({ facts }, _, day) => {
      const today = fromDay(day);
      return (entry) => {
        const last = facts[entry]?.data[field];
        return typeof last === 'string' && last !== '' ? last >= today : undefined;
      };
    };
  }
  return ({ date }, on, day) => {
    const length = lengthOn(row.for, parts, on);
    if ('missing' in length) return null;
    const first = firstAlive(length, day);
    if (first === null) return null;
    return (entry) => (date[entry] as number) >= first;
  };
}

const always = (): boolean => true;

/** The first day whose entries have not ended on a day: months are of different lengths. Null for times before our era. */
function firstAlive(length: Length, day: DayNumber): DayNumber | null {
  const hasEnded = (one: DayNumber): boolean => toDay(shifted(fromDay(one), length, 1)) <= day;
  const before = shifted(fromDay(day), length, -1);
  if (!/^\d{4}-/.test(before)) return null;
  let first = toDay(before);
  while (hasEnded(first)) first++;
  while (!hasEnded(first - 1)) first--;
  return first;
}
