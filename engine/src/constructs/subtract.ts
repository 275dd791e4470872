import type { Decimal } from '../decimal.ts';
import { exactMicros } from '../measure/micros.ts';
import { checkNumber, checkUnits, operation } from '../measure/operands.ts';
import type { ExpressionConstruct, PartOf } from '../measure/types.ts';
import { joinUnits, numberIn } from '../measure/unit.ts';
import { figure } from '../measure/values.ts';
import { say } from '../words.ts';

/** `{ subtract: [a, b] }`: a − b, exact; the operands must share a unit. */
export const subtract: ExpressionConstruct<PartOf<'subtract'>> = {
  key: 'subtract',
  check: ({ subtract: operands }, at, checker) => {
    const types = operands.map((operand, i) => checkNumber(operand, `${at}/subtract/${i}`, checker));
    if (!checkUnits(types, at, checker) || types.includes(null)) return null;
    return numberIn(joinUnits(types.map((type) => type?.unit)));
  },
  compile: ({ subtract: operands }, { parts, compile, typeOf }) => {
    const type = numberIn(joinUnits(operands.map((operand) => typeOf(operand).unit)));
    return operation({
      construct: 'subtract',
      parts,
      type,
      words: say('相减', 'The first less the second'),
      operands: operands.map(compile),
      apply: (numbers) => figure((numbers[0] as Decimal).minus(numbers[1] as Decimal), type),
      quick: (micros) => exactMicros((micros[0] as number) - (micros[1] as number)),
    });
  },
};
