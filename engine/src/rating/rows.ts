import type { At } from '../measure/types.ts';
import type { Value } from '../value.ts';
import type { Sheet, StepRun } from './types.ts';

interface PerRow {
  readonly evaluate: (at: At, sheet: Sheet, row: number) => Value;
  readonly explain: StepRun['explain'];
}

/** A step whose value depends on nothing but the row's own. */
export function perRow(
  { evaluate, explain }: PerRow,
  more: Pick<StepRun, 'full' | 'borders' | 'neighbours'> = {},
): StepRun {
  return {
    column: (sheet) => sheet.subjects.map((_, row) => evaluate(sheet.at(row), sheet, row)),
    explain,
    perRow: true,
    ...more,
  };
}
