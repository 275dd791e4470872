import { Temporal } from 'temporal-polyfill';
import { unknownName } from '../duty/problems.ts';
import type { Explanation } from '../explanation.ts';
import { typeOfDeclared } from '../measure/declared.ts';
import { microsOf } from '../measure/micros.ts';
import {
  joinStood,
  nothingEarlier,
  predecessorProblems,
  type Stood,
  stoodOn,
  stoodWords,
} from '../measure/predecessors.ts';
import type { At, ExpressionConstruct, PartOf, Rows } from '../measure/types.ts';
import { step } from '../measure/values.ts';
import { periodBefore, sameAYearBefore } from '../period.ts';
import type { Period } from '../standing.ts';
import { anySuccession } from '../succession.ts';
import { say } from '../words.ts';

type Part = PartOf<'measure'>;

/** `{ measure: problems-raised }`: another measure of the same organisation; with `period: year-before`, of the same period last year. */
export const measure: ExpressionConstruct<Part> = {
  key: 'measure',
  check: ({ measure: id, period, predecessors }, at, { parts, add }) => {
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
    if (predecessors !== undefined && period === undefined) add(nothingEarlier(`${at}/predecessors`));
    const type = named ? typeOfDeclared(named) : null;
    for (const finding of predecessorProblems(predecessors, type, `${at}/predecessors`, parts)) add(finding);
    return type;
  },
  compile: (part, { parts, typeOf }) => {
    const { measure: id, period } = part;
    const then = (at: At): At => (period === undefined ? at : { ...at, period: earlier(at.period, period) });
    const evaluate = (at: At) => {
      const stood = stoodThen(part, at, then(at));
      return stood
        ? joinStood(part.predecessors ?? 'left-out', stood, typeOf(part))
        : at.run.measure(id, at.organisation, then(at));
    };
    const oneByOne = ({ run }: Rows): boolean => part.predecessors !== undefined && anySuccession(run.index.world);
    return {
      evaluate,
      micros: (rows) => {
        const { subjects, run, asOf, period: own } = rows;
        if (oneByOne(rows)) return Float64Array.from(subjects, (_, row) => microsOf(evaluate(rows.at(row))));
        const when = { asOf, period: period === undefined ? own : earlier(own, period) };
        return Float64Array.from(subjects, ({ organisation }) => microsOf(run.measure(id, organisation, when)));
      },
      explain: (at): Explanation => {
        const stood = stoodThen(part, at, then(at));
        if (!stood) return at.run.explainMeasure(id, at.organisation, then(at));
        const title = parts.measures.get(id)?.title ?? say(id, id);
        const how = stoodWords(part.predecessors ?? 'left-out', stood, parts);
        return step(parts, typeOf(part), {
          construct: 'measure',
          words: say(`“${title['zh-CN']}”（${how['zh-CN']}）`, `“${title.en}” (${how.en})`),
          result: evaluate(at),
          period: then(at).period,
          details: { measure: id, organisation: at.organisation },
          children: stood.map(({ organisation }) => at.run.explainMeasure(id, organisation.id, then(at))),
        });
      },
    };
  },
};

/** What those it came from stood at then; null when the organisation reads its own. */
function stoodThen({ measure: id, predecessors }: Part, at: At, then: At): readonly Stood[] | null {
  const stood = then.period === at.period ? null : stoodOn(predecessors, then.period.end, at);
  return (
    stood?.map(({ organisation, share }) => ({
      organisation,
      share,
      value: at.run.measure(id, organisation.id, then),
    })) ?? null
  );
}

function earlier(period: Period, which: NonNullable<Part['period']>): Period {
  return (which === 'previous' ? periodBefore(period) : sameAYearBefore(period)) ?? stretchBefore(period, which);
}

/** Days that are no period of the calendar, as of a duty after an event: as many days before them, or the same days of the year before. */
function stretchBefore({ key, start, end }: Period, which: NonNullable<Part['period']>): Period {
  if (key === TO_DATE) return { key, start, end };
  const [first, last] = [Temporal.PlainDate.from(start), Temporal.PlainDate.from(end)];
  const by = which === 'previous' ? { days: first.until(last).days + 1 } : { years: 1 };
  const [from, to] = [first.subtract(by).toString(), last.subtract(by).toString()];
  return { key: from, start: from, end: to };
}

const TO_DATE = 'to-date';
