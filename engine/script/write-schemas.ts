/** Writes engine/schema/<language>/*.schema.json from the schemas of the pack language: `node engine/script/write-schemas.ts`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { editorSchemaText } from '../src/pack/json-schema.ts';
import { packSchema, type Section } from '../src/pack/sections.ts';

for (const language of ['zh-CN', 'en'] as const) {
  mkdirSync(new URL(`../schema/${language}/`, import.meta.url), { recursive: true });
  for (const section of Object.keys(packSchema) as Section[]) {
    writeFileSync(
      new URL(`../schema/${language}/${section}.schema.json`, import.meta.url),
      editorSchemaText(section, language),
    );
  }
}
