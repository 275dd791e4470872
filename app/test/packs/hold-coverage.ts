import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type PackId, packsFor, ROOT } from './read-packs.ts';

interface Row {
  readonly id: string;
  readonly term: string;
  readonly state: string;
  readonly where: readonly string[];
  readonly proof: string;
}

/** What a row that is not done may wait for. */
const CAPABILITIES =
  /^(documents|dispatch|accountability|measures|appraisals|cases|projects|funds|decisions|disclosure|requests)\b/;

/** Holds that the pack's COVERAGE.md lists every row of its source, and that what it names exists and cites the row. */
export function holdCoverage(pack: PackId, source: string): void {
  const terms = JSON.parse(readFileSync(join(ROOT, `app/test/packs/terms/${source}.json`), 'utf8')) as Record<
    string,
    string
  >;
  const rows = readRows(pack);
  describe(`COVERAGE.md of ${pack}`, () => {
    it(`lists all rows of ${source} exactly once, by their own term`, () =>
      expect(rows.map(({ id, term }) => [id, term])).toEqual(Object.entries(terms)));

    it.each(rows.map((row) => [row.id, row] as const))('%s names what exists', (_, { state, where, proof }) => {
      expect(['done', 'waiting']).toContain(state);
      for (const path of [...where, ...pathsIn(proof)]) expect(existsSync(join(ROOT, path)), path).toBe(true);
      if (state === 'waiting') expect(proof).toMatch(CAPABILITIES);
      else {
        expect(where.length).toBeGreaterThan(0);
        expect(pathsIn(proof).length).toBeGreaterThan(0);
      }
    });

    it('names only files that cite the row', () => {
      for (const { id, where, state } of rows) {
        const own = where.filter((path) => path.startsWith(`packs/${pack}/`) && path.endsWith('.yaml'));
        for (const path of own)
          expect(readFileSync(join(ROOT, path), 'utf8').includes(id), `${path} cites ${id}`).toBe(true);
        if (state === 'done' && own.length === 0) expect(where.join()).toMatch(/national-base|README/);
      }
    });

    it('leaves out no row that a part of the pack cites', () => {
      const citing = new RegExp(`${source}-\\d{2}`, 'g');
      const cited = new Set(packsFor(pack).flatMap((one) => JSON.stringify(one).match(citing) ?? []));
      expect([...cited].filter((id) => !rows.some((row) => row.id === id))).toEqual([]);
    });
  });
}

function readRows(pack: PackId): Row[] {
  return readFileSync(join(ROOT, `packs/${pack}/COVERAGE.md`), 'utf8')
    .split('\n')
    .filter((line) => /^\| R\d{3}-\d{2} \|/.test(line))
    .map((line) => {
      const [id = '', term = '', state = '', where = '', proof = ''] = line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim());
      return { id, term, state, where: pathsIn(where), proof };
    });
}

function pathsIn(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, path]) => path as string);
}
