import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SMALL_PACK } from '../world/small-pack.ts';
import { packCommand, packFolder } from './pack-commands.ts';

const EXAMPLE = {
  path: 'examples/a.yaml',
  text: `- example: 一次会议
  as_of: 2026-12-31
  organisations: [{ id: 东岭村, kind: village }]
  facts: []
  expect: [{ rating: village-year, subject: 东岭村, period: 2026 }]
`,
};
const refused = (...args: string[]) => expect(packCommand(...args)).rejects;

describe('whoever names something else than a pack folder is told what was meant:', () => {
  test('nothing is there', async () => {
    await refused('check', '/nowhere/at/all').toMatchObject({
      words: { 'zh-CN': expect.stringMatching(/没有目录.*pack new/), en: expect.stringMatching(/no folder.*pack new/) },
    });
  });

  test.each([['pack.yaml'], ['ratings']])('%s inside it', async (inside) => {
    const folder = packFolder(SMALL_PACK);
    for (const command of ['check', 'test', 'graph', 'names']) {
      await refused(command, join(folder, inside)).toMatchObject({
        code: 'pack-folder',
        words: {
          'zh-CN': expect.stringContaining(folder.split('/').at(-1) ?? ''),
          en: expect.stringContaining('folder'),
        },
      });
    }
  });

  test('the folder around it', async () => {
    const folder = packFolder(SMALL_PACK.map(({ path, text }) => ({ path: `mine/${path}`, text })));
    await refused('check', folder).toMatchObject({ words: { en: expect.stringMatching(/Did you mean .*mine\?$/) } });
  });
});

test('an example or subject that is not there is no success', async () => {
  const folder = packFolder([...SMALL_PACK, EXAMPLE]);
  await refused('test', folder, '--example', '两次').toMatchObject({
    words: { 'zh-CN': '没有名称含“两次”的例子。有：一次会议', en: expect.stringContaining('There are: 一次会议') },
  });
  await refused('test', folder, '--explain', '--subject', '西河村').toMatchObject({
    words: { 'zh-CN': '例子的 expect 里没有“西河村”。有：东岭村', en: expect.stringContaining('东岭村') },
  });
  expect(await packCommand('test', folder, '--example', '一次', '--subject', '东岭村')).toContain('1 passed');
});

describe('the names a pack may use', () => {
  const OWN = packOn('depends_on: [national-base]\n');

  test('are its own and those it inherits, with fields, whatever is still wrong with its rules', async () => {
    const text = await packCommand('names', packFolder(OWN));
    expect(text).toMatch(/^组织\n {2}nation {2}全国\n/);
    expect(text).toMatch(/\n {2}yuan {2}元\n/);
    expect(text).toMatch(/\n {2}theme-party-day {2}主题党日 {2}\[held_on 开展日期、/);
    expect(text).toMatch(/\n {2}own-form {2}本县表单 {2}\[seen_on 日期\]\n/);
  });

  test('may be looked for by a word, in either language', async () => {
    expect(await packCommand('names', packFolder(OWN), '主任', '--language', 'zh-CN')).toMatch(
      /^职务\n {2}village-director/,
    );
    expect(await packCommand('names', packFolder(OWN), 'yuan', '--language', 'en')).toMatch(
      /^Units\n {2}yuan {2}\S+\n$/,
    );
    await refused('names', packFolder(OWN), '没有的').toMatchObject({
      words: { 'zh-CN': expect.stringContaining('没有含“没有的”的名字'), en: expect.stringContaining('No name has') },
    });
  });

  function packOn(more: string) {
    return [
      {
        path: 'pack.yaml',
        text: `id: own\nversion: 1.0.0\ntitle: 本县\nauthority: 本县\nin_force: { from: "2026-01-01" }\n${more}`,
      },
      {
        path: 'forms/own.yaml',
        text: `id: own-form
title: 本县表单
source: { document: 办法 }
owner: 组织部
frequency: month
minutes: 2
subject: { organisation: [hamlet] }
date: seen_on
entered_by: [township-officer]
fields: [{ id: seen_on, title: 日期, type: date, required: true }]
`,
      },
    ];
  }
});
