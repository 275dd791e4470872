import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { openCounty } from '../world/open-county.ts';
import { ROOM_PACK } from '../world/room-scheme.ts';
import { fillRoom } from './rating-room.ts';

const open = await openCounty([ROOM_PACK]);
const { usernames } = open.county;
const SCHEME = '/ratings?rating=village-room&period=2026';
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

beforeAll(() => fillRoom(open));

async function openResult(page: Page, village: string): Promise<Locator> {
  await page.goto(SCHEME);
  await page.getByRole('button', { name: village }).click();
  const panel = page.getByRole('dialog');
  await panel.getByRole('heading', { name: /怎样算出来的|How it was worked out/ }).waitFor();
  return panel;
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const tags = JSON.stringify(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']);
  const found = (await page.evaluate(
    `axe.run(document, { runOnly: { type: 'tag', values: ${tags} } }).then((result) => result.violations)`,
  )) as readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
  return found.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

const wider = (page: Page) => page.evaluate('document.documentElement.scrollWidth - window.innerWidth');

it('an officer reads who comes out how, what follows, and how it is worked out', async () => {
  const page = await open.browser.newPage({ width: 1440, height: 900, as: usernames.county });
  await page.goto(SCHEME);
  await page.getByText('公示 5 个工作日，从次日起算').waitFor();
  const follows = page.getByRole('listitem').filter({ hasText: '通报表扬' });
  expect(await follows.textContent()).toContain('涉及 1 个');
  expect(await follows.textContent()).toContain('由乡镇党委办');
  await page.getByText('须同一乡镇的对象一起算').first().waitFor();
  await page.context().close();
});

it('a result is drawn, says what would change it, and fits a phone and a sheet of paper', async () => {
  const page = await open.browser.newPage({ width: 1440, height: 900, as: usernames.county });
  const panel = await openResult(page, '王庄村');
  for (const text of ['离界线还有多远', '多一件、少一件', '随时间而变']) await panel.getByText(text).waitFor();
  await panel
    .getByText(/比“李庄村”好 .*被它超过：“镇内名次”为2/)
    .first()
    .waitFor();
  await panel.getByText('份额最大的“领导”高 1').waitFor();
  await panel.getByText(/2026-10-10 起有 1 条加分到期（3）/).waitFor();
  await panel.getByRole('img', { name: /在各档中的位置/ }).waitFor();
  await panel.getByRole('row', { name: /空白票/ }).waitFor();
  await panel.getByRole('row', { name: /领导 3 94 \/ 100 20 18.8/ }).waitFor();
  await panel.getByRole('row', { name: /2026-04-10 加分 \+3 2026-10-10/ }).waitFor();
  await panel
    .getByRole('row', { name: /李庄村/ })
    .first()
    .waitFor();
  expect(await violations(page)).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  expect(await panel.getByRole('img', { name: /在各档中的位置/ }).isVisible()).toBe(true);
  await page.context().close();
});

it('the same in English', async () => {
  const page = await open.browser.newPage({ width: 1440, height: 900, as: usernames.county });
  await page.addInitScript("localStorage.setItem('luoshi.language', 'en')");
  const panel = await openResult(page, '王庄村');
  await panel.getByText('Lines that lie near').waitFor();
  await panel
    .getByText(/ahead of “李庄村”; behind it: “Place in the township” would be 2/)
    .first()
    .waitFor();
  await panel.getByRole('row', { name: /Representatives 3/ }).waitFor();
  await panel.getByText('What follows: Praise in a circular (by the township committee').first().waitFor();
  expect(await violations(page)).toEqual([]);
  await page.context().close();
});

it('a village reads its own result on the phone and sees nobody else’s', async () => {
  const page = await open.browser.newPage({ width: 390, height: 844, as: usernames.clerk });
  const panel = await openResult(page, '王庄村');
  await panel.getByRole('heading', { name: '结果运用' }).waitFor();
  await panel.getByText('离界线还有多远').waitFor();
  expect(await wider(page)).toBeLessThanOrEqual(0);
  const body = panel.locator('.ant-drawer-body');
  expect(await body.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
  expect(await violations(page)).toEqual([]);
  await panel.getByRole('button', { name: /Close|关闭/ }).click();
  expect(await page.getByRole('button', { name: '李庄村' }).count()).toBe(0);
  expect(await page.getByRole('button', { name: '试改规则' }).count()).toBe(0);
  await page.context().close();
});

it('an officer tries another number of the rules and takes the list away', async () => {
  const page = await open.browser.newPage({ width: 1440, height: 900, as: usernames.county });
  await page.goto(SCHEME);
  await page.getByRole('button', { name: '试改规则' }).click();
  const panel = page.getByRole('dialog');
  await panel.getByText('规则中的其他数').click();
  await panel.getByLabel('“初定等次”中“总分·不低于”').nth(1).fill('80');
  await panel.getByRole('button', { name: '试算' }).click();
  await panel.getByText('上升 0，下降 1').waitFor();
  await panel.getByRole('button', { name: /Close|关闭/ }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '导出表格' }).first().click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
  await page.context().close();
});
