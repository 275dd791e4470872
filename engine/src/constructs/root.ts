import { type Decimal, root as rootOf } from '../decimal.ts';
import { checkNumber, operation } from '../measure/operands.ts';
import { type ExpressionConstruct, type FigureType, type PartOf, SHARE } from '../measure/types.ts';
import { numberIn } from '../measure/unit.ts';
import { figure } from '../measure/values.ts';
import { notApplicable } from '../value.ts';
import { say } from '../words.ts';

/** `{ root: { of: x, degree: 2 } }`, in a formula `root(x, 2)`: at 34 significant digits; does not apply below zero. */
export const root: ExpressionConstruct<PartOf<'root'>> = {
  key: 'root',
  check: ({ root: { of } }, at, checker) => {
    const type = checkNumber(of, `${at}/root/of`, checker);
    return type && typeOfRoot(type);
  },
  compile: ({ root: { of, degree } }, { parts, compile, typeOf }) => {
    const type = typeOfRoot(typeOf(of));
    return operation({
      construct: 'root',
      parts,
      type,
      words: say(`开 ${degree} 次方`, `The root of degree ${degree}`),
      operands: [compile(of)],
      apply: (numbers) => {
        const [number] = numbers as [Decimal];
        return number.isNegative() && !number.isZero() ? BELOW_ZERO : figure(rootOf(number, degree), type);
      },
    });
  },
};

/** The root of a share is one; that of anything else has no unit of its own. */
const typeOfRoot = ({ unit }: FigureType): FigureType => numberIn(unit === SHARE ? SHARE : undefined);

const BELOW_ZERO = notApplicable(say('负数不能开方', 'There is no root of a number below zero'));
