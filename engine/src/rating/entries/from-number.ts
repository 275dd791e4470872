import { compileExact } from '../../condition.ts';
import { Decimal } from '../../decimal.ts';
import { missingIn } from '../../measure/element.ts';
import type { CompiledSet } from '../../measure/set.ts';
import { toDecimal } from '../../measure/values.ts';
import type { Points } from '../../schema/rating/entries.ts';
import { plain } from '../../value-json.ts';
import { say } from '../../words.ts';
import { compileEnds } from '../ends.ts';
import type { StepCompiler } from '../types.ts';
import { type PointsRun, worthOf } from './worth.ts';

export type WorkedOut = Extract<Points, { is: string }>;
export type Stepped = Extract<Points, { rows: unknown }>;

/** Points worked out from what the entry holds, at most so many of one entry. */
export function workedOut({ is, at_most }: WorkedOut, set: CompiledSet, { compile }: StepCompiler): PointsRun {
  const given = compileExact(is, set.variables);
  const most = at_most === undefined ? null : compile(at_most);
  return (element, at) => {
    const put = given(element.env);
    if (put === undefined) return { missing: missingIn(element, given.reads, set.missingName) };
    const limit = most?.evaluate(at);
    if (limit && limit.state !== 'known') return worthOf(limit);
    const points = new Decimal(put);
    return worthOf({ state: 'known', value: limit ? Decimal.min(points, toDecimal(limit)) : points });
  };
}

/** Points by the row into which a number of the entry falls. */
export function stepped({ of, rows, otherwise }: Stepped, set: CompiledSet, compiler: StepCompiler): PointsRun {
  const given = compileExact(of, set.variables);
  const made = rows.map((row) => ({ ends: compileEnds(row, compiler), gives: compiler.compile(row.gives) }));
  const other = otherwise === 'zero' || otherwise === 'stop' ? null : compiler.compile(otherwise);
  return (element, at) => {
    const put = given(element.env);
    if (put === undefined) return { missing: missingIn(element, given.reads, set.missingName) };
    const number = new Decimal(put);
    for (const { ends, gives } of made) {
      const fits = ends.fits(number, at);
      if (typeof fits !== 'boolean') return worthOf(fits);
      if (fits) return worthOf(gives.evaluate(at));
    }
    if (other) return worthOf(other.evaluate(at));
    const words = say(`${plain(number)} 不落入任何一档`, `${plain(number)} fits no row`);
    return otherwise === 'stop' ? { missing: [{ what: 'rows', words }] } : { refused: words };
  };
}
