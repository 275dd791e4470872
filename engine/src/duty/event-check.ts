import type { Finding } from '../problem.ts';
import type { Event } from '../schema/after.ts';
import type { Form } from '../schema/form.ts';
import { say } from '../words.ts';
import { formVariables } from './form-variables.ts';
import { fieldsOfMatch } from './matching.ts';
import { namedInProblems } from './named-in.ts';
import { conditionProblems, unknownName } from './problems.ts';
import type { CheckContext } from './types.ts';

/** What is wrong with the event a duty follows: names, kinds of fields, and whom it can be about. `at` is that of the rule. */
export function checkEvent(event: Event, until: string | null, at: string, context: CheckContext): Finding[] {
  const { parts } = context;
  const form = parts.forms.get(event.form);
  if (!form) return unknownName('form', event.form, parts.forms, `${at}/after/form`);
  return [
    ...(event.date === undefined ? [] : dateField(form, event.date, `${at}/after/date`)),
    ...(until === null ? [] : dateField(form, until, `${at}/until/field`)),
    ...conditionProblems(event.where, formVariables(form, parts), `${at}/after/where`),
    ...matchProblems(event, form, `${at}/after/match`, context),
    ...(typeof event.about === 'object' ? namedInProblems(event.about, form, `${at}/after/about`, context) : []),
    ...(event.about === 'above' && !form.subject.organisation ? [notAbove(`${at}/after/about`)] : []),
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

/** Both sides must have the field, and it must be something one can name. */
function matchProblems({ match }: Event, form: Form, at: string, { parts, obligation }: CheckContext): Finding[] {
  if (match === undefined) return [];
  const { event, entry } = fieldsOfMatch(match);
  const named = (one: Form, id: string): Finding[] => {
    const fields = fieldsOf(one);
    const type = fields.get(id)?.type;
    if (type === undefined) return unknownName('field', id, fields, at);
    return type === 'text' || type === 'integer' || type === 'choice' ? [] : [notNameable(id, at)];
  };
  const counted = obligation.counts.flatMap((part) => parts.forms.get(part.form) ?? []);
  return [...named(form, event), ...counted.flatMap((one) => named(one, entry))];
}

const notNameable = (id: string, at: string): Finding => ({
  code: 'cannot-match',
  at,
  words: say(
    `不能按字段“${id}”对应：须是文字、整数或选项`,
    `“${id}” cannot be matched: it must be a text, a whole number or a choice`,
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
