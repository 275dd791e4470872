import { isTime } from '../condition/time.ts';
import type { FieldValue } from '../facts.ts';
import type { Field } from '../schema/form.ts';
import { counted } from '../words.ts';
import { type FieldProblem, says } from './problem.ts';
import { subjectsProblem } from './subjects-problem.ts';

/** The problem of one answered field by its type and limits; undefined when it fits. */
export function typeProblem(field: Field, value: FieldValue, today: string): FieldProblem | undefined {
  switch (field.type) {
    case 'text':
      return textProblem(field, value);
    case 'integer':
    case 'decimal':
      return numberProblem(field, value);
    case 'date':
      return dateProblem(field, value, today);
    case 'time':
      return typeof value === 'string' && isTime(value)
        ? undefined
        : says(field, 'time', '应为钟点，如 08:30', 'write a time such as 08:30');
    case 'boolean':
      return typeof value === 'boolean' ? undefined : says(field, 'type', '请选“是”或“否”', 'choose yes or no');
    case 'choice':
    case 'choices':
      return choiceProblem(field, value);
    case 'subject':
      return typeof value === 'string' ? undefined : says(field, 'type', '请从名册中选', 'choose from the register');
    case 'subjects':
      return subjectsProblem(field, value);
    case 'file':
      return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
        ? undefined
        : says(field, 'file', '请重新添加附件', 'add the file again');
  }
}

const DEFAULT_LENGTH = 200;

function textProblem(field: Extract<Field, { type: 'text' }>, value: FieldValue): FieldProblem | undefined {
  if (typeof value !== 'string') return says(field, 'type', '应为文字', 'write text');
  const max = field.max ?? DEFAULT_LENGTH;
  const length = [...value].length;
  if (length > max)
    return says(
      field,
      'max',
      `最多 ${max} 字，现有 ${length} 字，请缩短`,
      `at most ${max} characters, not ${length}; shorten it`,
    );
  if (field.pattern && !new RegExp(field.pattern, 'u').test(value)) {
    return says(field, 'pattern', '格式不对，请看字段说明', 'has the wrong form; see the hint');
  }
  return undefined;
}

function numberProblem(
  field: Extract<Field, { type: 'integer' | 'decimal' }>,
  value: FieldValue,
): FieldProblem | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) return says(field, 'type', '应为数字', 'write a number');
  const digits = field.type === 'decimal' ? field.decimals : 0;
  if (decimalsOf(value) > digits) {
    return digits === 0
      ? says(field, 'decimals', '应为整数', 'write a whole number')
      : says(field, 'decimals', `最多 ${digits} 位小数`, `at most ${counted(digits, 'decimal')}`);
  }
  if (field.min !== undefined && value < Number(field.min)) {
    return says(field, 'min', `不能小于 ${field.min}`, `may not be below ${field.min}`);
  }
  if (field.max !== undefined && value > Number(field.max)) {
    return says(field, 'max', `不能大于 ${field.max}`, `may not be above ${field.max}`);
  }
  return undefined;
}

/** Decimals of a number as it is written shortest: 0.1 has one, 1e-7 has seven. */
function decimalsOf(value: number): number {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  return Math.max(0, (mantissa.split('.')[1]?.length ?? 0) - Number(exponent));
}

function dateProblem(
  field: Extract<Field, { type: 'date' }>,
  value: FieldValue,
  today: string,
): FieldProblem | undefined {
  if (typeof value !== 'string' || !isDay(value)) {
    return says(field, 'date', '应为日期，如 2026-09-01', 'write a day such as 2026-09-01');
  }
  if (field.not_future && value > today) {
    return says(field, 'not-future', `不能晚于今天（${today}）`, `may not be after today (${today})`);
  }
  return undefined;
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function choiceProblem(
  field: Extract<Field, { type: 'choice' | 'choices' }>,
  value: FieldValue,
): FieldProblem | undefined {
  const many = Array.isArray(value);
  if (many !== (field.type === 'choices') || (!many && typeof value !== 'string')) {
    return says(field, 'type', '请从选项中选', 'choose from the options');
  }
  const known = new Set(field.options.map((option) => option.id));
  const chosen = (many ? value : [value]) as readonly string[];
  const strange = chosen.find((id) => !known.has(id));
  if (strange !== undefined) {
    const titles = field.options.map((option) => option.title);
    return says(
      field,
      'option',
      `没有“${strange}”这个选项，可选：${titles.map((one) => one['zh-CN']).join('、')}`,
      `there is no option "${strange}"; choose one of ${titles.map((one) => one.en).join(', ')}`,
    );
  }
  if (new Set(chosen).size < chosen.length) return says(field, 'option', '有重复的选项', 'names an option twice');
  return undefined;
}
