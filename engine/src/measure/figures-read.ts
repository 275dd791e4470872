import { Decimal } from '../decimal.ts';
import type { FieldValue } from '../facts.ts';
import type { Parts } from '../parts.ts';
import type { Field, Form } from '../schema/form.ts';
import { known, type Words } from '../value.ts';
import { formatValue } from '../value-json.ts';
import { fieldType } from '../variables.ts';
import { say } from '../words.ts';

/** The fields of a form that something written reads under a name: `plan.weight`. */
export function fieldsRead(name: string, form: Form, written: object): readonly Field[] {
  const said = JSON.stringify(written);
  return form.fields.filter(({ id }) => new RegExp(`\\b${name}\\.${id}\\b`).test(said));
}

/** Which entry was read and what it held: 按 2026-01-15 的“任务书”（权重 10，目标 50）. */
export function figuresRead(
  date: string,
  title: Words,
  fields: readonly Field[],
  data: Readonly<Record<string, FieldValue>>,
  parts: Parts,
): Words {
  const held = fields.map((field) => fieldHeld(field, data[field.id], parts));
  const [zh, en] = [held.map((words) => words['zh-CN']).join('，'), held.map((words) => words.en).join(', ')];
  return say(
    `按 ${date} 的“${title['zh-CN']}”${zh === '' ? '' : `（${zh}）`}`,
    `by “${title.en}” of ${date}${en === '' ? '' : ` (${en})`}`,
  );
}

function fieldHeld(field: Field, value: FieldValue | undefined, parts: Parts): Words {
  const { 'zh-CN': zh, en } = field.title;
  const held = wordsOf(field, value, parts);
  return say(`${zh} ${held['zh-CN']}`, `${en} ${held.en}`);
}

function wordsOf(field: Field, value: FieldValue | undefined, parts: Parts): Words {
  if (value === undefined || value === null || value === '') return say('未填写', 'not recorded');
  if (field.type === 'integer' || field.type === 'decimal') {
    const figure = known(new Decimal(String(value)), field.unit);
    const unit = field.unit === undefined ? undefined : parts.units.get(field.unit)?.title;
    return say(formatValue(figure, unit, 'zh-CN'), formatValue(figure, unit, 'en'));
  }
  if (typeof value === 'boolean') return value ? say('是', 'yes') : say('否', 'no');
  const type = fieldType(field);
  const titles = 'optionTitles' in type ? type.optionTitles : undefined;
  return titles?.[String(value)] ?? say(String(value), String(value));
}
