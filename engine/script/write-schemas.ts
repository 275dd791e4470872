/** Writes engine/schema/*.schema.json from the schemas of the pack language: `node engine/script/write-schemas.ts`. */
import { writeFileSync } from 'node:fs';
import { editorSchemaText } from '../src/pack/json-schema.ts';
import { packSchema, type Section } from '../src/pack/sections.ts';

for (const section of Object.keys(packSchema) as Section[]) {
  writeFileSync(new URL(`../schema/${section}.schema.json`, import.meta.url), editorSchemaText(section));
}
