import { checkSome, someOf } from '../measure/some-of.ts';
import type { ExpressionConstruct, PartOf } from '../measure/types.ts';
import { say } from '../words.ts';

/** `{ best: { take: 3, of: [a, b, c, d] } }`, in a formula `best(3, a, b, c, d)`: the highest few of several numbers, added up. */
export const best: ExpressionConstruct<PartOf<'best'>> = {
  key: 'best',
  check: ({ best: part }, at, checker) => checkSome(part, `${at}/best`, checker),
  compile: ({ best: part }, compiler) =>
    someOf(
      'best',
      part,
      {
        words: say(`取其中最高的 ${part.take} 个相加`, `The ${part.take} highest of these, added up`),
        order: (a, b) => b.cmp(a),
      },
      compiler,
    ),
};
