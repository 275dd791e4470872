import { expect, it } from 'vitest';
import { PASSWORD } from '../world/build-world.ts';
import { openCounty } from '../world/open-county.ts';

const { county, browser } = await openCounty();
const NEXT = 'Chang-ed-2026';

it('from the account menu, also where motion is reduced; every device signs in again', async () => {
  const page = await browser.newPage({ width: 1440, height: 900, as: county.usernames.clerk });
  await page.goto('/work');
  await page.getByRole('button', { name: /^账号/ }).click();
  const item = page.getByRole('menuitem', { name: '修改密码' });
  await item.waitFor();
  expect(await item.evaluate((element) => element.getBoundingClientRect().top)).toBeLessThan(200);
  await item.click();
  const dialog = page.getByRole('dialog', { name: '修改密码' });
  await dialog.getByLabel('当前密码').fill('not-the-password');
  await dialog.getByLabel('新密码', { exact: true }).fill(NEXT);
  await dialog.getByLabel('再输一次新密码').fill(`${NEXT}!`);
  await dialog.getByRole('button', { name: '修改密码' }).click();
  await dialog.getByText('两次输入的新密码不一致').waitFor();
  await dialog.getByLabel('再输一次新密码').fill(NEXT);
  await dialog.getByRole('button', { name: '修改密码' }).click();
  await dialog.getByText('当前密码不正确').waitFor();
  await dialog.getByLabel('当前密码').fill(PASSWORD);
  await dialog.getByRole('button', { name: '修改密码' }).click();

  await page.getByLabel('用户名').fill(county.usernames.clerk);
  await page.getByLabel('密码').fill(NEXT);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('heading', { name: '我的工作' }).waitFor();
});

it('an administrator is offered packs, and none of the records', async () => {
  const page = await browser.newPage({ width: 1440, height: 900, as: county.usernames.admin });
  await page.goto('/');
  await page.getByRole('heading', { name: '制度包' }).waitFor();
  const offered = await page.getByRole('navigation').first().getByRole('link').allInnerTexts();
  expect(offered).toEqual(['制度包']);
});
