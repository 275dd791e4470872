import { Decimal } from '../decimal.ts';
import { unknownName } from '../duty/problems.ts';
import { filled, microsOf } from '../measure/micros.ts';
import type { At, ExpressionConstruct, FigureType, PartOf } from '../measure/types.ts';
import { numberIn } from '../measure/unit.ts';
import { step } from '../measure/values.ts';
import type { Parts } from '../parts.ts';
import type { Parameter } from '../schema/pack.ts';
import { known, type Value } from '../value.ts';
import { say } from '../words.ts';

/** `{ parameter: road.target }`: the value that holds on the period's last day; “not set” is not known, never zero. */
export const parameter: ExpressionConstruct<PartOf<'parameter'>> = {
  key: 'parameter',
  check: ({ parameter: id }, at, { parts, add }) => {
    for (const finding of unknownName('parameter', id, parts.parameters, `${at}/parameter`)) add(finding);
    const named = parts.parameters.get(id);
    return named ? typeOf(named) : null;
  },
  compile: ({ parameter: id }, { parts }) => {
    const named = parts.parameters.get(id);
    const type = named ? typeOf(named) : numberIn(undefined);
    const evaluate = ({ period }: At): Value => held(parts, id, period.end, type);
    return {
      evaluate,
      micros: ({ length, period }) => filled(length, microsOf(held(parts, id, period.end, type))),
      explain: (at) =>
        step(parts, type, {
          construct: 'parameter',
          words: say(
            `参数“${named?.title['zh-CN'] ?? id}”，${at.period.end} 的值`,
            `The parameter “${named?.title.en ?? id}” as of ${at.period.end}`,
          ),
          result: evaluate(at),
          rule: parts.ruleOf('parameter', id),
        }),
    };
  },
};

function held(parts: Parts, id: string, on: string, type: FigureType): Value {
  const value = parts.parameter(id, on);
  if (value.state !== 'known' || type.kind !== 'text' || !(value.value instanceof Decimal)) return value;
  return known(value.value.toFixed());
}

/** A parameter is a number when each of its values is one. */
function typeOf({ values, unit }: Parameter): FigureType {
  const numbers = Object.values(values).every((value) => value === null || /^-?\d+(\.\d+)?$/.test(String(value)));
  return numbers ? { kind: 'number', unit } : { kind: 'text' };
}
