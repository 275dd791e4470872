import { isRecord } from '../pack/schema-shape.ts';
import type { Parts } from '../parts.ts';
import type { Form } from '../schema/form.ts';
import type { Words } from '../value.ts';
import type { DiffPart } from './sentences.ts';
import { titleOf } from './titles.ts';

/** Where a name stands: in which part, under which key, beside the fields of which form. */
export interface Named {
  readonly part: DiffPart;
  readonly form: Form | undefined;
  readonly key: string;
}

type Look = (id: string, names: Named) => Words | null | undefined;

const steps: Look = (id, { part }) => titleOf(membersOf(part, 'steps').find((step) => step.id === id));
const scales: Look = (id, { part }) => titleOf(membersOf(part, 'scales').find((scale) => scale.id === id));
const grades: Look = (id, { part }) => titleOf(scalesOf(part).find((grade) => grade.id === id));
/** Deductions and awards of any item, groups of a panel: whatever bears an id inside a step. */
const inside: Look = (id, { part }) => titleOf(bearing(part.after, id) ?? bearing(part.before, id));
const fields: Look = (id, { form }) => form?.fields.find((field) => field.id === id)?.title;
const ownOptions: Look = (id, { form }) => optionIn(form, id);
const options: Look = (id, names) => optionIn(names.form, id) ?? anyForm(names, (form) => optionIn(form, id));
const anyField: Look = (id, names) => anyForm(names, (form) => form.fields.find((field) => field.id === id)?.title);
const attributes: Look = (id, { part: { parts } }) =>
  [...parts.organisationKinds.values(), ...parts.postingKinds.values()]
    .flatMap((kind) => ('attributes' in kind ? (kind.attributes ?? []) : []))
    .find((one) => one.id === id)?.title;
const inList =
  (list: keyof Parts): Look =>
  (id, { part }) => {
    const known = part.parts[list];
    return known instanceof Map ? titleOf(known.get(id)) : null;
  };
const kinds = inList('organisationKinds');
const festivals: Look = (id, { part: { parts } }) =>
  titleOf([...parts.calendars.values()].flatMap((year) => year.festivals).find((one) => one.id === id));

const FORMS = inList('forms');
const PARTS: readonly Look[] = [
  ...[kinds, inList('postKinds'), inList('postingKinds'), inList('units'), inList('measures'), FORMS],
  ...[inList('obligations'), inList('ratings'), inList('parameters'), inList('dutyGroups'), inList('assignments')],
];

/** What is looked for first under some keys; anywhere else whatever bears the name. */
const FIRST: Readonly<Record<string, readonly Look[]>> = {
  form: [FORMS],
  scale: [scales],
  grade: [grades, steps],
  unit: [inList('units')],
  under: [kinds],
  rating: [inList('ratings')],
  obligation: [inList('obligations')],
  measure: [inList('measures')],
  parameter: [inList('parameters')],
  field: [fields, anyField],
  share_of: [fields],
  table: [options],
  of: [steps, fields],
  is: [grades, options],
};
const ANYWHERE: readonly Look[] = [
  steps,
  grades,
  inside,
  fields,
  ...PARTS,
  options,
  scales,
  attributes,
  anyField,
  festivals,
];

/** The title of what bears a name; null for what is no name. */
export function titleOfName(id: string, names: Named): Words | null {
  if (!/^[a-z][a-z0-9]*([._-][a-z0-9]+)*$/.test(id)) return null;
  return first(id, names, [...(FIRST[names.key] ?? []), ...ANYWHERE]);
}

/** The option of a choice by its title, for `data.kind == "waste"`; a grade by its own. */
export const titleOfText = (id: string, names: Named): Words | null =>
  first(id, names, [grades, ownOptions, kinds, inList('postKinds'), options, inList('ratings'), steps]);

function first(id: string, names: Named, looks: readonly Look[]): Words | null {
  for (const look of looks) {
    const title = look(id, names);
    if (title) return title;
  }
  return null;
}

/** A festival of the calendars. */
export const titleOfFestival = (id: string, names: Named): Words | null => festivals(id, names) ?? null;
export const titleOfStep = (id: string, names: Named): Words | null => steps(id, names) ?? null;
export const titleOfField = (id: string, names: Named): Words | null =>
  fields(id, names) ?? anyField(id, names) ?? null;
export const titleOfAttribute = (id: string, names: Named): Words | null => attributes(id, names) ?? null;
export const titleOfPart = (list: 'parameters' | 'measures', id: string, names: Named): Words | null =>
  inList(list)(id, names) ?? null;

/** The form a value reads: named by itself, or by what it reads its entries from. */
export function formOf(value: unknown, parts: Parts, depth = 2): Form | undefined {
  if (!isRecord(value) || depth < 0) return undefined;
  if (typeof value.form === 'string') return parts.forms.get(value.form);
  for (const key of ['entries', 'papers', 'count', 'sum', 'any', 'share', 'times']) {
    const found = formOf(value[key], parts, depth - 1);
    if (found) return found;
  }
  return undefined;
}

function anyForm({ part }: Named, look: (form: Form) => Words | undefined): Words | undefined {
  for (const form of part.parts.forms.values()) {
    const title = look(form);
    if (title) return title;
  }
  return undefined;
}

const optionIn = (form: Form | undefined, id: string): Words | undefined =>
  form?.fields.flatMap((field) => ('options' in field ? field.options : [])).find((one) => one.id === id)?.title;

type Member = Readonly<Record<string, unknown>>;

const membersOf = (part: DiffPart, list: string): Member[] =>
  [part.after, part.before].flatMap((one) =>
    isRecord(one) && Array.isArray(one[list]) ? one[list].filter(isRecord) : [],
  );

const scalesOf = (part: DiffPart): Member[] =>
  membersOf(part, 'scales').flatMap(({ grades: all }) => (Array.isArray(all) ? all.filter(isRecord) : []));

function bearing(value: unknown, id: string): unknown {
  if (Array.isArray(value)) return value.map((one) => bearing(one, id)).find((one) => one !== undefined);
  if (!isRecord(value)) return undefined;
  if (value.id === id && titleOf(value)) return value;
  return Object.values(value)
    .map((one) => bearing(one, id))
    .find((one) => one !== undefined);
}
