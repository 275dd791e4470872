import { MICRO, product } from '../measure/micros.ts';
import { checkNumber, operation } from '../measure/operands.ts';
import type { ExpressionConstruct, PartOf } from '../measure/types.ts';
import { numberIn, unitOfProduct } from '../measure/unit.ts';
import { figure } from '../measure/values.ts';
import { say } from '../words.ts';

/** `{ multiply: [a, b, …] }`: exact; shares, counts and plain numbers scale the one unit there is. */
export const multiply: ExpressionConstruct<PartOf<'multiply'>> = {
  key: 'multiply',
  check: ({ multiply: operands }, at, checker) => {
    const types = operands.map((operand, i) => checkNumber(operand, `${at}/multiply/${i}`, checker));
    return types.includes(null) ? null : numberIn(unitOfProduct(types.map((type) => type?.unit)));
  },
  compile: ({ multiply: operands }, { parts, compile, typeOf }) => {
    const type = numberIn(unitOfProduct(operands.map((operand) => typeOf(operand).unit)));
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
