import type { Decimal } from '../decimal.ts';
import type { At } from '../measure/types.ts';
import { toDecimal } from '../measure/values.ts';
import type { Value, Words } from '../value.ts';
import { plain } from '../value-json.ts';
import type { EndKey, Ends } from './ends.ts';
import type { CompareRows } from './order.ts';
import type { Sheet } from './types.ts';

/** What drawings show beside the words of an explanation, as its `details`. Numbers are exact decimals in text. */
export interface DrawnBand {
  readonly title: Words;
  readonly from: string | null;
  readonly to: string | null;
  readonly own: boolean;
}

/** One of those who stand around a subject in an order. */
export interface DrawnPlace {
  readonly place: number;
  /** Null for persons, who are never named to each other. */
  readonly name: string | null;
  readonly value: string | null;
  readonly own: boolean;
  /** What it got; null for nothing. */
  readonly gets: Words | null;
}

export const textOf = (value: Value | null | undefined): string | null =>
  value?.state === 'known' ? (typeof value.value === 'object' ? plain(value.value) : String(value.value)) : null;

interface Row {
  readonly title: Words;
  readonly ends: Ends;
}

/** Rows of bands from the lowest; those whose ends are not known are left out. */
export function drawnBands(rows: readonly Row[], own: number, at: At): DrawnBand[] {
  const limit = ({ ends }: Ends, keys: readonly EndKey[]): Decimal | null | undefined => {
    const figure = ends.find(({ key }) => keys.includes(key))?.figure;
    const value = figure?.evaluate(at);
    if (!value) return null;
    return value.state === 'known' ? toDecimal(value) : undefined;
  };
  const drawn = rows.flatMap(({ title, ends }, i) => {
    const [from, to] = [limit(ends, ['at_least', 'above']), limit(ends, ['at_most', 'below'])];
    return from === undefined || to === undefined ? [] : [{ title, from, to, own: i === own }];
  });
  return drawn
    .sort((a, b) => (a.from && b.from ? a.from.comparedTo(b.from) : Number(a.from !== null) - Number(b.from !== null)))
    .map(({ from, to, ...one }) => ({ ...one, from: from && plain(from), to: to && plain(to) }));
}

const BESIDE = 2;

interface InOrder {
  readonly compare: CompareRows;
  /** The step whose value is shown. */
  readonly of: string;
  readonly gets?: (row: number) => Words | null;
}

/** Those who stand next to a row among others, the best first; equals share a place. */
export function drawnPlaces(
  rows: readonly number[],
  row: number,
  sheet: Sheet,
  { compare, of, gets }: InOrder,
): DrawnPlace[] {
  const line = [...rows].sort((a, b) => compare(sheet, a, b) || Number(b === row) - Number(a === row) || a - b);
  const at = line.indexOf(row);
  if (at < 0) return [];
  return line.slice(Math.max(0, at - BESIDE), at + BESIDE + 1).map((one): DrawnPlace => {
    const subject = sheet.subjects[one];
    return {
      place: 1 + line.findIndex((other) => compare(sheet, other, one) === 0),
      name: subject?.ref.kind === 'organisation' || one === row ? (subject?.name ?? null) : null,
      value: textOf(sheet.column(of)[one]),
      own: one === row,
      gets: gets?.(one) ?? null,
    };
  });
}
