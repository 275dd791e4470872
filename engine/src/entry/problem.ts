import type { Field } from '../schema/form.ts';
import type { Words } from '../value.ts';

/** One answer that does not fit: which field, which rule, and what to do. `field` is empty for the form as a whole. */
export interface FieldProblem {
  readonly field: string;
  readonly rule: string;
  readonly words: Words;
}

export const says = (field: Field, rule: string, zh: string, en: string): FieldProblem => ({
  field: field.id,
  rule,
  words: { 'zh-CN': `“${field.title['zh-CN']}”${zh}`, en: `"${field.title.en}": ${en}` },
});
