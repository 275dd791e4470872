import { exactMicros, type Micros } from '../../measure/micros.ts';
import { compileSet } from '../../measure/set.ts';
import type { Rows } from '../../measure/types.ts';
import { FIRST_DAY, referenceDay } from '../../measure/window.ts';
import type { Ledger, LedgerRow } from '../../schema/rating/ledger.ts';
import { quickSum, type SumOver } from '../entries/quick/sum.ts';
import type { StepCompiler } from '../types.ts';

/**
 * What is added less what is taken and lives, for all rows in one pass, before its ends. Null for ledgers that carry over, begin
 * anew or exchange, and for entries that do not count each by themselves: expired ones have used room of a cap here.
 */
export function quickScore(part: Ledger, compiler: StepCompiler): ((rows: Rows) => Micros | null) | null {
  const { gives, starts, exchanges, resets, ends_hold } = part;
  if (gives !== 'score' || typeof starts === 'object' || exchanges || resets || ends_hold === 'at-every-entry')
    return null;
  const sums: { readonly over: SumOver; readonly sign: 1 | -1 }[] = [];
  for (const [rows, sign] of [[part.plus ?? [], 1] as const, [part.minus ?? [], -1] as const]) {
    for (const row of rows) {
      const over = isPlain(row) ? quickSum(row, compileSet(row.entries, compiler.parts), compiler) : null;
      if (!over) return null;
      sums.push({ over, sign });
    }
  }
  return (rows) => {
    const { key, start } = rows.period;
    const days = { key, start: starts === 'all' ? FIRST_DAY : start, end: referenceDay(rows) };
    const score = rows.blank();
    for (const { over, sign } of sums) {
      const sum = over(rows, days);
      if (!sum) return null;
      for (let row = 0; row < score.length; row++)
        score[row] = exactMicros((score[row] as number) + sign * (sum[row] as number));
    }
    return score;
  };
}

const isPlain = ({ reads, split, beside, one_matter = 'each', caps }: LedgerRow): boolean =>
  reads === undefined && split === undefined && beside === undefined && one_matter === 'each' && caps === undefined;
