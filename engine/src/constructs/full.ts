import type { At, ExpressionConstruct, PartOf } from '../measure/types.ts';
import { lacking, step } from '../measure/values.ts';
import type { Value, Words } from '../value.ts';
import { say } from '../words.ts';

/** `{ full: party }`, in a formula `full(party)`: the full marks of another step, for pass marks such as 80 per cent of them. */
export const full: ExpressionConstruct<PartOf<'full'>> = {
  key: 'full',
  check: ({ full: id }, at, checker) => checker.step(id, `${at}/full`),
  compile: ({ full: id }, { parts, typeOf }) => {
    const type = typeOf({ full: id });
    const titleAt = ({ steps }: At): Words => steps?.titleOf(id) ?? say(id, id);
    const evaluate = (at: At): Value => at.steps?.full(id) ?? without(id, titleAt(at));
    return {
      evaluate,
      explain: (at) =>
        step(parts, type, {
          construct: 'full',
          words: say(`“${titleAt(at)['zh-CN']}”的满分`, `The full marks of “${titleAt(at).en}”`),
          result: evaluate(at),
        }),
    };
  },
};

const without = (id: string, title: Words): Value =>
  lacking([{ what: `full:${id}`, words: say(`“${title['zh-CN']}”没有满分`, `“${title.en}” has no full marks`) }]);
