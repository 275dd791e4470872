import { unknownName } from '../duty/problems.ts';
import { typeOfDeclared } from '../measure/declared.ts';
import { microsOf } from '../measure/micros.ts';
import type { At, ExpressionConstruct, PartOf } from '../measure/types.ts';
import { periodBefore, sameAYearBefore } from '../period.ts';
import type { Period } from '../standing.ts';
import { say } from '../words.ts';

type Part = PartOf<'measure'>;

/** `{ measure: problems-raised }`: another measure of the same organisation; with `period: year-before`, of the same period last year. */
export const measure: ExpressionConstruct<Part> = {
  key: 'measure',
  check: ({ measure: id, period }, at, { parts, add }) => {
    for (const finding of unknownName('measure', id, parts.measures, `${at}/measure`)) add(finding);
    const named = parts.measures.get(id);
    if (named?.period === 'to-date' && period !== undefined) {
      add({
        code: 'no-period',
        at: `${at}/period`,
        words: say('累计指标没有上一期', 'A measure to date has no earlier period'),
        wayOut: say('删去 period，或给该指标一个期间', 'Remove period, or give the measure a period'),
      });
    }
    return named ? typeOfDeclared(named) : null;
  },
  compile: ({ measure: id, period }) => {
    const then = (at: At): At => (period === undefined ? at : { ...at, period: earlier(at.period, period) });
    return {
      evaluate: (at) => at.run.measure(id, at.organisation, then(at)),
      micros: ({ subjects, run, asOf, period: own }) => {
        const when = { asOf, period: period === undefined ? own : earlier(own, period) };
        return Float64Array.from(subjects, ({ organisation }) => microsOf(run.measure(id, organisation, when)));
      },
      explain: (at) => at.run.explainMeasure(id, at.organisation, then(at)),
    };
  },
};

/** A stretch of days that is no period of the calendar has no earlier one: it is read as it is. */
function earlier(period: Period, which: NonNullable<Part['period']>): Period {
  return (which === 'previous' ? periodBefore(period) : sameAYearBefore(period)) ?? period;
}
