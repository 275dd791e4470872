import { divide } from '../decimal.ts';
import { unknownName } from '../duty/problems.ts';
import { typeOfDeclared } from '../measure/declared.ts';
import { ZERO_BASE } from '../measure/reasons.ts';
import type { At, RollupConstruct } from '../measure/types.ts';
import { figure, step, toDecimal, unresolved } from '../measure/values.ts';
import type { Value } from '../value.ts';
import { say } from '../words.ts';

interface Part {
  readonly ratio_of_sums: { readonly of: string; readonly to: string };
}

/** `rollup: { ratio_of_sums: { of: solved, to: raised } }`: the sums divided, never a mean of the units' ratios. */
export const rollupRatioOfSums: RollupConstruct<Part> = {
  id: 'rollup-ratio-of-sums',
  check: ({ ratio_of_sums: part }, at, { parts, add }) => {
    for (const key of ['of', 'to'] as const) {
      const pointer = `${at}/ratio_of_sums/${key}`;
      for (const finding of unknownName('measure', part[key], parts.measures, pointer)) add(finding);
      const named = parts.measures.get(part[key]);
      if (!named || named.rollup === 'sum') continue;
      add({
        code: 'not-a-sum',
        at: pointer,
        words: say(`“${part[key]}”不按合计汇总`, `“${part[key]}” does not roll up as a sum`),
        wayOut: say(`给“${part[key]}”写 rollup: sum`, `Give “${part[key]}” rollup: sum`),
      });
    }
  },
  compile: ({ ratio_of_sums: { of, to } }, measure, parts) => {
    const type = typeOfDeclared(measure);
    const evaluate = ({ organisation, run, period, asOf }: At): Value => {
      const values = [of, to].map((id) => run.measure(id, organisation, { period, asOf })) as [Value, Value];
      const unsettled = unresolved(values);
      if (unsettled) return unsettled;
      const [a, b] = [toDecimal(values[0]), toDecimal(values[1])];
      return b.isZero() ? ZERO_BASE : figure(divide(a, b), type);
    };
    return {
      evaluate,
      explain: (at) =>
        step(parts, type, {
          construct: 'rollup-ratio-of-sums',
          words: say('合计 ÷ 合计', 'Sum ÷ sum'),
          result: evaluate(at),
          children: [of, to].map((id) => at.run.explainMeasure(id, at.organisation, at)),
        }),
    };
  },
};
