import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { PASSWORD } from '../world/build-world.ts';
import { openCounty } from '../world/open-county.ts';

const { county, browser } = await openCounty();

/** The light of a duty on a village's row of an open chart. */
const cell = (page: Page, duty: string, light: string) =>
  page.getByRole('gridcell', { name: new RegExp(`^王庄村.*${duty}.*${light}`) });

const DUTY = '每月开展主题党日';

async function signInAsClerk(): Promise<Page> {
  const page = await browser.newPage({ width: 390, height: 844 });
  await page.goto('/');
  await page.getByLabel('用户名').fill(county.usernames.clerk);
  await page.getByLabel('密码').fill(PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('heading', { name: '我的工作' }).waitFor();
  return page;
}

/** Notes in an open chart the instant at which a light turns, however late one asks for it. */
const watch = (light: Locator) =>
  light.evaluate((cell) => {
    const rows = cell.closest('[role=grid]') ?? cell;
    new MutationObserver((_, observer) => {
      if (!rows.querySelector('[aria-label^="王庄村"][aria-label*="主题党日"][aria-label*="完成"]')) return;
      document.documentElement.dataset.turnedAt = String(Date.now());
      observer.disconnect();
    }).observe(rows, { subtree: true, childList: true, attributes: true });
  });

const turnedAt = async (page: Page) => Number(await page.locator('html').getAttribute('data-turned-at'));

/** Fills the form that is open and saves it. @returns the instant at which the server acknowledged. */
async function fillAndSave(page: Page): Promise<number> {
  await page.getByRole('heading', { name: '主题党日' }).waitFor();
  await page.getByLabel('对象').getByText('王庄村').waitFor();
  await page.getByLabel('集中学习').check();
  await page.getByLabel('志愿服务').check();
  await page.getByLabel('参加人数').fill('23');
  const answered = page.waitForResponse((response) => response.url().endsWith('/api/records/enter'));
  await page.getByRole('button', { name: '保存' }).click();
  const response = await answered;
  expect(response.status()).toBe(200);
  await response.finished();
  const { startTime, responseStart } = response.request().timing();
  return startTime + responseStart;
}

it('the officer’s open chart shows it within a second, explains it and leads to the entry', async () => {
  const officer = await browser.newPage({ width: 1440, height: 900, as: county.usernames.county });
  await officer.goto('/board');
  await cell(officer, DUTY, '未到期').waitFor();
  await watch(cell(officer, DUTY, '未到期'));

  const clerk = await signInAsClerk();
  await clerk.getByRole('link', { name: new RegExp(`^去填：${DUTY}`) }).click();
  const acknowledged = await fillAndSave(clerk);
  const met = cell(officer, DUTY, '完成');
  await met.waitFor();
  expect((await turnedAt(officer)) - acknowledged).toBeLessThan(1_000);
  expect(await met.textContent()).toContain('✓');
  await clerk.getByRole('status').getByText('已保存').waitFor();
  expect(await clerk.getByText('已计入各项职责').isVisible()).toBe(true);

  await met.click();
  const why = officer.getByRole('dialog');
  await why.getByText('王庄村 王秀芹').first().waitFor();
  const told = await why.innerText();
  expect(told).toContain('2026-09-15');
  expect(told).toContain('《中国共产党支部工作条例（试行）》');
  expect(told).toContain('第四章');
  await why
    .getByRole('button', { name: '查看记录' })
    .or(why.getByRole('link', { name: '查看记录' }))
    .click();
  await officer.getByRole('heading', { name: '记录', exact: true }).waitFor();
  await officer.getByRole('link', { name: '主题党日' }).first().click();
  await officer.getByText('23 人').waitFor();
});

it('what is done leaves the list of what is owed', async () => {
  const clerk = await browser.newPage({ width: 390, height: 844, as: county.usernames.clerk });
  await clerk.goto('/work');
  await clerk.getByRole('link', { name: /^去填/ }).first().waitFor();
  expect(await clerk.getByRole('link', { name: new RegExp(`^去填：${DUTY}`) }).count()).toBe(0);
});

it('the reason stands beside the list, without leaving it', async () => {
  const clerk = await browser.newPage({ width: 1440, height: 900, as: county.usernames.clerk });
  await clerk.goto('/work');
  await clerk.getByRole('button', { name: /^为什么：每季度上党课/ }).click();
  const why = clerk.getByRole('dialog');
  await why.getByText('依据').first().waitFor();
  expect(new URL(clerk.url()).pathname).toBe('/work');
});
