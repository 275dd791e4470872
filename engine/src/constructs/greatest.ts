import { Decimal } from '../decimal.ts';
import { checkExtreme, extreme } from '../measure/extreme.ts';
import type { ExpressionConstruct, PartOf } from '../measure/types.ts';
import { say } from '../words.ts';

/** `{ greatest: [a, b, …] }`, in a formula `max(a, b)`: the largest of several numbers of one unit. */
export const greatest: ExpressionConstruct<PartOf<'greatest'>> = {
  key: 'greatest',
  check: ({ greatest: operands }, at, checker) => checkExtreme(operands, `${at}/greatest`, checker),
  compile: ({ greatest: operands }, compiler) =>
    extreme(
      {
        construct: 'greatest',
        words: say('取其中最大的', 'The largest of these'),
        pick: (numbers) => Decimal.max(...numbers),
        quick: (micros) => Math.max(...micros),
      },
      operands,
      compiler,
    ),
};
