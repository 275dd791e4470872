import { Decimal } from '../decimal.ts';
import { checkExtreme, extreme } from '../measure/extreme.ts';
import type { ExpressionConstruct, PartOf } from '../measure/types.ts';
import { say } from '../words.ts';

/** `{ least: [a, b, …] }`, in a formula `min(a, b)`: the smallest of several numbers of one unit. */
export const least: ExpressionConstruct<PartOf<'least'>> = {
  key: 'least',
  check: ({ least: operands }, at, checker) => checkExtreme(operands, `${at}/least`, checker),
  compile: ({ least: operands }, compiler) =>
    extreme(
      {
        construct: 'least',
        words: say('取其中最小的', 'The smallest of these'),
        pick: (numbers) => Decimal.min(...numbers),
        quick: (micros) => Math.min(...micros),
      },
      operands,
      compiler,
    ),
};
