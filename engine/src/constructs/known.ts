import { YES_OR_NO } from '../measure/judgement.ts';
import { checkKind, checkUnits } from '../measure/operands.ts';
import type { At, ExpressionConstruct, PartOf } from '../measure/types.ts';
import { joinUnits } from '../measure/unit.ts';
import { step } from '../measure/values.ts';
import { known as knownValue, type Value } from '../value.ts';
import { say } from '../words.ts';

/**
 * `{ known: { value: a } }`, in a formula `known(a)`: whether a value is known. With `otherwise`, in a formula
 * `known_or(a, b)`: the value, or the other one when it is not known. What does not apply stays so.
 */
export const known: ExpressionConstruct<PartOf<'known'>> = {
  key: 'known',
  check: ({ known: part }, at, checker) => {
    const value = checker.check(part.value, `${at}/known/value`);
    if (!value || part.otherwise === undefined) return value && YES_OR_NO;
    const other = checkKind(part.otherwise, `${at}/known/otherwise`, checker, value.kind);
    if (!other || !checkUnits([value, other], `${at}/known`, checker)) return null;
    const unit = joinUnits([value.unit, other.unit]);
    return unit === undefined ? { kind: value.kind } : { kind: value.kind, unit };
  },
  compile: ({ known: part }, { parts, compile, typeOf }) => {
    const value = compile(part.value);
    const otherwise = part.otherwise === undefined ? null : compile(part.otherwise);
    const type = otherwise === null ? YES_OR_NO : typeOf(part.value);
    const evaluate = (at: At): Value => {
      const found = value.evaluate(at);
      if (otherwise === null) return knownValue(found.state === 'known');
      return found.state === 'not-known' ? otherwise.evaluate(at) : found;
    };
    return {
      evaluate,
      explain: (at) => {
        const missing = value.evaluate(at).state === 'not-known';
        return step(parts, type, {
          construct: 'known',
          words: missing
            ? otherwise === null
              ? say('下列数值未知', 'This is not known')
              : say('前者未知，取后者', 'The first is not known: the second')
            : say('数值已知', 'The value is known'),
          result: evaluate(at),
          children: [value.explain(at), ...(missing && otherwise ? [otherwise.explain(at)] : [])],
        });
      },
    };
  },
};
