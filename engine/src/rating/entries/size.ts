import { compileExact } from '../../condition.ts';
import { Decimal } from '../../decimal.ts';
import { missingIn } from '../../measure/element.ts';
import type { CompiledSet } from '../../measure/set.ts';
import { toDecimal } from '../../measure/values.ts';
import type { PerSize } from '../../schema/rating/entries.ts';
import { plain } from '../../value-json.ts';
import { say } from '../../words.ts';
import type { StepCompiler } from '../types.ts';
import { unitsOfSize } from '../units.ts';
import type { Line, Worth } from './line.ts';
import { type PointsRun, worthOf } from './worth.ts';

/** Points for each unit of a size. Counted together, an entry stands for the units that it completes. */
export function sized(points: PointsRun, per: PerSize, set: CompiledSet, { compile }: StepCompiler): PointsRun {
  const of = compileExact(per.of, set.variables);
  const unit = compile(per.size);
  return (element, at): Worth => {
    const [worth, length, one] = [points(element, at), of(element.env), unit.evaluate(at)];
    if (!('points' in worth)) return worth;
    if (length === undefined) return { missing: missingIn(element, of.reads, set.missingName) };
    if (one.state !== 'known') return worthOf(one);
    const each = toDecimal(one);
    const size = new Decimal(length);
    if (!each.isPositive() || each.isZero())
      return { refused: say('单位不是正数，不计', 'the unit is not above zero') };
    if (size.isNegative()) return { refused: say(`${plain(size)} 为负，不计`, `${plain(size)} is below zero`) };
    const units = unitsOfSize(size, each, per.counted === 'together' ? 'pro-rata' : per.units);
    const part = per.counted === 'together' ? { size, rate: worth.points } : null;
    return { points: worth.points.times(units), part };
  };
}

/** Shares the units of all entries together out to those that complete them. */
export function together(lines: readonly Line[], per: PerSize, each: Decimal): Line[] {
  let before = new Decimal(0);
  return lines.map((line) => {
    if (!line.counts || line.part === null) return line;
    const after = before.plus(line.part.size);
    const units = unitsOfSize(after, each, per.units).minus(unitsOfSize(before, each, per.units));
    before = after;
    return { ...line, points: line.part.rate.times(units) };
  });
}
