import type { Words } from '@luoshi/engine';
import type { TObject } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';
import Value from 'typebox/value';
import { type FieldError, invalid } from './action-error.ts';

const validators = new WeakMap<TObject, Validator>();

function validatorOf(schema: TObject): Validator {
  const found = validators.get(schema);
  if (found) return found;
  const made = Compile(schema);
  validators.set(schema, made);
  return made;
}

/** Turns query parameters and command-line words into the types the schema asks for. */
export const convertText = (schema: TObject, raw: unknown): unknown => Value.Convert(schema, raw);

/**
 * Gives the input back when it fits the schema.
 * @throws ActionError `invalid`, naming each field, its rule and the way out.
 */
export function validateInput(schema: TObject, raw: unknown): unknown {
  assertWritable(raw, '');
  const validator = validatorOf(schema);
  if (validator.Check(raw)) return raw;
  const fields = fieldErrors(validator.Errors(raw) as SchemaError[]);
  throw invalid(
    'invalid-input',
    {
      'zh-CN': `提交的内容有 ${fields.length} 处不符合要求：${fields.map((f) => f.words['zh-CN']).join('；')}`,
      en: `${fields.length} field(s) do not fit: ${fields.map((f) => f.words.en).join('; ')}`,
    },
    fields,
  );
}

/**
 * Text that no database and no file can hold: the null character and halves of characters.
 * @throws ActionError `invalid`, naming the field.
 */
function assertWritable(raw: unknown, path: string): void {
  if (typeof raw === 'string') {
    if (raw.isWellFormed() && !raw.includes('\0')) return;
    const field = path || 'input';
    const words = {
      'zh-CN': `“${field}”含有无法保存的字符，请重新输入`,
      en: `"${field}" holds characters that cannot be kept; type it again`,
    };
    throw invalid('invalid-input', words, [{ field, rule: 'characters', words }]);
  }
  if (typeof raw !== 'object' || raw === null) return;
  for (const [key, value] of Object.entries(raw)) {
    assertWritable(key, path);
    assertWritable(value, path ? `${path}.${key}` : key);
  }
}

interface SchemaError {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: Record<string, unknown>;
  readonly message: string;
}

function fieldErrors(errors: readonly SchemaError[]): FieldError[] {
  const byField = new Map<string, FieldError>();
  for (const error of errors) {
    for (const field of fieldsOf(error)) {
      if (!byField.has(field)) byField.set(field, { field, rule: error.keyword, words: say(field, error) });
    }
  }
  return [...byField.values()];
}

function fieldsOf(error: SchemaError): string[] {
  const path = error.instancePath.replace(/^\//, '').replaceAll('/', '.');
  const names = (error.params.requiredProperties ?? error.params.additionalProperties) as string[] | undefined;
  if (!names) return [path || 'input'];
  return names.map((name) => (path ? `${path}.${name}` : name));
}

function say(field: string, error: SchemaError): Words {
  const { params } = error;
  const both = (zh: string, en: string): Words => ({ 'zh-CN': `“${field}”${zh}`, en: `"${field}" ${en}` });
  switch (error.keyword) {
    case 'required':
      return both('必须填写', 'is required');
    case 'additionalProperties':
      return both('不是本操作的字段，请删去', 'is not a field of this action; leave it out');
    case 'type':
      return both(`类型应为 ${params.type}`, `must be of type ${params.type}`);
    case 'pattern':
    case 'format':
      return both('格式不对', 'has the wrong form');
    case 'minLength':
      return both(`至少 ${params.limit} 个字`, `needs at least ${params.limit} characters`);
    case 'maxLength':
      return both(`最多 ${params.limit} 个字`, `may have at most ${params.limit} characters`);
    case 'minimum':
      return both(`不能小于 ${params.limit}`, `may not be below ${params.limit}`);
    case 'maximum':
      return both(`不能大于 ${params.limit}`, `may not be above ${params.limit}`);
    case 'maxItems':
      return both(`最多 ${params.limit} 项`, `may have at most ${params.limit} items`);
    default:
      return both(`不符合要求（${error.keyword}）`, `does not fit (${error.message})`);
  }
}
