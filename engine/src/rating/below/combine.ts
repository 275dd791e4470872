import { compileCount } from '../../count.ts';
import { Decimal, divide } from '../../decimal.ts';
import type { At, FigureType } from '../../measure/types.ts';
import { figure, lacking, toDecimal, unresolved } from '../../measure/values.ts';
import type { Below } from '../../schema/rating/below.ts';
import type { Others } from '../../schema/rating/others.ts';
import { known, notApplicable, type Value, type Words } from '../../value.ts';
import { say } from '../../words.ts';
import type { Bounded } from '../bounds.ts';
import { resolveParts } from '../missing.ts';
import { middleOf } from '../rounds/count.ts';
import type { StepCompiler } from '../types.ts';
import { compileThat } from './that.ts';
import type { UnitBelow } from './units.ts';

/** How results of several become one. */
export type Taking = Pick<Below | Others, 'take' | 'missing' | 'not_applicable' | 'none'>;

type Combine = (units: readonly UnitBelow[], at: At) => Bounded;

/** What the results of units below come to. */
export function combiner(part: Taking, compiler: StepCompiler, nobody: Words): Combine {
  const { type } = compiler;
  const taken = takerOf(part, compiler);
  return (units, at) => {
    const unsure = units.filter(({ whoIsNotKnown }) => whoIsNotKnown);
    if (part.take === 'number' && unsure.length > 0)
      return { value: unresolved(unsure.map(({ value }) => value)) as Value, notes: [] };
    if (part.take === 'number') return { value: figure(units.filter(applies).length, type), notes: [] };
    const some = part.not_applicable === 'zero' ? units.length > 0 : units.some(applies);
    if (!some) return { value: part.none === 'zero' ? figure(0, type) : notApplicable(nobody), notes: [] };
    if (units.every((unit) => !applies(unit))) return { value: figure(0, type), notes: [] };
    return resolveParts(units, part, (counted) => ({ value: taken(counted, at), notes: [] }));
  };
}

const applies = ({ value }: UnitBelow): boolean => value.state !== 'not-applicable';

type Take = (counted: readonly UnitBelow[], at: At) => Value;

function takerOf({ take }: Taking, compiler: StepCompiler): Take {
  const { type } = compiler;
  if (typeof take === 'object') {
    if ('mean_by' in take) return (counted) => weightedMean(counted, type);
    if ('worst' in take) {
      const many = compileCount(take.worst, compiler.parts);
      return (counted, at) => {
        const number = many.on(at.period.end);
        if (number === null) return lacking(many.missing(at.period.end));
        const lowest = sorted(counted.map(({ value }) => toDecimal(value))).slice(0, number);
        return figure(TAKES.mean(lowest), type);
      };
    }
    const that = compileThat('number_that' in take ? take.number_that : take.share_that, compiler);
    return (counted, at) => {
      const judged = counted.map(({ value }) => that.holds(value, at));
      const open = judged.find((one) => typeof one !== 'boolean');
      if (open !== undefined && typeof open !== 'boolean') return open;
      const fulfilling = new Decimal(judged.filter((one) => one === true).length);
      return figure('number_that' in take ? fulfilling : divide(fulfilling, new Decimal(counted.length)), type);
    };
  }
  if (take === 'mean-by-days') return (counted) => weightedMean(counted, type);
  if (take === 'longest') return (counted) => ofLongest(counted, type);
  return (counted) => figure(TAKES[take](counted.map(({ value }) => toDecimal(value))), type);
}

const TAKES = {
  sum: (all: readonly Decimal[]) => Decimal.sum(0, ...all),
  mean: (all: readonly Decimal[]) => divide(Decimal.sum(0, ...all), new Decimal(all.length)),
  least: (all: readonly Decimal[]) => Decimal.min(...all),
  greatest: (all: readonly Decimal[]) => Decimal.max(...all),
  median: (all: readonly Decimal[]) => middleOf(sorted(all)),
  number: (all: readonly Decimal[]) => new Decimal(all.length),
} as const;

const sorted = (all: readonly Decimal[]): Decimal[] => all.toSorted((a, b) => a.comparedTo(b));

/** The result of whoever was tied the longest; of equals their mean. */
function ofLongest(counted: readonly UnitBelow[], type: FigureType): Value {
  const days = counted.map(({ weight }) => (weight ? toDecimal(weight) : new Decimal(0)));
  const most = Decimal.max(...days);
  const longest = counted.filter((_, i) => days[i]?.eq(most));
  return figure(TAKES.mean(longest.map(({ value }) => toDecimal(value))), type);
}

function weightedMean(counted: readonly UnitBelow[], type: FigureType): Value {
  const weights = counted.map(({ weight }) => weight ?? known(new Decimal(1)));
  const open = unresolved(weights);
  if (open) return open;
  const whole = Decimal.sum(0, ...weights.map(toDecimal));
  if (whole.isZero()) return notApplicable(say('权重合计为零', 'The weights make zero'));
  const sum = counted.reduce(
    (so, { value }, i) => so.plus(toDecimal(value).times(toDecimal(weights[i] as Value))),
    new Decimal(0),
  );
  return figure(divide(sum, whole), type);
}
