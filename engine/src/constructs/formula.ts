import { BELOW, formulaTold } from '../rating/formula-told.ts';
import { perRow } from '../rating/rows.ts';
import type { StepConstruct, StepPart } from '../rating/types.ts';

/** `formula: total * 0.7 + bonus`: any expression over other steps, measures, parameters and entries. */
export const formula: StepConstruct<StepPart<'formula'>> = {
  key: 'formula',
  check: (part, at, checker) => checker.any(part, at),
  compile: (part, { compile, type, titleOf, parts }) => {
    const figure = compile(part);
    const written = typeof part === 'object' ? BELOW : formulaTold(`${part}`, titleOf, parts);
    const { micros } = figure;
    return perRow(
      {
        evaluate: (at) => figure.evaluate(at),
        explain: ({ at }) => ({ words: written, children: [figure.explain(at)] }),
      },
      micros ? { quick: { type, micros } } : {},
    );
  },
};
