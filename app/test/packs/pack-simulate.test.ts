import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SMALL_PACK } from '../world/small-pack.ts';
import { packCommand, packFolder } from './pack-commands.ts';
import { TWO_VILLAGES } from './two-villages.ts';

const run = (set: readonly string[], ...more: string[]) => {
  const folder = packFolder(SMALL_PACK);
  const file = join(folder, 'facts.txt');
  writeFileSync(file, TWO_VILLAGES);
  const asked = ['--rating', 'village-year', '--period', '2026', '--example', file];
  return packCommand('simulate', folder, ...asked, ...set.flatMap((one) => ['--set', one]), ...more);
};

test('a change is tried on the facts of an example, without a database', async () => {
  expect((await run(['scheme.meeting-marks=20'])).split('\n')).toEqual([
    '村级年度考核: 上升 2',
    '  优秀 1 → 1',
    '  合格 0 → 1',
    '  待提升 1 → 0',
    '起于: 会议召开 2',
    '上升 王庄 · 85 → 100 · 优秀 · 1 · 会议召开 (所读取的内容改变)',
    '上升 李庄 · 45 → 60 · 待提升 → 合格 · 2 · 会议召开 (所读取的内容改变)',
    '',
  ]);
  expect(await run([], '--language', 'en')).toContain('same 2');
});

test('weights move together or not at all', async () => {
  const weights = ['/steps/2/weighted/parts/0/weight=50', '/steps/2/weighted/parts/1/weight=50'];
  const { rows } = JSON.parse(await run(weights, '--json')) as { rows: { name: string; by: string }[] };
  expect(rows.map(({ name, by }) => [name, by])).toEqual([
    ['王庄', '2.5'],
    ['李庄', '5'],
  ]);
  await expect(run(weights.slice(0, 1))).rejects.toThrow('The weights make 90, not 100');
});

test('what is left out is taken from the example; what is not there is named with what is', async () => {
  const folder = packFolder(SMALL_PACK);
  const file = join(folder, 'facts.txt');
  writeFileSync(file, TWO_VILLAGES);
  const simulate = (...more: string[]) => packCommand('simulate', folder, ...more);
  expect(await simulate('--example', file, '--set', 'scheme.meeting-marks=20')).toContain('上升 2');
  expect(await simulate('--example', file)).toMatch(/不变 2[\s\S]*没有写改动.*--against/);
  const words = (zh: RegExp) => ({ words: { 'zh-CN': expect.stringMatching(zh) as string } });
  await expect(simulate('--example', file, '--rating', 'vilage-year')).rejects.toMatchObject(
    words(/^没有评分办法“vilage-year”。包里有：village-year$/),
  );
  await expect(simulate('--example', file, '--period', '2026年')).rejects.toMatchObject(words(/^“2026年”不是.*时段/));
  await expect(simulate('--example', `${file}x`)).rejects.toMatchObject(words(/^没有文件 .*facts\.txtx。/));
  await expect(simulate('--example', file, '--set', 'good=1')).rejects.toMatchObject(
    words(/^没有参数“good”。可改的参数：.*scheme\.meeting-marks.*--set \/steps/),
  );
  await expect(simulate()).rejects.toMatchObject(words(/--period 2026$/));
});

test('two versions are compared on the facts of an example', async () => {
  const older = packFolder(SMALL_PACK);
  const newer = packFolder(
    SMALL_PACK.map(({ path, text }) => ({
      path,
      text: text.replace('{ "2026-01-01": 10 }', '{ "2026-01-01": 20 }'),
    })),
  );
  const file = join(newer, 'facts.txt');
  writeFileSync(file, TWO_VILLAGES);
  expect(await packCommand('simulate', newer, '--against', older, '--example', file)).toContain('上升 2');
});
