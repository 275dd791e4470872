import type { Period } from './standing.ts';

/** Parts of a month: the letter of their keys (`2026-03-T2`, `2026-03-F1`) and the days they begin on; the last runs to the month's end. */
export const PARTS_OF_MONTH = {
  'ten-days': { letter: 'T', firsts: [1, 11, 21] },
  'half-month': { letter: 'F', firsts: [1, 16] },
} as const;
export type PartOfMonth = keyof typeof PARTS_OF_MONTH;

export const pad = (value: number): string => String(value).padStart(2, '0');
export const lastDayOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The part of a month (`2026-03`) with an index, counted from nought. */
export function partOfMonth(kind: PartOfMonth, month: string, index: number): Period {
  const { letter, firsts } = PARTS_OF_MONTH[kind];
  const next = firsts[index + 1];
  const last = next === undefined ? lastDayOf(Number(month.slice(0, 4)), Number(month.slice(5))) : next - 1;
  return {
    key: `${month}-${letter}${index + 1}`,
    start: `${month}-${pad(firsts[index] ?? 1)}`,
    end: `${month}-${pad(last)}`,
  };
}

export function partOfMonthOn(kind: PartOfMonth, day: string): Period {
  const date = Number(day.slice(8));
  return partOfMonth(
    kind,
    day.slice(0, 7),
    PARTS_OF_MONTH[kind].firsts.findLastIndex((first) => first <= date),
  );
}
