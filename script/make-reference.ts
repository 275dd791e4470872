/** Writes docs/reference/ and the phrase books from the examples, schemas and phrases: `node script/make-reference.ts`. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { referencePages } from './reference/pages.ts';

const docs = new URL('../docs/', import.meta.url);
const pages = referencePages();
for (const language of ['zh-CN', 'en']) mkdirSync(new URL(`reference/${language}/`, docs), { recursive: true });
for (const name of readdirSync(new URL('reference/', docs), { recursive: true, encoding: 'utf8' })) {
  const path = `reference/${name.replaceAll('\\', '/')}`;
  if (path.endsWith('.md') && !pages.has(path)) rmSync(new URL(path, docs));
}
for (const [path, text] of pages) writeFileSync(new URL(path, docs), text);
