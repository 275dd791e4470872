import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { openCounty } from '../world/open-county.ts';

const { county, browser } = await openCounty();

const heads = (page: Page) => page.getByRole('columnheader').allInnerTexts();
const choice = (page: Page, name: RegExp) =>
  page.getByRole('group', { name: '看哪一类职责' }).getByRole('button', { name });

it('the columns of one group stand alone, with the rows they concern, and the link says so', async () => {
  const page = await browser.newPage({ width: 1440, height: 900, as: county.usernames.county });
  await page.goto('/board');
  const village = page.getByRole('rowheader').filter({ hasText: '王庄村' });
  await village.waitFor();
  const all = await heads(page);
  await choice(page, /^驻村在岗/).click();
  await page.waitForURL(/[?&]columns=presence/);
  await choice(page, /^全部职责/)
    .and(page.locator('[aria-pressed=false]'))
    .waitFor();
  const some = await heads(page);
  expect(some.length).toBeLessThan(all.length);
  expect(some.join()).toContain('集中办公');
  expect(some.join()).not.toContain('主题党日');
  expect(await village.count()).toBe(1);
  await page.reload();
  await village.waitFor();
  expect(await heads(page)).toEqual(some);
  await choice(page, /^全部职责/).click();
  await page.waitForURL((url) => !url.searchParams.has('columns'));
  await expect.poll(() => heads(page)).toEqual(all);
  await page.context().close();
});
