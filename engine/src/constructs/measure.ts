import { unknownName } from '../duty/problems.ts';
import { typeOfDeclared } from '../measure/declared.ts';
import type { ExpressionConstruct, PartOf } from '../measure/types.ts';

/** `{ measure: problems-raised }`: another measure of the same organisation and period. */
export const measure: ExpressionConstruct<PartOf<'measure'>> = {
  key: 'measure',
  check: ({ measure: id }, at, { parts, add }) => {
    for (const finding of unknownName('measure', id, parts.measures, `${at}/measure`)) add(finding);
    const named = parts.measures.get(id);
    return named ? typeOfDeclared(named) : null;
  },
  compile: ({ measure: id }) => ({
    evaluate: (at) => at.run.measure(id, at.organisation, at),
    explain: (at) => at.run.explainMeasure(id, at.organisation, at),
  }),
};
