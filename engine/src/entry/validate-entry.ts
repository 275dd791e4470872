import type { FieldValue } from '../facts.ts';
import type { Form } from '../schema/form.ts';
import { typeProblem } from './field-problem.ts';
import { type FieldProblem, says } from './problem.ts';
import { conditionsOf, type EntryData, envOf, visibleFields } from './visible-fields.ts';

/**
 * Everything that keeps an entry from being recorded, field by field, in the words of the form. The browser, the server
 * and the spreadsheet import all ask here. Empty when the entry fits.
 *
 * @param context.today the civil day in the jurisdiction, for fields that may not lie in the future
 */
export function validateEntry(form: Form, data: EntryData, context: { readonly today: string }): FieldProblem[] {
  const asked = visibleFields(form, data);
  const problems = asked.flatMap((field): FieldProblem[] => {
    const value = data[field.id];
    if (isEmpty(value)) return field.required ? [says(field, 'required', '必须填写', 'is required')] : [];
    const problem = typeProblem(field, value as FieldValue, context.today);
    return problem ? [problem] : [];
  });
  const strange = Object.keys(data).filter((id) => !form.fields.some((field) => field.id === id));
  const hidden = Object.keys(data).filter(
    (id) => !strange.includes(id) && !asked.some((field) => field.id === id) && !isEmpty(data[id]),
  );
  return [...problems, ...strange.map(unknownField), ...hidden.map(notAsked), ...brokenRules(form, data, problems)];
}

const isEmpty = (value: FieldValue | undefined): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value).length === 0);

const unknownField = (id: string): FieldProblem => ({
  field: id,
  rule: 'unknown-field',
  words: { 'zh-CN': `表中没有字段“${id}”，请删去`, en: `The form has no field "${id}"; leave it out` },
});

const notAsked = (id: string): FieldProblem => ({
  field: id,
  rule: 'not-asked',
  words: {
    'zh-CN': `按其他字段的答案，不必填“${id}”，请清空`,
    en: `Given the other answers "${id}" is not asked; clear it`,
  },
});

/** Rules over several fields are asked once each field fits by itself. One that cannot be decided yet does not object. */
function brokenRules(form: Form, data: EntryData, problems: readonly FieldProblem[]): FieldProblem[] {
  if (problems.length > 0) return [];
  const env = envOf(form, data);
  return conditionsOf(form).rules.flatMap(({ holds, rule }) =>
    holds(env) === false ? [{ field: '', rule: 'rule', words: rule.message }] : [],
  );
}
