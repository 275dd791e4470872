import { checkSome, someOf } from '../measure/some-of.ts';
import type { ExpressionConstruct, PartOf } from '../measure/types.ts';
import { say } from '../words.ts';

/** `{ worst: { take: 3, of: [a, b, c, d] } }`, in a formula `worst(3, a, b, c, d)`: the lowest few of several numbers, added up. */
export const worst: ExpressionConstruct<PartOf<'worst'>> = {
  key: 'worst',
  check: ({ worst: part }, at, checker) => checkSome(part, `${at}/worst`, checker),
  compile: ({ worst: part }, compiler) =>
    someOf(
      'worst',
      part,
      {
        words: say(`取其中最低的 ${part.take} 个相加`, `The ${part.take} lowest of these, added up`),
        order: (a, b) => a.cmp(b),
      },
      compiler,
    ),
};
