import type { TSchema } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';
import type { Finding } from '../problem.ts';
import type { JsonSchema } from './schema-shape.ts';
import { walk } from './walk.ts';

const validators = new WeakMap<TSchema, Validator>();

function validatorOf(schema: TSchema): Validator {
  const known = validators.get(schema);
  if (known) return known;
  const made = Compile(definitionsIn(schema), schema);
  validators.set(schema, made);
  return made;
}

/**
 * The schemas that others refer to, by name. Given apart they are found at once; otherwise the whole schema is searched for each
 * reference anew, which takes ten times as long as all the rest.
 */
function definitionsIn(schema: unknown, found: Record<string, TSchema> = {}, seen = new Set<unknown>()) {
  if (typeof schema !== 'object' || schema === null || seen.has(schema)) return found;
  seen.add(schema);
  for (const [key, part] of Object.entries(schema)) {
    if (key === '$defs') Object.assign(found, part);
    definitionsIn(part, found, seen);
  }
  return found;
}

/** What is wrong with a value by its schema; empty when it fits. Messages name the key that is wrong. */
export function validate(schema: TSchema, value: unknown): Finding[] {
  const validator = validatorOf(schema);
  if (validator.Check(value)) return [];
  const found: Finding[] = [];
  walk(schema as JsonSchema, value, { at: '', defs: {}, report: (finding) => found.push(finding) });
  if (found.length > 0) return found;
  const [deepest] = validator
    .Errors(value)
    .map(({ instancePath }) => instancePath)
    .sort((a, b) => b.split('/').length - a.split('/').length);
  return [
    {
      code: 'schema',
      at: deepest ?? '',
      words: { 'zh-CN': '此处缺少内容，或多出内容', en: 'Something is missing here, or too much' },
      wayOut: {
        'zh-CN': '对照 docs/reference 中的说明和示例修改',
        en: 'Compare it with the words and examples in docs/reference',
      },
    },
  ];
}
