import type { Field, FieldValue, Form } from '@luoshi/engine';
import fc from 'fast-check';
import { dayAfter } from './random-organisations.ts';

/** What happened to an entry after it was recorded; days are counted from the day before in its life. */
interface Fate {
  readonly confirmation: { readonly outcome: 'confirmed' | 'rejected'; readonly after: number } | null;
  readonly end: { readonly after: number; readonly corrected: Readonly<Record<string, FieldValue>> | null } | null;
}

export interface RandomEntry {
  readonly form: string;
  readonly subject: { readonly kind: 'organisation' | 'posting'; readonly id: string };
  /** The organisation on whose row it shows. */
  readonly place: string;
  readonly date: string;
  readonly recordedOn: string;
  readonly hour: number;
  readonly data: Readonly<Record<string, FieldValue>>;
  readonly fate: Fate;
}

export interface Life {
  readonly kind: 'organisation' | 'posting';
  readonly id: string;
  readonly place: string;
  readonly from: string;
  readonly to: string | null;
}

/** How often a question is left empty, in per cent; one careless county says little about sums, so most are careful. */
export const untidiness = fc.constantFrom(0, 0, 0, 1, 4, 15);

/** Days before which and on which periods turn, beside any other. */
const TURNS = ['2025-12-31', '2026-01-01', '2026-03-31', '2026-04-01', '2026-06-30', '2026-07-01', '2026-09-30'];
const FIRST = '2025-10-01';
const day = fc.oneof(
  { weight: 5, arbitrary: fc.nat(425).map((days) => dayAfter(FIRST, days)) },
  { weight: 1, arbitrary: fc.constantFrom(...TURNS) },
);

const WORDS = ['A1', 'A2', 'B-3', 'C-4'];

const pad = (number: number): string => String(number).padStart(2, '0');

function answer(field: Field): fc.Arbitrary<FieldValue> {
  switch (field.type) {
    case 'integer':
      return fc.integer({ min: Number(field.min ?? 0), max: Math.min(Number(field.max ?? 40), 40 + (field.min ?? 0)) });
    case 'decimal':
      return fc.nat(5_000_000).map((n) => n / 10 ** field.decimals);
    case 'boolean':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...field.options.map(({ id }) => id));
    case 'choices':
      return fc.subarray(field.options.map(({ id }) => id));
    case 'subjects':
      return fc.subarray(WORDS);
    case 'date':
      return day;
    case 'time':
      return fc.nat(1439).map((n) => `${pad(Math.floor(n / 60))}:${pad(n % 60)}`);
    case 'text':
    case 'subject':
    case 'file':
      return fc.constantFrom(...WORDS);
  }
}

/** Nothing was answered: the key is not there, or holds nothing. */
const EMPTY: readonly (FieldValue | undefined)[] = [undefined, null];

function mayBeEmpty(field: Field, untidy: number): fc.Arbitrary<FieldValue | undefined> {
  const empty = field.type === 'text' || field.type === 'choice' ? [...EMPTY, ''] : EMPTY;
  return fc.oneof(
    { weight: 100 - untidy, arbitrary: answer(field) },
    { weight: untidy, arbitrary: fc.constantFrom(...empty) },
  );
}

/** Answers to all questions of a form, those that are only asked at times included. */
function answers(form: Form, untidy: number): fc.Arbitrary<Record<string, FieldValue>> {
  const fields = form.fields.filter(({ id }) => id !== form.date);
  const asked: Record<string, fc.Arbitrary<FieldValue | undefined>> = Object.fromEntries(
    fields.map((field) => [field.id, mayBeEmpty(field, untidy)]),
  );
  return fc.record(asked) as fc.Arbitrary<Record<string, FieldValue>>;
}

const delay = fc.oneof({ weight: 3, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.nat(45) });

const fateOf = (data: fc.Arbitrary<Record<string, FieldValue>>, confirmable: boolean): fc.Arbitrary<Fate> =>
  fc.record({
    confirmation: confirmable
      ? fc.option(
          fc.record({
            outcome: fc.constantFrom(
              'confirmed' as const,
              'confirmed' as const,
              'confirmed' as const,
              'rejected' as const,
            ),
            after: delay,
          }),
          { freq: 8 },
        )
      : fc.constant(null),
    end: fc.oneof(
      { weight: 8, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.record({ after: delay, corrected: fc.option(data, { freq: 2 }) }) },
    ),
  });

interface Drawn {
  readonly date: string;
  readonly delay: number;
  readonly hour: number;
  readonly data: Record<string, FieldValue>;
  readonly fate: Fate;
}

const drawn = (form: Form, untidy: number, date: fc.Arbitrary<string>): fc.Arbitrary<Drawn> => {
  const data = answers(form, untidy);
  return fc.record({
    ...{ date, delay, hour: fc.integer({ min: 1, max: 9 }), data },
    fate: fateOf(data, (form.confirmation ?? 'none') !== 'none'),
  });
};

/** Entries of a form about one subject. What happened before the subject began happened on its first day. */
export function entriesOf(
  form: Form,
  life: Life,
  untidy: number,
  { min, max, dates = day }: { readonly min: number; readonly max: number; readonly dates?: fc.Arbitrary<string> },
): fc.Arbitrary<readonly RandomEntry[]> {
  return fc
    .array(drawn(form, untidy, dates), { minLength: min, maxLength: max, size: 'max' })
    .map((all) => all.map((one) => settle(form, life, one)));
}

function settle(form: Form, life: Life, { date: wished, delay: days, hour, data, fate }: Drawn): RandomEntry {
  const date = wished < life.from ? life.from : wished;
  const { kind, id, place } = life;
  return {
    form: form.id,
    subject: { kind, id },
    place,
    date,
    recordedOn: dayAfter(date, days),
    hour,
    data: { ...data, [form.date]: date },
    fate,
  };
}
