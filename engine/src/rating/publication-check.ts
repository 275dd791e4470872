import { unknownName } from '../duty/problems.ts';
import type { Parts } from '../parts.ts';
import type { Finding } from '../problem.ts';
import type { Rating } from '../schema/rating.ts';
import { say } from '../words.ts';

/** The form of objections is there, is about those who are rated, and holds the day of the answer. */
export function checkPublication({ of, publication }: Rating, parts: Parts): Finding[] {
  const objections = publication?.objections;
  if (!objections) return [];
  const at = '/publication/objections';
  const form = parts.forms.get(objections.form);
  if (!form) return unknownName('form', objections.form, parts.forms, `${at}/form`);
  const kind = 'organisations' in of ? 'organisation' : 'postings' in of ? 'posting' : 'person';
  const fields = new Map(form.fields.map((field) => [field.id, field]));
  return [
    ...(kind in form.subject ? [] : [{ ...OTHERS, at: `${at}/form` }]),
    ...unknownName('field', objections.answered, fields, `${at}/answered`),
    ...((fields.get(objections.answered)?.type ?? 'date') === 'date' ? [] : [{ ...NO_DAY, at: `${at}/answered` }]),
  ];
}

const OTHERS = {
  code: 'wrong-kind',
  words: say('异议表单不是关于被评对象的', 'The form of objections is not about those who are rated'),
  wayOut: say('换成以被评对象为对象的表单', 'Name a form whose subject is of their kind'),
};
const NO_DAY = {
  code: 'wrong-kind',
  words: say('答复日期须是日期字段', 'The field of the answer is a day'),
  wayOut: say('改用 type: date 的字段', 'Name a field of type date'),
};
