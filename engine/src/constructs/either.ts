import { checkJudgements, judgement } from '../measure/judgement.ts';
import type { ExpressionConstruct, PartOf } from '../measure/types.ts';
import { say } from '../words.ts';

/** `{ either: [a, b, …] }`, in a formula `a || b`: whether at least one holds; one “yes” decides even when another is not known. */
export const either: ExpressionConstruct<PartOf<'either'>> = {
  key: 'either',
  check: ({ either: operands }, at, checker) => checkJudgements(operands, `${at}/either`, checker),
  compile: ({ either: operands }, { parts, compile }) =>
    judgement({
      construct: 'either',
      parts,
      words: say('至少一个条件成立', 'At least one of these holds'),
      operands: operands.map(compile),
      decisive: true,
    }),
};
