import { readFileSync } from 'node:fs';
import { Ajv2020 as Ajv } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { editorSchema, editorSchemaText } from './json-schema.ts';
import { packSchema, type Section } from './sections.ts';

const sections = Object.keys(packSchema) as Section[];

describe.each(sections)('%s', (section) => {
  test('the file for editors is up to date (node engine/script/write-schemas.ts)', () => {
    const file = new URL(`../../schema/${section}.schema.json`, import.meta.url);
    expect(readFileSync(file, 'utf8')).toBe(editorSchemaText(section));
  });

  test('is a JSON Schema another validator understands', () => {
    expect(() => new Ajv({ strict: false }).compile(editorSchema(section))).not.toThrow();
  });
});

test('another validator agrees about a real pack file', () => {
  const validate = new Ajv({ strict: false }).compile(editorSchema('form'));
  const forms: unknown = parse(
    readFileSync(new URL('../../../packs/national-base/forms/party-life.yaml', import.meta.url), 'utf8'),
  );
  expect(validate(forms), JSON.stringify(validate.errors)).toBe(true);
  expect(validate([{ id: 'x' }])).toBe(false);
});
