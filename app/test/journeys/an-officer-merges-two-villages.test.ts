import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { signIn } from '../client.ts';
import { PASSWORD } from '../world/build-world.ts';
import { openCounty } from '../world/open-county.ts';

const open = await openCounty();
const { usernames, organisations } = open.county;

async function openPanel(page: Page, organisation: string) {
  await page.goto(`/organisations/${organisation}`);
  await page.getByRole('button', { name: '撤并、分设' }).click();
  return page.getByRole('dialog');
}

async function chooseDay(page: Page) {
  await page
    .getByRole('dialog')
    .getByRole('textbox', { name: /自哪一天起/ })
    .click();
  await page.locator('.ant-picker-cell-in-view', { hasText: /^1$/ }).first().click();
}

const fits = async (page: Page) =>
  (await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')) === 0;

it('an officer reads what a merger would bring, records it, and stands before the village that goes on', async () => {
  const page = await open.browser.newPage({ width: 1440, height: 900, as: usernames.county });
  const panel = await openPanel(page, organisations.lizhuang);
  await panel.getByText('填好上面几项').waitFor();
  await panel.getByRole('combobox', { name: /并入哪个组织/ }).fill('王庄');
  await page.getByRole('option', { name: /王庄村/ }).waitFor({ state: 'attached' });
  await panel.getByRole('combobox', { name: /并入哪个组织/ }).press('Enter');
  await chooseDay(page);

  await panel.getByText('现任职务 1 个').or(panel.getByText('账号 1 个')).first().waitFor();
  const told = (await panel.textContent()) ?? '';
  expect(told).toContain('李庄村 终止');
  expect(told).not.toContain('王庄村 保留');
  expect(told).toContain('组织关系 1 人：不会自动转');
  expect(told).toContain('各评各的');

  await panel.getByRole('button', { name: '确认登记' }).click();
  await page.getByRole('heading', { name: '王庄村', level: 1 }).waitFor();
  await page.getByText('“李庄村”并入').waitFor();
  const officer = await signIn(open.server.address, usernames.county, PASSWORD);
  const ended = await officer.call('organisations.get', { id: organisations.lizhuang });
  expect(ended).toMatchObject({ dissolvedOn: '2026-08-31', successors: [{ name: '王庄村', on: '2026-09-01' }] });
  await page.context().close();
});

it('a division beyond the whole is refused in words, and recorded once it is mended; on a phone too', async () => {
  const page = await open.browser.newPage({ width: 390, height: 844, as: usernames.county });
  const panel = await openPanel(page, organisations.gaomiao);
  await panel.getByText('从本组织分设新组织').click();
  await panel.getByRole('button', { name: '再加一个新组织' }).click();
  for (const [at, name] of ['高庙东村', '高庙西村'].entries()) {
    await panel.getByRole('textbox', { name: /^名称/ }).nth(at).fill(name);
    await panel
      .getByLabel(/承继记录的百分之几/)
      .nth(at)
      .fill('70');
  }
  await chooseDay(page);
  const save = panel.getByRole('button', { name: '确认登记' });
  await panel.getByText('高庙东村 · ').first().waitFor();
  expect(await fits(page)).toBe(true);
  await save.click();
  await panel.getByText('合计不能超过 1').waitFor();

  await panel
    .getByLabel(/承继记录的百分之几/)
    .nth(1)
    .fill('30');
  await panel.getByRole('heading', { name: '登记后会怎样' }).click();
  await save.click();
  await page.getByRole('heading', { name: '高庙东村', level: 1 }).waitFor();
  await page.getByText('由“高庙村”拆分而来').waitFor();
  await page.context().close();
});

it('whose work it is not has no way to do it', async () => {
  const page = await open.browser.newPage({ width: 1440, height: 900, as: usernames.east });
  await page.goto(`/organisations/${organisations.wangzhuang}`);
  await page.getByRole('link', { name: '记录' }).first().waitFor();
  expect(await page.getByRole('button', { name: '撤并、分设' }).count()).toBe(0);
  await page.context().close();
});
