import { compilePredicate } from '../condition.ts';
import { compileCount } from '../count.ts';
import { fromDay, toDay } from '../day.ts';
import { dayKindWords } from '../duty/amount-words.ts';
import { formVariables } from '../duty/form-variables.ts';
import { conditionProblems, unknownName } from '../duty/problems.ts';
import { nearestRelation, rowsOf } from '../duty/relation.ts';
import type { BareSpan, CompileContext, Construct, SpanQuery, WhenRun } from '../duty/types.ts';
import type { Fact } from '../facts.ts';
import type { Finding } from '../problem.ts';
import type { When } from '../schema/obligation.ts';
import { entryEnv } from '../variables.ts';
import { say } from '../words.ts';

type Part = Extract<When, { after: unknown }>;

/** `when: { after: { form: problem }, within: 15, days: working-days }`: so many days from each event. */
export const afterEvent: Construct<Part, WhenRun> = {
  id: 'after-event',
  check: ({ after }, at, { parts }): Finding[] => {
    if ('start_of' in after) return [];
    const form = parts.forms.get(after.form);
    if (!form) return unknownName('form', after.form, parts.forms, `${at}/after/form`);
    const fields = new Map(form.fields.map((field) => [field.id, field]));
    return [
      ...(after.date === undefined ? [] : unknownName('field', after.date, fields, `${at}/after/date`)),
      ...conditionProblems(after.where, formVariables(form, parts), `${at}/after/where`),
    ];
  },
  compile: (part, context) => {
    const eventDays = eventDaysOf(part, context);
    const { calendar, parts } = context;
    const within = compileCount(part.within, parts);
    return {
      shared: false,
      overlaps: true,
      spans: (query) =>
        eventDays(query).flatMap((day): BareSpan[] => {
          const key = fromDay(day);
          const end = calendar.shift(day, within.on(key) ?? 0, part.days);
          if (end < query.from || day > query.to) return [];
          return [{ key, start: day, end, countsOn: null, missing: within.missing(key) }];
        }),
      explain: ({ start, end }) => {
        const [count, kind] = [within.words(fromDay(start)), dayKindWords(part.days)];
        return say(
          `自 ${fromDay(start)} 起 ${count['zh-CN']} 个${kind['zh-CN']}内，至 ${fromDay(end)}`,
          `Within ${count.en} ${kind.en} of ${fromDay(start)}: by ${fromDay(end)}`,
        );
      },
    };
  },
};

/** The days of the events a subject's duty follows, each once, in order. */
function eventDaysOf({ after }: Part, { parts, obligation }: CompileContext): (query: SpanQuery) => number[] {
  if ('start_of' in after) return ({ subject }) => (subject ? [subject.from] : []);
  const form = parts.forms.get(after.form);
  if (!form) return () => [];
  const relation = nearestRelation(form, obligation.who);
  const happened = after.where === undefined ? null : compilePredicate(after.where, formVariables(form, parts));
  const dayOf = (fact: Fact): number => {
    const value = after.date === undefined ? fact.date : fact.data[after.date];
    return typeof value === 'string' ? toDay(value) : toDay(fact.date);
  };
  return ({ subject, index, asOf }) => {
    if (!subject || !index) return [];
    const days = new Set<number>();
    for (const fact of rowsOf(relation, subject, form.id, index, asOf)) {
      const about = index.postings.get(fact.subject.id) ?? index.organisations.get(fact.subject.id);
      if (happened === null || happened(entryEnv(fact, about, fromDay(asOf))) === true) days.add(dayOf(fact));
    }
    return [...days].sort((a, b) => a - b);
  };
}
