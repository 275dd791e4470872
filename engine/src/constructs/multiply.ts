import { MICRO, product } from '../measure/micros.ts';
import { checkNumber, operation } from '../measure/operands.ts';
import type { ExpressionConstruct, PartOf } from '../measure/types.ts';
import { numberIn, unitOfProduct } from '../measure/unit.ts';
import { figure } from '../measure/values.ts';
import type { Finding } from '../problem.ts';
import type { Expression, ExpressionForm } from '../schema/expression.ts';
import { say } from '../words.ts';

/** `{ multiply: [a, b, …] }`: exact; shares, counts and plain numbers scale the one unit there is. */
export const multiply: ExpressionConstruct<PartOf<'multiply'>> = {
  key: 'multiply',
  check: ({ multiply: operands }, at, checker) => {
    const types = operands.map((operand, i) => checkNumber(operand, `${at}/multiply/${i}`, checker));
    if (averagesRate(operands)) checker.add(averaged(at));
    return types.includes(null)
      ? null
      : numberIn(
          unitOf(
            operands,
            types.map((type) => type?.unit),
          ),
        );
  },
  compile: ({ multiply: operands }, { parts, compile, typeOf }) => {
    const type = numberIn(
      unitOf(
        operands,
        operands.map((operand) => typeOf(operand).unit),
      ),
    );
    return operation({
      construct: 'multiply',
      parts,
      type,
      words: say('相乘', 'Multiplied'),
      operands: operands.map(compile),
      apply: (numbers) =>
        figure(
          numbers.reduce((product, one) => product.times(one)),
          type,
        ),
      quick: (micros) => micros.reduce(product, MICRO),
    });
  },
};

/** `yuan(50) * pieces` is 50 yuan for each piece; other products keep the one unit there is. */
function unitOf(operands: readonly Expression[], units: readonly (string | undefined)[]): string | undefined {
  const amounts = operands.flatMap((operand) =>
    typeof operand === 'object' && 'number' in operand && operand.unit !== undefined ? [operand.unit] : [],
  );
  return amounts.length === 1 ? amounts[0] : unitOfProduct(units);
}

/** The mean of a rate over the period times the months somebody was there is not what was due in those months. */
function averagesRate(operands: readonly Expression[]): boolean {
  const has = (holds: (operand: ExpressionForm) => boolean): boolean =>
    operands.some((operand) => typeof operand === 'object' && holds(operand));
  return has((one) => 'parameter' in one && one.over !== undefined) && has((one) => 'served' in one);
}

const averaged = (at: string): Finding => ({
  severity: 'warning',
  code: 'averaged-rate',
  at,
  words: say(
    '标准先在全期平均，再乘在任时间：年中调标又年中到任的不准',
    'The rate is averaged over the whole period before it is taken by the time served, which is wrong for who came after it changed',
  ),
  wayOut: say(
    '写 { served: { in: months, part_months: …, rate: 参数 } }：各月按当月的标准',
    'Write { served: { in: months, part_months: …, rate: the parameter } }: each month at what held then',
  ),
});
