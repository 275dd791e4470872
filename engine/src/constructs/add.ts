import { exactMicros } from '../measure/micros.ts';
import { checkNumber, checkUnits, operation } from '../measure/operands.ts';
import type { ExpressionConstruct, PartOf } from '../measure/types.ts';
import { joinUnits, numberIn } from '../measure/unit.ts';
import { figure } from '../measure/values.ts';
import { say } from '../words.ts';

/** `{ add: [a, b, …] }`: exact; the operands must share a unit. */
export const add: ExpressionConstruct<PartOf<'add'>> = {
  key: 'add',
  check: ({ add: operands }, at, checker) => {
    const types = operands.map((operand, i) => checkNumber(operand, `${at}/add/${i}`, checker));
    if (!checkUnits(types, at, checker) || types.includes(null)) return null;
    return numberIn(joinUnits(types.map((type) => type?.unit)));
  },
  compile: ({ add: operands }, { parts, compile, typeOf }) => {
    const type = numberIn(joinUnits(operands.map((operand) => typeOf(operand).unit)));
    return operation({
      construct: 'add',
      parts,
      type,
      words: say('相加', 'Added up'),
      operands: operands.map(compile),
      apply: (numbers) =>
        figure(
          numbers.reduce((sum, one) => sum.plus(one)),
          type,
        ),
      quick: (micros) => exactMicros(micros.reduce((sum, one) => sum + one, 0)),
    });
  },
};
