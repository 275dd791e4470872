import { Decimal } from '../decimal.ts';
import { unknownText } from '../duty/problems.ts';
import type { Explanation } from '../explanation.ts';
import { formOf } from '../formula/form.ts';
import { checkUnits } from '../measure/operands.ts';
import type { At, ExpressionConstruct, FigureType, PartOf } from '../measure/types.ts';
import { step, unresolved } from '../measure/values.ts';
import type { Finding } from '../problem.ts';
import type { Expression } from '../schema/expression.ts';
import { known, type Scalar, type Value } from '../value.ts';
import { say } from '../words.ts';

const TYPE: FigureType = { kind: 'boolean' };

/** `{ same: [a, b] }`: whether two values of one kind are equal; numbers by value, so `2.50` is `2.5`. */
export const same: ExpressionConstruct<PartOf<'same'>> = {
  key: 'same',
  check: ({ same: sides }, at, checker) => {
    const [a, b] = sides.map((side, i) => checker.check(side, `${at}/same/${i}`));
    if (!a || !b) return null;
    if (a.kind === b.kind) {
      const unknown = [...neverSaid(sides[0], b, `${at}/same/0`), ...neverSaid(sides[1], a, `${at}/same/1`)];
      for (const finding of unknown) checker.add(finding);
      return unknown.length === 0 && checkUnits([a, b], `${at}/same`, checker) ? TYPE : null;
    }
    checker.add({
      code: 'wrong-kind',
      at: `${at}/same`,
      words: say('比较的两边类型不同', 'The two sides are of different kinds'),
      wayOut: say('数字与数字、文字与文字比较', 'Compare numbers with numbers and text with text'),
    });
    return null;
  },
  compile: ({ same: sides }, { parts, compile, typeOf }) => {
    const [left, right] = sides.map(compile) as [ReturnType<typeof compile>, ReturnType<typeof compile>];
    const [a, b] = sides.map(typeOf) as [FigureType, FigureType];
    const evaluate = (at: At): Value => {
      const [a, b] = [left.evaluate(at), right.evaluate(at)];
      if (a.state === 'known' && b.state === 'known') return known(equal(a.value, b.value));
      return unresolved([a, b]) as Value;
    };
    return {
      evaluate,
      explain: (at) =>
        step(parts, TYPE, {
          construct: 'same',
          words: say('前者等于后者', 'The first is equal to the second'),
          result: evaluate(at),
          children: [named(left.explain(at), b), named(right.explain(at), a)],
        }),
    };
  },
};

/** A text laid down is read as the other side reads: a grade by its title. */
function named(side: Explanation, { titles }: FigureType): Explanation {
  if (side.construct !== 'text' || side.result.state !== 'known') return side;
  const shown = titles?.get(String(side.result.value));
  return shown === undefined ? side : { ...side, shown };
}

/** A text laid down that the other side can never be: a grade or an option misspelt. */
function neverSaid(side: Expression | undefined, type: FigureType, at: string): Finding[] {
  const written = side === undefined ? null : formOf(side);
  if (!type.options || !written || !('text' in written)) return [];
  return unknownText(written.text, type, at);
}

const equal = (a: Scalar, b: Scalar): boolean => (a instanceof Decimal && b instanceof Decimal ? a.eq(b) : a === b);
