import { expect, it } from 'vitest';
import { schemeFiles, schemePack, schemeWith } from '../../test/village-scheme.ts';
import { loadPack } from '../pack/load.ts';
import type { Pack } from '../pack/pack.ts';
import { changelogLines, checkChanges, checkChangesSince } from './changes.ts';

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

const dearer = (version: string, changes: string | null): Pack => {
  const pack = schemeWith(['"2026-01-01":20', '"2026-01-01":25'], ['"points":1,', '"points":1.5,']);
  return { ...pack, manifest: { ...pack.manifest, version }, changes };
};
const since = (changes: string, version = '1.1.0') =>
  checkChangesSince(schemePack(), dearer(version, changes)).map(({ code, line, words }) => [code, line, words.en]);

it('finds each changed part that the lines on the version do not name, and gives the line to add', () => {
  const silent =
    '# Changes\n\n## 1.1.0 — in force 2027-01-01\n\n- Clearer words.\n\n## 1.0.0\n\n- marks, village-year\n';
  expect(since(silent)).toEqual([
    [
      'changes-unnamed',
      3,
      'The lines on version 1.1.0 do not speak of a change: “Full marks of reports” from 2026-01-01 on: 20 points → 25 points',
    ],
    [
      'changes-unnamed',
      3,
      'The lines on version 1.1.0 do not speak of a change: Assessment of villages: “Reports”: each “Late report” takes 1.5 points instead of 1',
    ],
  ]);
  const [problem] = checkChangesSince(schemePack(), dearer('1.1.0', silent));
  expect(problem).toMatchObject({
    severity: 'error',
    path: 'example/CHANGES.md',
    wayOut: { en: expect.stringContaining('(marks)') },
  });
});

it('is content with an id or a title in either language, but not with a longer id', () => {
  expect(since('## 1.1.0\n- `marks` and 村年度考核\n')).toEqual([]);
  expect(since('## 1.1.0\n- FULL MARKS OF REPORTS; village-year\n')).toEqual([]);
  expect(since('## 1.1.0\n- marks-old, village-year-2\n').map(([code]) => code)).toEqual([
    'changes-unnamed',
    'changes-unnamed',
  ]);
});

it('reads each line by itself, and a title with signs in it as it is written', () => {
  expect(since('- 1.1.0\n- village-year\n- marks\n- 1.0.0\n')).toEqual([]);
  expect(since('- 1.2.0: village-year\n- 1.1.0: marks\n- 1.0.0\n', '1.2.0')).toEqual([]);
  const titled = (changes: string) => {
    const [before, after] = [schemePack(), dearer('1.1.0', changes)].map((pack) => ({
      ...pack,
      parameters: pack.parameters.map((one) => ({ ...one, title: { 'zh-CN': '满分（报送', en: 'Marks (reports' } })),
    }));
    return checkChangesSince(before as Pack, after as Pack).map(({ words }) => words.en);
  };
  expect(titled('## 1.1.0\n- village-year, marks (reports\n')).toEqual([]);
  expect(titled('## 1.1.0\n- village-year, marking\n')).toHaveLength(1);
});

it('takes what stands under the versions in between, and none from those before', () => {
  expect(since('## 1.2.0\n- village-year\n## 1.1.0\n- marks\n## 1.0.0\n', '1.2.0')).toEqual([]);
  expect(since('## 1.2.0\n- village-year\n## 1.0.0\n- marks\n', '1.2.0').map(([code]) => code)).toEqual([
    'changes-unnamed',
  ]);
  expect(since('## 1.0.0\n').map(([code]) => code)).toEqual(['changes-missing']);
});

it('refuses other content under the same number', () => {
  expect(since('## 1.0.0\n- marks, village-year', '1.0.0').map(([code]) => code)).toEqual(['same-version']);
  expect(checkChangesSince(schemePack(), schemePack())).toEqual([]);
});

it('writes the lines that it asks for', () => {
  const lines = changelogLines(schemePack(), dearer('1.1.0', null));
  expect(lines.en.split('\n').slice(2)).toEqual([
    '- “Full marks of reports” from 2026-01-01 on: 20 points → 25 points',
    '- Assessment of villages: “Reports”: each “Late report” takes 1.5 points instead of 1',
  ]);
  for (const language of ['zh-CN', 'en'] as const) expect(since(lines[language])).toEqual([]);
});

it('asks for each step by name where several of a rating changed: who gets what hangs on each', () => {
  const pack = schemeWith(
    ['"points":1,', '"points":1.5,'],
    ['"weight":60', '"weight":70'],
    ['"weight":40', '"weight":30'],
  );
  const steps = pack.ratings.flatMap(({ steps: all }) => all);
  const [reports, total] = ['reports', 'total'].map((id) => steps.find((step) => step.id === id)?.title['zh-CN']);
  const found = (changes: string) =>
    checkChangesSince(schemePack(), {
      ...pack,
      manifest: { ...pack.manifest, version: '1.1.0' },
      changes: `## 1.1.0\n\n- ${changes}\n`,
    }).map(({ wayOut }) => /（([\w-]+)）/.exec(wayOut['zh-CN'])?.[1]);
  expect(found('village-year').sort()).toEqual(['reports', 'total']);
  expect(found(`village-year：${total}的权重改为七三`)).toEqual(['reports']);
  expect(found(`${reports}、${total}`)).toEqual([]);
});
