import type { At, ExpressionConstruct, PartOf, StepsAt } from '../measure/types.ts';

/** `{ step: total }`, in a formula `total`: the value of another step of the same rating, for the same subject. */
export const step: ExpressionConstruct<PartOf<'step'>> = {
  key: 'step',
  check: ({ step: id }, at, checker) => checker.step(id, at),
  compile: ({ step: id }) => ({
    evaluate: (at) => stepsOf(at).value(id),
    micros: (rows) => rows.micros(id).slice(),
    explain: (at) => stepsOf(at).explain(id),
  }),
};

function stepsOf({ steps }: At): StepsAt {
  if (!steps) throw new Error('Steps are only known inside a rating');
  return steps;
}
