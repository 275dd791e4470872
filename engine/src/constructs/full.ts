import type { At, ExpressionConstruct, PartOf } from '../measure/types.ts';
import { lacking, step } from '../measure/values.ts';
import type { Value } from '../value.ts';
import { say } from '../words.ts';

/** `{ full: party }`, in a formula `full(party)`: the full marks of another step, for pass marks such as 80 per cent of them. */
export const full: ExpressionConstruct<PartOf<'full'>> = {
  key: 'full',
  check: ({ full: id }, at, checker) => checker.step(id, `${at}/full`),
  compile: ({ full: id }, { parts, typeOf }) => {
    const type = typeOf({ full: id });
    const evaluate = ({ steps }: At): Value => steps?.full(id) ?? without(id);
    return {
      evaluate,
      explain: (at) =>
        step(parts, type, {
          construct: 'full',
          words: say(`“${id}”的满分`, `The full marks of “${id}”`),
          result: evaluate(at),
        }),
    };
  },
};

const without = (id: string): Value =>
  lacking([{ what: `full:${id}`, words: say(`“${id}”没有满分`, `“${id}” has no full marks`) }]);
