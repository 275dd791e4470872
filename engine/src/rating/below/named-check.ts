import { unknownName } from '../../duty/problems.ts';
import type { Parts } from '../../parts.ts';
import type { Others } from '../../schema/rating/others.ts';
import type { Rating } from '../../schema/rating.ts';
import { say } from '../../words.ts';
import type { StepChecker } from '../types.ts';

type Whose = Extract<Others['whose'], { named: unknown } | { attribute: string } | { same: string }>;

const NAMING: ReadonlySet<string> = new Set(['text', 'subject', 'subjects']);

/** Judges that the form and field, or the attribute, by which others are named are there. */
export function checkNamed(whose: Whose, at: string, { parts, rating, add }: StepChecker): boolean {
  if (!('named' in whose)) {
    const [key, id] = 'same' in whose ? (['same', whose.same] as const) : (['attribute', whose.attribute] as const);
    const known = attributesOf(rating, parts);
    const unknown = known === null ? [] : unknownName('attribute', id, known, `${at}/${key}`);
    for (const finding of unknown) add(finding);
    return unknown.length === 0;
  }
  const { form: id, field } = whose.named;
  const form = parts.forms.get(id);
  const fields = new Map((form?.fields ?? []).map((one) => [one.id, one]));
  const unknown = [
    ...unknownName('form', id, parts.forms, `${at}/named/form`),
    ...(form ? unknownName('field', field, fields, `${at}/named/field`) : []),
  ];
  const type = fields.get(field)?.type;
  if (type !== undefined && !NAMING.has(type)) {
    unknown.push({
      code: 'wrong-kind',
      at: `${at}/named/field`,
      words: say(`字段“${field}”不写名称`, `The field “${field}” names nobody`),
      wayOut: say('改用文字或选择对象的字段', 'Use a field of type text, subject or subjects'),
    });
  }
  for (const finding of unknown) add(finding);
  return unknown.length === 0;
}

/** Attributes of the organisations that are rated; null where persons are, of whom anything may be recorded. */
function attributesOf({ of }: Rating, parts: Parts): ReadonlyMap<string, unknown> | null {
  if (!('organisations' in of)) return null;
  return new Map(
    of.organisations.flatMap((kind) =>
      (parts.organisationKinds.get(kind)?.attributes ?? []).map((one) => [one.id, one]),
    ),
  );
}
