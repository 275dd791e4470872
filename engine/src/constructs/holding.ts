import { Decimal } from '../decimal.ts';
import { checkJudgements } from '../measure/judgement.ts';
import { operation } from '../measure/operands.ts';
import { type ExpressionConstruct, type FigureType, type PartOf } from '../measure/types.ts';
import { figure } from '../measure/values.ts';
import { say } from '../words.ts';

const TYPE: FigureType = { kind: 'number' };

/** `{ holding: [a, b, c] }`, in a formula `holding(a, b >= 2, c)`: how many of the conditions hold. */
export const holding: ExpressionConstruct<PartOf<'holding'>> = {
  key: 'holding',
  check: ({ holding: operands }, at, checker) => checkJudgements(operands, `${at}/holding`, checker) && TYPE,
  compile: ({ holding: operands }, { parts, compile }) =>
    operation({
      construct: 'holding',
      parts,
      type: TYPE,
      words: say(`${operands.length} 个条件中成立的个数`, `How many of ${operands.length} conditions hold`),
      operands: operands.map(compile),
      apply: (numbers) => figure(Decimal.sum(0, ...numbers), TYPE),
    }),
};
