import { v7 as uuidv7 } from 'uuid';
import { beforeAll, expect, it } from 'vitest';
import { signIn } from '../client.ts';
import { packFolder } from '../packs/pack-commands.ts';
import { PASSWORD } from '../world/build-world.ts';
import { openCounty } from '../world/open-county.ts';
import { SCHEME_PACK } from '../world/small-scheme.ts';

const open = await openCounty();
const { usernames, organisations } = open.county;

beforeAll(async () => {
  const clerk = await signIn(open.server.address, usernames.clerk, PASSWORD);
  for (const [month, attended] of [
    ['07', 30],
    ['08', 30],
    ['09', 9],
  ] as const) {
    await clerk.call('records.enter', {
      id: uuidv7(),
      form: 'meeting',
      subject: { kind: 'organisation', id: organisations.wangzhuang },
      data: { held_on: `2026-${month}-10`, kind: 'members_meeting', expected: 30, attended },
    });
  }
});

it('an officer reads a result, sees why, and tries another rule before it is in force', async () => {
  const page = await open.browser.newPage({ width: 1440, height: 900, as: usernames.county });
  await page.goto('/ratings?rating=village-year');
  await page.getByText('还差 1 个').first().waitFor();
  await page.getByRole('button', { name: '王庄村' }).click();
  const panel = page.getByRole('dialog');
  await panel.getByText('“到会情况”“会议缺席过半”少一次').first().waitFor();
  await panel.getByText('召开会议（3 × 10').first().waitFor();
  await panel.getByRole('row', { name: /2026年 合格 75 1/ }).waitFor();
  await panel.getByRole('button', { name: /Close|关闭/ }).click();

  await page.getByRole('button', { name: '试改规则' }).click();
  await page.getByLabel('每次会议分值').fill('20');
  await page.getByRole('button', { name: '试算' }).click();
  const outcome = page.getByRole('dialog');
  await outcome.getByText('上升 1，下降 0，不变 4').waitFor();
  expect(await outcome.getByRole('listitem').filter({ hasText: '王庄村' }).textContent()).toContain('75 → 90');
  await page.context().close();
});

it('a version of next year, and a folder that is not in force, are compared on the same facts', async () => {
  const changed = (version: string, points: string) =>
    SCHEME_PACK.map(({ path, text }) => ({
      path,
      text: text.replace('version: 1.0.0', `version: ${version}`).replace('points: 5,', `points: ${points},`),
    }));
  const officer = await signIn(open.server.address, usernames.county, PASSWORD);
  await officer.call('packs.apply', { files: changed('1.1.0', '15'), from: '2027-01-01' });

  const page = await open.browser.newPage({ width: 1440, height: 900, as: usernames.county });
  await page.goto('/ratings?rating=village-year&period=2026');
  await page.getByRole('button', { name: '试改规则' }).click();
  const panel = page.getByRole('dialog');
  await panel.getByRole('combobox', { name: '村级考核办法' }).click();
  await page.getByTitle('1.1.0（2027-01-01 起）').click();
  await panel.getByRole('button', { name: '试算' }).click();
  await panel.getByText('上升 0，下降 1，不变 4').waitFor();
  await panel
    .getByRole('listitem')
    .filter({ hasText: /5 分.*15 分/ })
    .waitFor();

  await page.reload();
  await page.getByRole('button', { name: '试改规则' }).click();
  await panel.locator('input[type=file]').setInputFiles(packFolder(changed('1.2.0', '20')));
  await panel.getByText(/2 个文件|3 个文件/).waitFor();
  await panel.getByRole('button', { name: '试算' }).click();
  await panel.getByText('上升 0，下降 1，不变 4').waitFor();
  expect(await panel.getByRole('listitem').filter({ hasText: '王庄村' }).textContent()).toContain('75 →');

  await panel.locator('input[type=file]').setInputFiles(packFolder(changed('1.3.0', 'many')));
  await panel.getByRole('button', { name: '试算' }).click();
  await panel.getByText('ratings/ratings.yaml:').first().waitFor();
  await page.context().close();
});

it('a township sees its own villages alone, finds one by name, and takes the list away', async () => {
  const page = await open.browser.newPage({ width: 390, height: 844, as: usernames.east });
  await page.goto('/ratings?rating=village-year&period=2026');
  await page.getByRole('button', { name: '李庄村' }).waitFor();
  expect(await page.getByRole('button', { name: '柳林村' }).count()).toBe(0);
  await page.getByLabel('按名称查找').fill('王庄');
  await page.getByText('1 个对象').waitFor();
  expect(await page.getByRole('button', { name: '李庄村' }).count()).toBe(0);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '导出表格' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
  await page.context().close();
});
