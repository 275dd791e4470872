import type { AddsToForm } from '../schema/adaptation.ts';
import type { Field, Form } from '../schema/form.ts';
import type { Pack } from './pack.ts';

/** Where something stands that a part took over from another pack. */
export interface Moved {
  readonly pack: Pack;
  readonly key: string;
}

interface AdaptedForm {
  readonly form: Form;
  /** Where what was added is written, by its pointer in the form. */
  readonly from: ReadonlyMap<string, Moved>;
}

/** Forms with what packs below ask in addition: their minutes, their fields behind, their options at the end. */
export function adaptedForms(packs: readonly Pack[], formOf: (id: string) => unknown): readonly AdaptedForm[] {
  const made = new Map<string, { form: Form; readonly from: Map<string, Moved> }>();
  for (const pack of packs)
    for (const added of pack.adaptations) {
      if (!('form' in added)) continue;
      const known = made.get(added.form) ?? { form: formOf(added.form) as Form | undefined, from: new Map() };
      if (known.form === undefined) continue;
      made.set(added.form, { form: extended(known.form, added, pack, known.from), from: known.from });
    }
  return [...made.values()];
}

function extended(form: Form, added: AddsToForm, pack: Pack, from: Map<string, Moved>): Form {
  const key = `adaptation:${added.id}`;
  for (const i of (added.fields ?? []).keys())
    from.set(`/fields/${form.fields.length + i}`, { pack, key: `${key}/fields/${i}` });
  const fields = form.fields.map((field, i) =>
    (added.options ?? []).reduce<Field>((one, { field: id, add }, nth) => {
      if (one.id !== id || (one.type !== 'choice' && one.type !== 'choices')) return one;
      for (const j of add.keys())
        from.set(`/fields/${i}/options/${one.options.length + j}`, { pack, key: `${key}/options/${nth}/add/${j}` });
      return { ...one, options: [...one.options, ...add] };
    }, field),
  );
  return { ...form, minutes: form.minutes + added.minutes, fields: [...fields, ...(added.fields ?? [])] };
}
