import type { Decimal } from '../../decimal.ts';
import type { Explanation } from '../../explanation.ts';
import type { At, Figure } from '../../measure/types.ts';
import { figure, toDecimal } from '../../measure/values.ts';
import type { Pay } from '../../schema/rating/pay.ts';
import { known, type Value, type Words } from '../../value.ts';
import { valueToJson } from '../../value-json.ts';
import type { StepChecker, StepCompiler } from '../types.ts';

type Written = NonNullable<Pay['additions']>[number];

/** One addition: zero where its condition does not hold. */
export interface Addition {
  readonly title: Words;
  readonly value: (at: At) => Value;
  readonly explain: (at: At) => Explanation;
}

export function checkAdditions(additions: readonly Written[] | undefined, at: string, checker: StepChecker): boolean {
  return !(additions ?? [])
    .flatMap(({ amount, when }, i) => [
      checker.number(amount, `${at}/additions/${i}/amount`),
      ...(when === undefined ? [] : [checker.judgement(when, `${at}/additions/${i}/when`)]),
    ])
    .includes(null);
}

export function compileAdditions(
  additions: readonly Written[] | undefined,
  construct: string,
  { compile, type }: StepCompiler,
): Addition[] {
  return (additions ?? []).map(({ title, amount, when }): Addition => {
    const size = compile(amount);
    const condition: Figure | null = when === undefined ? null : compile(when);
    const value = (at: At): Value => {
      const holds = condition?.evaluate(at) ?? known(true);
      if (holds.state !== 'known') return holds;
      return holds.value === true ? size.evaluate(at) : figure(0, type);
    };
    return {
      title,
      value,
      explain: (at) => ({
        construct,
        words: title,
        result: valueToJson(value(at)),
        children: [...(condition ? [condition.explain(at)] : []), size.explain(at)],
      }),
    };
  });
}

/** The sum of additions that are known. */
export const sumOf = (base: Decimal, additions: readonly Value[]): Decimal =>
  additions.reduce((so, one) => so.plus(toDecimal(one)), base);
