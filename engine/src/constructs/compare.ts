import type { Decimal } from '../decimal.ts';
import { MICRO } from '../measure/micros.ts';
import { checkNumber, checkUnits, operation } from '../measure/operands.ts';
import { RELATIONS } from '../measure/relation.ts';
import type { ExpressionConstruct, FigureType, PartOf } from '../measure/types.ts';
import { known } from '../value.ts';
import { say } from '../words.ts';

const TYPE: FigureType = { kind: 'boolean' };

/** `{ compare: { left: a, is: at-least, right: b } }`: yes or no, compared exactly. */
export const compare: ExpressionConstruct<PartOf<'compare'>> = {
  key: 'compare',
  check: ({ compare: part }, at, checker) => {
    const left = checkNumber(part.left, `${at}/compare/left`, checker);
    const right = checkNumber(part.right, `${at}/compare/right`, checker);
    return checkUnits([left, right], `${at}/compare`, checker) && left && right ? TYPE : null;
  },
  compile: ({ compare: part }, { parts, compile }) => {
    const { holds, order, words } = RELATIONS[part.is];
    return operation({
      construct: 'compare',
      parts,
      type: TYPE,
      words: say(`前者${words['zh-CN']}后者`, `The first is ${words.en} the second`),
      operands: [compile(part.left), compile(part.right)],
      apply: (numbers) => known(holds(numbers[0] as Decimal, numbers[1] as Decimal)),
      quick: ([a, b]) => judged(order(a as number, b as number)),
    });
  },
};

const judged = (holds: boolean | null): number => (holds === null ? Number.NaN : holds ? MICRO : 0);
