import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { NOW, PASSWORD } from '../world/build-world.ts';
import { openCounty } from '../world/open-county.ts';

const { county, browser, clock } = await openCounty();

async function attempt(page: Page, password: string): Promise<void> {
  await page.getByLabel('密码').fill(password);
  const answered = page.waitForResponse((response) => response.url().endsWith('/api/sign-in'));
  await page.getByRole('button', { name: '登录' }).click();
  await answered;
}

const after = (minutes: number) => new Date(Date.parse(NOW) + minutes * 60_000).toISOString();

it('says what is wrong, locks after five, says for how long, and opens again by itself', async () => {
  const page = await browser.newPage({ width: 390, height: 844 });
  await page.goto('/work');
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByText('请填写用户名').waitFor();
  await page.getByText('请填写密码').waitFor();

  await page.getByLabel('用户名').fill(county.usernames.clerk);
  for (let failure = 0; failure < 5; failure++) {
    await attempt(page, 'not-the-password');
    await page.getByRole('alert').getByText('用户名或密码不正确').waitFor();
  }
  await attempt(page, PASSWORD);
  await page.getByRole('alert').getByText('请在 15 分钟后再试').waitFor();

  clock.set(after(10));
  await attempt(page, PASSWORD);
  await page.getByRole('alert').getByText('请在 5 分钟后再试').waitFor();

  clock.set(after(16));
  await attempt(page, PASSWORD);
  await page.getByRole('heading', { name: '我的工作' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/work');
});
