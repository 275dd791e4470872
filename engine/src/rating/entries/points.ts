import { compileExact } from '../../condition.ts';
import { Decimal } from '../../decimal.ts';
import { missingIn } from '../../measure/element.ts';
import type { CompiledSet } from '../../measure/set.ts';
import { toDecimal, unresolved } from '../../measure/values.ts';
import type { Points } from '../../schema/rating/entries.ts';
import { plain } from '../../value-json.ts';
import { say } from '../../words.ts';
import type { StepCompiler } from '../types.ts';
import { stepped, workedOut } from './from-number.ts';
import { compileLadder } from './ladder.ts';
import { type PointsRun, worthOf } from './worth.ts';

/** What each entry is worth before its size, repeats and caps. */
export function compilePoints(points: Points, set: CompiledSet, compiler: StepCompiler): PointsRun {
  if (typeof points === 'object' && 'by' in points) return compileLadder(points, set, compiler);
  if (typeof points === 'object' && 'from' in points) return discretion(points, set, compiler);
  if (typeof points === 'object' && 'is' in points) return workedOut(points, set, compiler);
  if (typeof points === 'object' && 'rows' in points) return stepped(points, set, compiler);
  const figure = compiler.compile(points);
  return (_element, at) => worthOf(figure.evaluate(at));
}

function discretion(
  { of, from, to, reason }: Extract<Points, { reason: string }>,
  set: CompiledSet,
  { compile }: StepCompiler,
): PointsRun {
  const given = compileExact(of, set.variables);
  const [least, most] = [compile(from), compile(to)];
  return (element, at) => {
    const put = given(element.env);
    if (put === undefined) return { missing: missingIn(element, given.reads, set.missingName) };
    const [low, high] = [least.evaluate(at), most.evaluate(at)];
    const open = unresolved([low, high]);
    if (open) return worthOf(open);
    const points = new Decimal(put);
    const [a, b] = [toDecimal(low), toDecimal(high)];
    if (points.lt(a) || points.gt(b)) {
      const [shown, range] = [plain(points), `${plain(a)}–${plain(b)}`];
      return {
        refused: say(
          `${shown} 超出裁量范围 ${range}，不计`,
          `${shown} is outside the range ${range} and does not count`,
        ),
      };
    }
    if (reason !== 'not-required' && String(element.fact?.data[reason] ?? '').trim() === '')
      return { refused: NO_REASON };
    return { points, part: null };
  };
}

const NO_REASON = say('未写理由，不计', 'without the required reason it does not count');
