import { checkKind, checkUnits, quickly } from '../measure/operands.ts';
import type { At, ExpressionConstruct, Figure, FigureType, PartOf } from '../measure/types.ts';
import { joinUnits } from '../measure/unit.ts';
import { figure, joinTitles, step, toDecimal } from '../measure/values.ts';
import type { Value } from '../value.ts';
import { say } from '../words.ts';

/** `{ choose: { when: condition, then: a, otherwise: b } }`: only the chosen side is worked out. */
export const choose: ExpressionConstruct<PartOf<'choose'>> = {
  key: 'choose',
  check: ({ choose: part }, at, checker) => {
    const when = checkKind(part.when, `${at}/choose/when`, checker, 'boolean');
    const then = checker.check(part.then, `${at}/choose/then`);
    const otherwise = then && checkKind(part.otherwise, `${at}/choose/otherwise`, checker, then.kind);
    if (!when || !then || !otherwise || !checkUnits([then, otherwise], `${at}/choose`, checker)) return null;
    return sideType(then, otherwise);
  },
  compile: ({ choose: part }, { parts, compile, typeOf }) => {
    const type = sideType(typeOf(part.then), typeOf(part.otherwise));
    const [when, then, otherwise] = [compile(part.when), compile(part.then), compile(part.otherwise)];
    const side = (condition: Value): Figure | null =>
      condition.state !== 'known' ? null : condition.value === true ? then : otherwise;
    const evaluate = (at: At): Value => {
      const condition = when.evaluate(at);
      const value = side(condition)?.evaluate(at) ?? condition;
      return value.state === 'known' && type.kind === 'number' ? figure(toDecimal(value), type) : value;
    };
    return {
      evaluate,
      micros: quickly([when, then, otherwise], ([holds, a, b]) =>
        Number.isNaN(holds) ? Number.NaN : ((holds === 0 ? b : a) as number),
      ),
      explain: (at) => {
        const chosen = side(when.evaluate(at));
        return step(parts, type, {
          construct: 'choose',
          words: chosen === otherwise ? say('条件不成立，取后者', 'The condition does not hold: the second') : CHOSEN,
          result: evaluate(at),
          children: [when.explain(at), ...(chosen ? [chosen.explain(at)] : [])],
        });
      },
    };
  },
};

const CHOSEN = say('条件成立，取前者', 'The condition holds: the first');

function sideType(then: FigureType, otherwise: FigureType): FigureType {
  const unit = joinUnits([then.unit, otherwise.unit]);
  return { kind: then.kind, ...(unit === undefined ? {} : { unit }), ...joinTitles([then, otherwise]) };
}
