import type { Finding } from '../problem.ts';
import type { Event, ExtendedBy } from '../schema/after.ts';
import type { Form } from '../schema/form.ts';
import { say } from '../words.ts';
import { dutyVariables } from './entry-place.ts';
import { fieldsOfMatch } from './matching.ts';
import { namedInProblems } from './named-in.ts';
import { nthProblems } from './nth-check.ts';
import { conditionProblems, unknownName } from './problems.ts';
import { selfAnswers } from './self-answer.ts';
import { termProblems } from './term.ts';
import type { CheckContext } from './types.ts';

/** What is wrong with the event a duty follows: names, kinds of fields, and whom it can be about. `at` is that of the rule. */
export function checkEvent(
  event: Event,
  until: string | null,
  at: string,
  context: CheckContext,
  key: 'after' | 'before' = 'after',
): Finding[] {
  const { parts } = context;
  const form = parts.forms.get(event.form);
  if (!form) return unknownName('form', event.form, parts.forms, `${at}/${key}/form`);
  return [
    ...(event.date === undefined ? [] : dateField(form, event.date, `${at}/${key}/date`)),
    ...(until === null ? [] : dateField(form, until, `${at}/until/field`)),
    ...conditionProblems(event.where, dutyVariables(form, parts), `${at}/${key}/where`),
    ...nthProblems(event, `${at}/${key}/nth`),
    ...matchProblems(event, form, `${at}/${key}/match`, context),
    ...(typeof event.about === 'object' ? namedInProblems(event.about, form, `${at}/${key}/about`, context) : []),
    ...(key === 'after' ? selfAnswers(event, form, context) : []),
    ...(event.about === 'above' && !form.subject.organisation ? [notAbove(`${at}/${key}/about`)] : []),
  ];
}

const fieldsOf = (form: Form) => new Map(form.fields.map((field) => [field.id, field]));

function dateField(form: Form, id: string, at: string): Finding[] {
  const field = fieldsOf(form).get(id);
  if (!field) return unknownName('field', id, fieldsOf(form), at);
  if (field.type === 'date') return [];
  return [
    {
      code: 'not-a-date',
      at,
      words: say(`字段“${id}”不是日期`, `The field “${id}” is not a date`),
      wayOut: say('改用日期字段', 'Name a field of type date'),
    },
  ];
}

/** What is wrong with the entries that extend a term; they must say which event they mean where events are told apart. */
export function extensionProblems(
  part: ExtendedBy | undefined,
  event: Event,
  at: string,
  context: CheckContext,
): Finding[] {
  if (part === undefined) return [];
  const { parts } = context;
  const here = `${at}/extended_by`;
  const form = parts.forms.get(part.form);
  if (!form) return unknownName('form', part.form, parts.forms, `${here}/form`);
  const own = parts.forms.get(event.form);
  const match = part.match ?? event.match;
  return [
    ...('until' in part ? dateField(form, part.until, `${here}/until`) : termProblems(part.by, part.days, here, 'by')),
    ...conditionProblems(part.where, dutyVariables(form, parts), `${here}/where`),
    ...(match === undefined || !own
      ? []
      : nameable(match, own, [form], part.match === undefined ? here : `${here}/match`)),
  ];
}

/** Both sides must have the field, and it must be something one can name. */
function matchProblems({ match }: Event, form: Form, at: string, { parts, obligation }: CheckContext): Finding[] {
  if (match === undefined) return [];
  const counted = obligation.counts.flatMap((part) => parts.forms.get(part.form) ?? []);
  return nameable(match, form, counted, at);
}

/** Fields of one value by which an event can be told from others. */
const NAMEABLE: ReadonlySet<string> = new Set(['text', 'integer', 'choice', 'subject']);

function nameable(match: NonNullable<Event['match']>, form: Form, others: readonly Form[], at: string): Finding[] {
  const { event, entry } = fieldsOfMatch(match);
  const named = (one: Form, id: string): Finding[] => {
    const fields = fieldsOf(one);
    const type = fields.get(id)?.type;
    if (type === undefined) return unknownName('field', id, fields, at);
    return NAMEABLE.has(type) ? [] : [notNameable(id, at)];
  };
  return [...named(form, event), ...others.flatMap((one) => named(one, entry))];
}

const notNameable = (id: string, at: string): Finding => ({
  code: 'cannot-match',
  at,
  words: say(
    `不能按字段“${id}”对应：须是文字、整数、选项或名册中的一个`,
    `“${id}” cannot be matched: it must be a text, a whole number, a choice or one of the register`,
  ),
  wayOut: say('改用编号、文号一类的字段', 'Use a field such as a number of the document'),
});

const notAbove = (at: string): Finding => ({
  code: 'never-reached',
  at,
  words: say(
    '该表单不是关于组织的，上级不会有这种记录',
    'The form is not about organisations, so none above has such an entry',
  ),
  wayOut: say('删去 about，或改用关于组织的表单', 'Remove about, or use a form about organisations'),
});
