import { type FieldProblem, type FieldValue, type Form, validateEntry, visibleFields } from '@luoshi/engine';

export type Draft = Readonly<Record<string, FieldValue>>;

/** What a new entry of a form starts with: the day it is about, nothing else is guessed. */
export const emptyDraft = (form: Form, day: string): Draft => ({ [form.date]: day });

/** Only what is asked travels: fields hidden by their condition are left out, empty ones too. */
export function answersOf(form: Form, draft: Draft): Record<string, FieldValue> {
  const asked = visibleFields(form, draft).map((field) => field.id);
  const answers = asked.flatMap((id) => {
    const value = draft[id];
    return value === undefined || value === null || value === '' ? [] : [[id, value] as const];
  });
  return Object.fromEntries(answers);
}

/** Problems by field; those of the form as a whole stand under `''`. */
export function problemsByField(form: Form, draft: Draft, today: string): Map<string, FieldProblem> {
  const problems = validateEntry(form, answersOf(form, draft), { today });
  return new Map(problems.toReversed().map((problem) => [problem.field, problem]));
}
