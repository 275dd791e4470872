import { describe, expect, it } from 'vitest';
import { productFiles, readText } from './source-files.ts';

const sizes = productFiles()
  .map((path) => ({ path, lines: readText(path).split('\n').length - 1 }))
  .sort((a, b) => a.lines - b.lines);
const quantile = (q: number) => sizes[Math.floor(sizes.length * q)]?.lines ?? 0;

/** Tables of data, not of logic. */
const TABLES = /^app\/src\/platform\/words\//;

describe('room for a source file', () => {
  it('none is above 400 lines', () => {
    expect(sizes.filter(({ path, lines }) => lines > 400 && !TABLES.test(path))).toEqual([]);
  });

  it('nine in ten are within 200 lines, half of them within 75', () => {
    expect(quantile(0.9)).toBeLessThanOrEqual(200);
    expect(quantile(0.5)).toBeLessThanOrEqual(75);
  });
});

describe('room for a function', () => {
  it('none is above 70 lines', () => {
    expect(productFiles().flatMap(longFunctions)).toEqual([]);
  });
});

/** Functions as the formatter leaves them: they end at the first `}` on the indentation of their first line. */
function longFunctions(path: string): string[] {
  const lines = readText(path).split('\n');
  const found: string[] = [];
  for (const [i, line] of lines.entries()) {
    const start = line.match(/^(\s*)(?:export )?(?:default )?(?:async )?function\*? ?(\w+)/);
    if (!start) continue;
    const end = lines.findIndex((other, at) => at > i && other.startsWith(`${start[1]}}`));
    if (end - i > 70) found.push(`${path}:${i + 1} ${start[2]} has ${end - i + 1} lines`);
  }
  return found;
}
