import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import terms from './r002-terms.json' with { type: 'json' };
import { PACKS, ROOT } from './read-packs.ts';

interface Row {
  readonly id: string;
  readonly term: string;
  readonly state: string;
  readonly where: readonly string[];
  readonly proof: string;
}

const rows: Row[] = readFileSync(join(ROOT, 'packs/shenxian/COVERAGE.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| R\d{3}-\d{2} \|/.test(line))
  .map((line) => {
    const [id = '', term = '', state = '', where = '', proof = ''] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    return { id, term, state, where: pathsIn(where), proof };
  });

function pathsIn(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, path]) => path as string);
}

describe('COVERAGE.md of shenxian', () => {
  it('lists all 58 rows of R002 exactly once, by their own term', () =>
    expect(rows.map(({ id, term }) => [id, term])).toEqual(Object.entries(terms)));

  it.each(rows.map((row) => [row.id, row] as const))('%s names what exists', (_, { state, where, proof }) => {
    expect(['done', 'waiting']).toContain(state);
    for (const path of [...where, ...pathsIn(proof)]) expect(existsSync(join(ROOT, path)), path).toBe(true);
    if (state === 'waiting') expect(proof).toMatch(/^(documents|dispatch|accountability|measures|appraisals)\b/);
    else {
      expect(where.length).toBeGreaterThan(0);
      expect(pathsIn(proof).length).toBeGreaterThan(0);
    }
  });

  it('names only files that cite the row', () => {
    for (const { id, where, state } of rows) {
      const own = where.filter((path) => path.startsWith('packs/shenxian/') && path.endsWith('.yaml'));
      for (const path of own)
        expect(readFileSync(join(ROOT, path), 'utf8').includes(id), `${path} cites ${id}`).toBe(true);
      if (state === 'done' && own.length === 0) expect(where.join()).toMatch(/national-base|README/);
    }
  });

  it('leaves out no row that a part of the pack cites', () => {
    const cited = new Set(PACKS.flatMap((pack) => JSON.stringify(pack).match(/R002-\d{2}/g) ?? []));
    expect([...cited].filter((id) => !rows.some((row) => row.id === id))).toEqual([]);
  });
});
