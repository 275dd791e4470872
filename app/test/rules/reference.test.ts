import { describe, expect, it } from 'vitest';
import { referencePages } from '../../../script/reference/pages.ts';
import { listFiles, readText } from './source-files.ts';

describe('docs/reference', () => {
  const pages = referencePages();
  const written = listFiles('docs/reference/*.md');

  it('has a page for each construct, and no other', () => {
    expect(written.toSorted()).toEqual([...pages.keys()].map((name) => `docs/reference/${name}`).toSorted());
  });

  it('is what the examples and schemas say now (script/check --write)', () => {
    expect(written.filter((path) => readText(path) !== pages.get(path.slice('docs/reference/'.length)))).toEqual([]);
  });

  it('names the keys of each construct but the light of a standing', () => {
    const without = [...pages].filter(([name, text]) => name !== 'README.md' && !text.includes('## 键 · Keys'));
    expect(without.map(([name]) => name)).toEqual(['standing.md']);
  });

  it('lists the answers to what a construct asks', () => {
    expect(pages.get('quota.md')).toContain(
      '`largest-remainder` 最大余数法，总数不变 · largest remainder, the sum stays',
    );
  });
});
