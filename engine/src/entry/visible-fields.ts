import { compilePredicate, type Env, type Predicate } from '../condition.ts';
import type { FieldValue } from '../facts.ts';
import type { Field, Form } from '../schema/form.ts';
import { dataVariables } from '../variables.ts';

export type EntryData = Readonly<Record<string, FieldValue>>;

interface Compiled {
  readonly shown: ReadonlyMap<string, Predicate>;
  readonly rules: readonly { readonly holds: Predicate; readonly rule: NonNullable<Form['rules']>[number] }[];
}

const compiled = new WeakMap<Form, Compiled>();

/** The conditions of a form, compiled once. */
export function conditionsOf(form: Form): Compiled {
  const found = compiled.get(form);
  if (found) return found;
  const variables = { data: dataVariables(form) };
  const shown = form.fields.flatMap((field) =>
    field.when ? [[field.id, compilePredicate(field.when, variables)] as const] : [],
  );
  const rules = (form.rules ?? []).map((rule) => ({ rule, holds: compilePredicate(rule.check, variables) }));
  const made = { shown: new Map(shown), rules };
  compiled.set(form, made);
  return made;
}

/** What conditions read: every field has a value, `null` when it was not answered. */
export function envOf(form: Form, data: EntryData): Env {
  return { data: Object.fromEntries(form.fields.map((field) => [field.id, data[field.id] ?? null])) };
}

/** The fields asked, given the answers so far: those without a condition, and those whose condition holds. */
export function visibleFields(form: Form, data: EntryData): Field[] {
  const { shown } = conditionsOf(form);
  const env = envOf(form, data);
  return form.fields.filter((field) => shown.get(field.id)?.(env) ?? !field.when);
}
