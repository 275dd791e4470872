import { type Numbers, numberAt, valuesOfMicros } from '../measure/micros.ts';
import type { At, FigureType } from '../measure/types.ts';
import type { Value } from '../value.ts';
import type { Sheet, StepRun } from './types.ts';

interface PerRow {
  readonly evaluate: (at: At, sheet: Sheet, row: number) => Value;
  readonly explain: StepRun['explain'];
}

type More = Pick<
  StepRun,
  | 'full'
  | 'fullMicros'
  | 'borders'
  | 'neighbours'
  | 'withRound'
  | 'turns'
  | 'toReach'
  | 'findings'
  | 'judges'
  | 'refusals'
> & {
  /** The same numbers in one pass, with their type. Rows without one are worked out by themselves. */
  readonly quick?: { readonly type: FigureType; readonly micros: (sheet: Sheet) => Numbers | null };
  /** A shorter way to the value of a row, for numbers of any fineness; null for rows to be worked out in full. */
  readonly shortly?: (sheet: Sheet) => ((row: number) => Value | null) | null;
};

/** A step whose value depends on nothing but the row's own. */
export function perRow({ evaluate, explain }: PerRow, { quick, shortly, ...more }: More = {}): StepRun {
  const slowly = (sheet: Sheet, row: number): Value => evaluate(sheet.at(row), sheet, row);
  const column = (sheet: Sheet, numbers: Numbers | null): Value[] => {
    const short = sheet.oneByOne ? null : (shortly?.(sheet) ?? null);
    if (short) return sheet.subjects.map((_, row) => short(row) ?? slowly(sheet, row));
    if (numbers === null || !quick) return sheet.subjects.map((_, row) => slowly(sheet, row));
    const valueOf = valuesOfMicros(quick.type);
    return sheet.subjects.map((_, row) => {
      const known = numberAt(numbers, row);
      return Number.isNaN(known) ? slowly(sheet, row) : valueOf(known);
    });
  };
  return { column, explain, perRow: true, ...more, ...(quick ? { micros: quick.micros } : {}) };
}

/** The values of a step by itself, outside the order of its sheet. */
export const columnOf = (run: StepRun, sheet: Sheet): readonly Value[] =>
  run.column(sheet, sheet.oneByOne ? null : (run.micros?.(sheet) ?? null));
