import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Column, writeTable } from './index.ts';

const columns: Column[] = Array.from({ length: 12 }, (_, i) => ({
  key: `c${i}`,
  header: `列${i}`,
  type: i === 0 ? 'date' : i < 4 ? 'integer' : 'text',
}));

function* rows() {
  for (let n = 0; n < 20_000; n++) {
    const value = (i: number) => (i === 0 ? '2026-09-01' : i < 4 ? n * i : `莘县第${n}行第${i}列`);
    yield Object.fromEntries(columns.map((column, i) => [column.key, value(i)]));
  }
}

/** Reads in a process of its own, so that the memory measured is its own. */
const READ = `
const [, module, file, columns] = process.argv;
const { readSheet } = await import(module);
const bytes = (await import('node:fs')).readFileSync(file);
const before = process.memoryUsage().rss;
let count = 0, sum = 0;
const started = performance.now();
for await (const row of readSheet(bytes, { columns: JSON.parse(columns) })) {
  count++; sum += row.cells.c1.value;
  if (count % 100 === 0) await new Promise((done) => setTimeout(done, 1));
}
const grown = process.resourceUsage().maxRSS / 1024 - before / 1024 / 1024;
console.log(JSON.stringify({ count, sum, seconds: (performance.now() - started) / 1000, grown }));
`;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'luoshi-sheet-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each(['xlsx', 'csv'] as const)(
  '20,000 rows of %s are read in bounded memory by a slow consumer',
  async (format) => {
    const file = join(folder, `large.${format}`);
    const stream = writeTable({ title: '大表', columns, rows: rows(), format });
    writeFileSync(file, new Uint8Array(await new Response(stream).arrayBuffer()));
    const module = new URL('./index.ts', import.meta.url).href;
    const args = ['--input-type=module', '-e', READ, module, file, JSON.stringify(columns)];
    const result = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
    expect(result).toMatchObject({ count: 20_000, sum: (19_999 * 20_000) / 2 });
    expect(result.grown, 'MB').toBeLessThan(200);
  },
  60_000,
);
