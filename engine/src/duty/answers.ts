import { compilePredicate, conditionWords, nameWords, record, type Variables } from '../condition.ts';
import type { Fact } from '../facts.ts';
import type { Finding } from '../problem.ts';
import type { Event } from '../schema/after.ts';
import type { Form } from '../schema/form.ts';
import type { Counts, Obligation } from '../schema/obligation.ts';
import type { Words } from '../value.ts';
import { fieldType } from '../variables.ts';
import { say } from '../words.ts';
import { dutyEnv, dutyVariables } from './entry-place.ts';
import { aboutWhom } from './form-variables.ts';
import { conditionProblems } from './problems.ts';
import type { BareSpan, CheckContext, CompileContext, SpanQuery } from './types.ts';

type Judged = Pick<BareSpan, 'accepts' | 'declined'>;
type Answered = (fact: Fact, query: SpanQuery, match: Judged) => Judged;

/** What a condition on an entry and its event reads: the entry, and under `event` the fields of the event, called so. */
export function variablesOf(form: Form, event: Form, parts: CompileContext['parts']): Variables {
  const fields = event.fields.map((field) => {
    const { 'zh-CN': zh, en } = field.title;
    return [field.id, { ...fieldType(field), title: say(`事由的${zh}`, `${en} (of the event)`) }] as const;
  });
  return { ...dutyVariables(form, parts), event: record(Object.fromEntries(fields)) };
}

/** The fields of an event, its date among them. */
export const eventData = (fact: Fact, form: Form | undefined): Fact['data'] => ({
  ...fact.data,
  [form?.date ?? 'date']: fact.data[form?.date ?? 'date'] ?? fact.date,
});

/** The event a duty follows; null when it follows no entry. */
export function eventOf({ when }: Obligation): Event | null {
  if ('after' in when && 'form' in when.after) return when.after;
  return 'before' in when ? when.before : null;
}

/** `counts: [{ form: repair, answers: "data.places >= event.places" }]`: an entry counts for the events it satisfies. */
export function compileAnswers(event: Event, { parts, obligation }: CompileContext): Answered {
  const asked = parts.forms.get(event.form);
  const rules = obligation.counts.map(({ form: id, answers }) => {
    const form = parts.forms.get(id);
    if (answers === undefined || !form || !asked) return null;
    const variables = variablesOf(form, asked, parts);
    return { id, variables, holds: compilePredicate(answers, variables) };
  });
  if (!rules.some((rule) => rule !== null)) return (_fact, _query, match) => match;
  return (fact, { index, asOf }, match) => {
    const asks = eventData(fact, asked);
    const judge = (item: number, row: number): Words | null => {
      const rule = rules[item];
      const answer = rule && index?.columns(rule.id).facts[row];
      if (!rule || !answer || !index) return null;
      const env = { ...dutyEnv(answer, aboutWhom(answer, index), asOf, parts), event: asks };
      const holds = rule.holds(env);
      return holds === true ? null : whyNot(rule, holds, { data: answer.data, event: asks });
    };
    return {
      accepts: (item, row) => match.accepts?.(item, row) !== false && judge(item, row) === null,
      declined: (item, row) =>
        match.accepts?.(item, row) === false ? (match.declined?.(item, row) ?? null) : judge(item, row),
    };
  };
}

interface Rule {
  readonly variables: Variables;
  readonly holds: { readonly source: string; readonly reads: readonly string[] };
}

function whyNot(
  { variables, holds: { source, reads } }: Rule,
  holds: boolean | undefined,
  held: Readonly<Record<string, Fact['data']>>,
): Words {
  if (holds === false) {
    const { 'zh-CN': zh, en } = conditionWords(source, variables);
    return say(`不符合事由的要求：${zh}`, `not what the event asks: ${en}`);
  }
  const empty = reads.filter((name) => {
    const [of = '', field = ''] = name.split('.');
    const value = held[of]?.[field];
    return of in held && (value === undefined || value === null || value === '');
  });
  const names = empty.map((name) => nameWords(name, variables));
  return say(
    `与事由对照的条件无法判定，未填：${names.map((name) => name['zh-CN']).join('、')}`,
    `what the event asks cannot be judged, not filled in: ${names.map(({ en }) => en).join(', ')}`,
  );
}

/** A condition on the event needs a duty that follows one. */
export function answersProblems(part: Counts, form: Form, at: string, { parts, obligation }: CheckContext): Finding[] {
  const { answers } = part;
  if (answers === undefined) return [];
  const event = eventOf(obligation);
  if (event === null || part.latest || part.carries) return [event === null ? NO_EVENT(at) : STATE(at)];
  const asked = parts.forms.get(event.form);
  return asked ? conditionProblems(answers, variablesOf(form, asked, parts), `${at}/answers`) : [];
}

const NO_EVENT = (at: string): Finding => ({
  code: 'no-event',
  at: `${at}/answers`,
  words: say(
    '这项职责不是随一条记录而来的，没有事由可对照',
    'This duty does not follow an entry: there is no event to set it against',
  ),
  wayOut: say('只看记录本身的条件写在 where 里', 'Write a condition on the entry alone under where'),
});

const STATE = (at: string): Finding => ({
  code: 'no-event',
  at: `${at}/answers`,
  words: say(
    '最近一条和沿用期前的记录是状态，不是对某件事由的答复',
    'The latest entry, or one from before the period, is a state, not an answer to an event',
  ),
  wayOut: say('删去 latest、carries，或把条件写在 where 里', 'Remove latest and carries, or write it under where'),
});
