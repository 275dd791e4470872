import { checkJudgements, judgement } from '../measure/judgement.ts';
import type { ExpressionConstruct, PartOf } from '../measure/types.ts';
import { say } from '../words.ts';

/** `{ both: [a, b, …] }`, in a formula `a && b`: whether all hold; one “no” decides even when another is not known. */
export const both: ExpressionConstruct<PartOf<'both'>> = {
  key: 'both',
  check: ({ both: operands }, at, checker) => checkJudgements(operands, `${at}/both`, checker),
  compile: ({ both: operands }, { parts, compile }) =>
    judgement({
      construct: 'both',
      parts,
      words: say('各条件都成立', 'All of these hold'),
      operands: operands.map(compile),
      decisive: false,
    }),
};
