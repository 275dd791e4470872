import { fieldRead } from '../../../condition/equality.ts';
import type { FactColumns } from '../../../fact-columns.ts';
import { fieldCodes } from '../../../measure/field-codes.ts';
import { microsOfNumber, numberAt } from '../../../measure/micros.ts';
import { sharedNumber } from '../../../measure/shared-number.ts';
import type { Rows } from '../../../measure/types.ts';
import type { Points } from '../../../schema/rating/entries.ts';
import type { StepCompiler } from '../../types.ts';
import { rungsOf } from '../ladder.ts';

/** What an entry of the columns is worth to a row, in millionths; `NaN` when it has to be looked at itself. */
type WorthOf = (entry: number, row: number) => number;
type QuickPoints = (rows: Rows, columns: FactColumns) => WorthOf | null;

/** Points laid down, looked up by one field or given by one; null when they are found in another way. */
export function quickPoints(points: Points, compiler: StepCompiler): QuickPoints | null {
  if (typeof points === 'object' && 'by' in points) return ladder(points, compiler);
  if (typeof points === 'object' && 'from' in points) return discretion(points, compiler);
  if (typeof points === 'object' && ('is' in points || 'rows' in points)) return null;
  const figure = compiler.compile(points);
  return (rows) => {
    const numbers = figure.micros?.(rows) ?? null;
    return numbers === null ? null : (_, row) => notBelowZero(numberAt(numbers, row));
  };
}

/** What is below zero does not count. */
const notBelowZero = (micros: number): number => Math.max(0, micros);

function ladder(points: Extract<Points, { by: unknown }>, { compile }: StepCompiler): QuickPoints | null {
  const field = typeof points.by === 'string' ? fieldRead(points.by) : undefined;
  if (field === undefined) return null;
  const rungs = new Map(rungsOf(points).map(({ path, points: rung }) => [path.join('/'), compile(rung)]));
  const { otherwise } = points;
  const other = otherwise === 'zero' || otherwise === 'stop' ? null : compile(otherwise);
  const none = otherwise === 'zero' ? 0 : Number.NaN;
  return (rows, columns) => {
    const { codes, byValue } = fieldCodes(columns, field);
    const byCode = new Float64Array(byValue.size + 1).fill(Number.NaN);
    for (const [value, code] of byValue) {
      const figure = rungs.get(String(value)) ?? other;
      byCode[code] = figure ? notBelowZero(sharedNumber(figure, rows)) : none;
    }
    return (entry) => byCode[codes[entry] as number] as number;
  };
}

function discretion(
  { of, from, to, reason }: Extract<Points, { reason: string }>,
  { compile }: StepCompiler,
): QuickPoints | null {
  const field = fieldRead(of);
  if (field === undefined) return null;
  const [least, most] = [compile(from), compile(to)];
  return (rows, { facts }) => {
    const [low, high] = [sharedNumber(least, rows), sharedNumber(most, rows)];
    if (Number.isNaN(low) || Number.isNaN(high)) return null;
    return (entry) => {
      const data = facts[entry]?.data ?? {};
      const put = data[field];
      const micros = typeof put === 'number' ? microsOfNumber(put) : Number.NaN;
      if (Number.isNaN(micros)) return micros;
      const counts = reason === 'not-required' || String(data[reason] ?? '').trim() !== '';
      return counts && micros >= low && micros <= high ? micros : 0;
    };
  };
}
