import { editorSchemaText } from './src/pack/json-schema.ts';
import { packSchema } from './src/pack/sections.ts';
import { readFileSync } from 'node:fs';
console.log('raw', JSON.stringify(packSchema.rating).length);
let t=process.cpuUsage(); const s = editorSchemaText('rating','en'); console.log('cpu ms', process.cpuUsage(t).user/1000, s === readFileSync('./engine/schema/en/rating.schema.json','utf8'));
