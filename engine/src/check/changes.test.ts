import { expect, it } from 'vitest';
import { schemeFiles, schemePack } from '../../test/village-scheme.ts';
import { loadPack } from '../pack/load.ts';
import { checkChanges } from './changes.ts';

function problemsWith(text: string) {
  const { pack } = loadPack([...schemeFiles(), { path: 'CHANGES.md', text }]);
  return pack ? checkChanges(pack) : null;
}

it('is content with a heading or a list item that names the version', () => {
  expect(problemsWith('# Changes\n\n## 1.0.0 — in force 2026-01-01\n\n- First version.\n')).toEqual([]);
  expect(problemsWith('- 1.0.0: first version\n')).toEqual([]);
});

it('finds a version without a line, and is not misled by a longer number or by plain text', () => {
  for (const text of ['## 1.0.01', '## 11.0.0', '## 1.0.0.1', '1.0.0', '']) {
    expect(problemsWith(text), text).toMatchObject([
      { code: 'changes-missing', severity: 'error', path: 'example/pack.yaml', line: 2 },
    ]);
  }
});

it('finds that the file itself is missing', () => {
  expect(checkChanges(schemePack())).toMatchObject([{ words: { en: 'CHANGES.md is missing' } }]);
});

it('never changes the hash of the rules', () => {
  const { pack } = loadPack([...schemeFiles(), { path: 'CHANGES.md', text: '- 1.0.0' }]);
  expect(pack?.hash).toBe(schemePack().hash);
});
