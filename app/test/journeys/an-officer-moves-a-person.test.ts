import { v7 as uuidv7 } from 'uuid';
import { beforeAll, expect, it } from 'vitest';
import { signIn } from '../client.ts';
import { PASSWORD } from '../world/build-world.ts';
import { openCounty } from '../world/open-county.ts';

const open = await openCounty();
const { usernames, organisations } = open.county;

beforeAll(async () => {
  const officer = await signIn(open.server.address, usernames.county, PASSWORD);
  await officer.call('people.add', {
    id: uuidv7(),
    name: '吕小满',
    memberOf: organisations.wangzhuang,
    memberSince: '2010-07-01',
  });
});

it('an officer moves a person to another village, with day and reason, and reads where that one belonged', async () => {
  const page = await open.browser.newPage({ width: 1440, height: 900, as: usernames.county });
  await page.goto(`/organisations/${organisations.wangzhuang}`);
  await page.getByRole('tab', { name: '人员' }).click();
  await page.getByRole('searchbox', { name: '姓名、拼音或首字母' }).fill('lvxiaoman');
  await page.getByRole('button', { name: /吕小满/ }).click();
  const panel = page.getByRole('dialog');
  await panel.getByText('没有转接过组织关系').waitFor();
  const save = panel.getByRole('button', { name: '登记转接' });
  expect(await save.isDisabled()).toBe(true);

  await panel.getByRole('combobox').fill('李庄');
  await page.getByRole('option', { name: /李庄村/ }).waitFor({ state: 'attached' });
  await panel.getByRole('combobox').press('Enter');
  await panel.getByRole('textbox', { name: /自哪一天起/ }).click();
  await page.locator('.ant-picker-cell-in-view').first().click();
  await panel.getByRole('textbox', { name: /原因/ }).fill('婚迁');
  await save.click();

  await panel.getByText('转出原因：婚迁').waitFor();
  expect(await panel.textContent()).toContain('李庄村');
  await page.context().close();
});

it('a village clerk reads the roll and has no way to move anybody', async () => {
  const page = await open.browser.newPage({ width: 390, height: 844, as: usernames.clerk });
  await page.goto(`/organisations/${organisations.wangzhuang}`);
  await page.getByRole('tab', { name: '人员' }).click();
  await page.locator('.people-list button').first().click();
  await page.getByRole('dialog').getByText('组织关系沿革').waitFor();
  expect(await page.getByRole('button', { name: '登记转接' }).count()).toBe(0);
  await page.context().close();
});
