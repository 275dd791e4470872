import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 as Ajv, type AnySchemaObject } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Language } from '../value.ts';
import { editorSchemaText } from './json-schema.ts';
import { packSchema, type Section } from './sections.ts';

const sections = Object.keys(packSchema) as Section[];

const made = new Map<string, string>();
/** Each is made once: the largest take a while. */
function textOf(section: Section, language: Language): string {
  const key = `${language} ${section}`;
  const text = made.get(key) ?? editorSchemaText(section, language);
  made.set(key, text);
  return text;
}
const schemaOf = (section: Section, language: Language): AnySchemaObject => JSON.parse(textOf(section, language));

const files = (['zh-CN', 'en'] as const).flatMap((language) => sections.map((section) => ({ section, language })));

describe.each(files)('$language: $section', ({ section, language }) => {
  test('the file for editors is up to date (node engine/script/write-schemas.ts)', () => {
    const file = new URL(`../../schema/${language}/${section}.schema.json`, import.meta.url);
    expect(readFileSync(file, 'utf8')).toBe(textOf(section, language));
  });

  test('is small enough for an editor to read it at each key', () => {
    expect(textOf(section, language).length).toBeLessThan(150_000);
  });

  test('is a JSON Schema another validator understands', () => {
    expect(() => new Ajv({ strict: false }).compile(schemaOf(section, language))).not.toThrow();
  });
});

test.each(['rating', 'measure', 'example'] as const)('written once or many times, it means the same: %s', (section) => {
  const ajv = () => new Ajv({ strict: false });
  const compact = ajv().compile(schemaOf(section, 'zh-CN'));
  const values = readdirSync(EXAMPLES).flatMap((name): readonly object[] => {
    const examples = parse(readFileSync(new URL(name, EXAMPLES), 'utf8'), { merge: true }) as Example[];
    if (section === 'example') return examples;
    return examples.flatMap((one) => one.pack?.[`${section}s`] ?? []).map((one) => ({ source: SOURCE, ...one }));
  });
  expect(values.length).toBeGreaterThan(10);
  for (const value of values) {
    expect(compact(value), JSON.stringify(compact.errors?.slice(0, 3))).toBe(true);
    expect(compact({ ...value, misspelt: 1 })).toBe(false);
  }
});

const EXAMPLES = new URL('../../examples/', import.meta.url);
const SOURCE = { document: 'Example' };

interface Example {
  readonly pack?: Readonly<Record<string, readonly Record<string, unknown>[]>>;
}

test('another validator agrees about a real pack file', () => {
  const validate = new Ajv({ strict: false }).compile(schemaOf('form', 'en'));
  const forms: unknown = parse(
    readFileSync(new URL('../../../packs/national-base/forms/party-life.yaml', import.meta.url), 'utf8'),
  );
  expect(validate(forms), JSON.stringify(validate.errors)).toBe(true);
  expect(validate([{ id: 'x' }])).toBe(false);
});
