import { type Field, type FieldValue, type Form, validateEntry } from '@luoshi/engine';
import { PLAIN, workPhrases } from './phrases.ts';
import type { Chance } from './random.ts';

type Data = Record<string, FieldValue>;

const TRIES = 40;

/**
 * Believable answers to every question of a form that are not given already; null when no answers fit
 * the form's own rules.
 */
export function fillForm(form: Form, day: string, given: Readonly<Data>, today: string, luck: Chance): Data | null {
  for (let i = 0; i < TRIES; i++) {
    const data = draw(form, day, given, today, luck);
    if (validateEntry(form, data, { today }).length === 0) return data;
  }
  return null;
}

/** Questions asked only on a condition are answered when the form, checked without them, asks for them. */
function draw(form: Form, day: string, given: Readonly<Data>, today: string, luck: Chance): Data {
  const data: Data = { [form.date]: day, ...given };
  let amount: number | undefined;
  for (const field of form.fields) {
    if (field.id in data || field.type === 'file' || field.when !== undefined) continue;
    if (!field.required && !luck.holds(0.7)) continue;
    if (field.type === 'decimal' && field.unit === 'yuan') data[field.id] = amount = money(field, luck, amount);
    else data[field.id] = answer(field, day, luck);
  }
  const conditional = form.fields.some((field) => field.when !== undefined);
  for (const { field: id, rule } of conditional ? validateEntry(form, data, { today }) : []) {
    const field = form.fields.find((one) => one.id === id);
    if (field && rule === 'required') data[field.id] = answer(field, day, luck);
  }
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null));
}

function answer(field: Field, day: string, luck: Chance): FieldValue {
  switch (field.type) {
    case 'text':
      return field.pattern
        ? codeText(luck)
        : luck.pick(field.id === 'work' ? workPhrases(day) : PLAIN).slice(0, field.max ?? 300);
    case 'integer':
      return smallNumber(field.min ?? 0, field.max ?? 40, luck);
    case 'decimal':
      return Number(
        (Number(field.min ?? 0) + luck.next() ** 2 * Math.min(20, Number(field.max ?? 20))).toFixed(field.decimals),
      );
    case 'date':
      return day;
    case 'time':
      return `${String(luck.whole(8, 17)).padStart(2, '0')}:${luck.pick(['00', '10', '20', '30', '40', '50'])}`;
    case 'boolean':
      return luck.holds(0.88);
    case 'choice':
      return luck.pick(field.options).id;
    case 'choices':
      return luck.some(
        field.options.map(({ id }) => id),
        luck.whole(1, Math.min(3, field.options.length)),
      );
    case 'subject':
    case 'subjects':
    case 'file':
      return null;
  }
}

/** What most patterns of codes allow. */
const codeText = (luck: Chance): string => `A${luck.whole(1, 9)}-${String(luck.whole(1, 999)).padStart(3, '0')}`;

/** Whole hundreds; of the amounts of one form a later one is mostly the one before, or what arrived of it. */
function money(field: Field & { type: 'decimal' }, luck: Chance, before?: number): number {
  const amount = before ?? luck.next() ** 2 * 60_000;
  const part = before === undefined || luck.holds(0.6) ? 1 : 0.6 + 0.35 * luck.next();
  const hundreds = Math.max(Number(field.min ?? 0), Math.round((amount * part) / 100) * 100);
  return Math.min(Number(field.max ?? hundreds), hundreds);
}

/** Mostly near the lower end. */
const smallNumber = (min: number, max: number, luck: Chance): number =>
  Math.min(max, min + Math.floor(luck.next() ** 2 * Math.min(40, max - min + 1)));
