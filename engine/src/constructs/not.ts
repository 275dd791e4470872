import { YES_OR_NO } from '../measure/judgement.ts';
import { MICRO } from '../measure/micros.ts';
import { checkKind, quickly } from '../measure/operands.ts';
import type { At, ExpressionConstruct, PartOf } from '../measure/types.ts';
import { step } from '../measure/values.ts';
import { known, type Value } from '../value.ts';
import { say } from '../words.ts';

/** `{ not: a }`, in a formula `!a`: yes becomes no; what is not known stays not known. */
export const not: ExpressionConstruct<PartOf<'not'>> = {
  key: 'not',
  check: ({ not: operand }, at, checker) => checkKind(operand, `${at}/not`, checker, 'boolean'),
  compile: ({ not: operand }, { parts, compile }) => {
    const inner = compile(operand);
    const evaluate = (at: At): Value => {
      const value = inner.evaluate(at);
      return value.state === 'known' ? known(value.value !== true) : value;
    };
    return {
      evaluate,
      micros: quickly([inner], ([micros]) => MICRO - (micros as number)),
      explain: (at) =>
        step(parts, YES_OR_NO, {
          construct: 'not',
          words: say('下列条件不成立', 'The following does not hold'),
          result: evaluate(at),
          children: [inner.explain(at)],
        }),
    };
  },
};
