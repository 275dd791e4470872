import type { Form, Policy, Words } from '@luoshi/engine';
import { Type } from 'typebox';
import { WordsSchema } from '../platform/actions/schema.ts';

/** A form as the pack says it. Its shape is the pack language's; here it only travels. */
export const FormSchema = Type.Unsafe<Form>(
  Type.Object({}, { description: 'A form of the pack language; see packs.get for its JSON Schema.' }),
);

export const UnitsSchema = Type.Record(Type.String(), WordsSchema, {
  description: 'The words of the units the forms count in, by id.',
});

/** Forms by id, for whoever reads entries of several. */
export const FormsSchema = Type.Record(Type.String(), FormSchema, {
  description: 'The forms of the entries whose content the caller may read, by id.',
});

/** The forms of entries whose content may be read, and the units they count in. */
export function formsOf(policy: Policy, entries: readonly { readonly form: string; readonly data: unknown }[]) {
  const ids = new Set(entries.filter(({ data }) => data !== null).map(({ form }) => form));
  const forms = [...ids].flatMap((id) => policy.forms.get(id) ?? []);
  return { forms: Object.fromEntries(forms.map((form) => [form.id, form])), units: unitsOf(policy, forms) };
}

/** The words of every unit that fields of the forms count in. */
export function unitsOf(policy: Policy, forms: readonly Form[]): Record<string, Words> {
  const ids = forms.flatMap((form) =>
    form.fields.flatMap((field) => {
      const unit = 'unit' in field ? field.unit : field.type === 'subjects' ? field.share?.unit : undefined;
      return unit ? [unit] : [];
    }),
  );
  return Object.fromEntries(ids.map((id) => [id, wordsOfUnit(policy, id)]));
}

function wordsOfUnit(policy: Policy, id: string): Words {
  const unit = policy.units.get(id);
  return unit?.symbol ?? unit?.title ?? { 'zh-CN': id, en: id };
}
