import { type Decimal, divide } from '../decimal.ts';
import { checkNumber, operation } from '../measure/operands.ts';
import { ZERO_BASE } from '../measure/reasons.ts';
import type { ExpressionConstruct, PartOf } from '../measure/types.ts';
import { numberIn, unitOfRatio } from '../measure/unit.ts';
import { figure } from '../measure/values.ts';
import { say } from '../words.ts';

/** `{ ratio: { of: a, to: b } }`: a ÷ b at 34 significant digits; does not apply when b is zero. */
export const ratio: ExpressionConstruct<PartOf<'ratio'>> = {
  key: 'ratio',
  check: ({ ratio: part }, at, checker) => {
    const of = checkNumber(part.of, `${at}/ratio/of`, checker);
    const to = checkNumber(part.to, `${at}/ratio/to`, checker);
    return of && to && numberIn(unitOfRatio(of.unit, to.unit));
  },
  compile: ({ ratio: part }, { parts, compile, typeOf }) => {
    const type = numberIn(unitOfRatio(typeOf(part.of).unit, typeOf(part.to).unit));
    return operation({
      construct: 'ratio',
      parts,
      type,
      words: say('前者 ÷ 后者', 'The first ÷ the second'),
      operands: [compile(part.of), compile(part.to)],
      apply: (numbers) => {
        const [of, to] = numbers as [Decimal, Decimal];
        return to.isZero() ? ZERO_BASE : figure(divide(of, to), type);
      },
    });
  },
};
