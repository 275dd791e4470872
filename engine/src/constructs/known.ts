import { YES_OR_NO } from '../measure/judgement.ts';
import { checkKind, checkUnits } from '../measure/operands.ts';
import type { At, ExpressionConstruct, PartOf } from '../measure/types.ts';
import { joinUnits } from '../measure/unit.ts';
import { joinTitles, step } from '../measure/values.ts';
import { known as knownValue, type Value } from '../value.ts';
import { say } from '../words.ts';

/**
 * `{ known: { value: a } }`, in a formula `known(a)`: whether a value is known. With `otherwise`, in a formula
 * `known_or(a, b)`: the value, or the other one when it is not known. What does not apply stays so. With `asks: applies`, in a
 * formula `applies(a)` and `applies_or(a, b)`, the same of what does not apply; what is not known stays so.
 */
export const known: ExpressionConstruct<PartOf<'known'>> = {
  key: 'known',
  check: ({ known: part }, at, checker) => {
    const value = checker.check(part.value, `${at}/known/value`);
    if (!value || part.otherwise === undefined) return value && YES_OR_NO;
    const other = checkKind(part.otherwise, `${at}/known/otherwise`, checker, value.kind);
    if (!other || !checkUnits([value, other], `${at}/known`, checker)) return null;
    const unit = joinUnits([value.unit, other.unit]);
    return { kind: value.kind, ...(unit === undefined ? {} : { unit }), ...joinTitles([value, other]) };
  },
  compile: ({ known: part }, { parts, compile, typeOf }) => {
    const value = compile(part.value);
    const otherwise = part.otherwise === undefined ? null : compile(part.otherwise);
    const type = otherwise === null ? YES_OR_NO : typeOf(part.value);
    const lacking = part.asks === 'applies' ? 'not-applicable' : 'not-known';
    const said = WORDS[lacking];
    const evaluate = (at: At): Value => {
      const found = value.evaluate(at);
      if (otherwise !== null) return found.state === lacking ? otherwise.evaluate(at) : found;
      if (lacking === 'not-applicable' && found.state === 'not-known') return found;
      return knownValue(found.state === 'known');
    };
    return {
      evaluate,
      explain: (at) => {
        const found = value.evaluate(at);
        const missing = otherwise === null ? found.state !== 'known' : found.state === lacking;
        return step(parts, type, {
          construct: 'known',
          words: missing ? (otherwise === null ? said.no : said.other) : said.yes,
          result: evaluate(at),
          children: [value.explain(at), ...(missing && otherwise ? [otherwise.explain(at)] : [])],
        });
      },
    };
  },
};

const WORDS = {
  'not-known': {
    yes: say('数值已知', 'The value is known'),
    no: say('下列数值未知', 'This is not known'),
    other: say('前者未知，取后者', 'The first is not known: the second'),
  },
  'not-applicable': {
    yes: say('适用', 'It applies'),
    no: say('下列数值不适用', 'This does not apply'),
    other: say('前者不适用，取后者', 'The first does not apply: the second'),
  },
} as const;
