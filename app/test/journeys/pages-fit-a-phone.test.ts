import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { openCounty } from '../world/open-county.ts';
import { everyScreen } from './screens.ts';

const open = await openCounty();
const screens = (await everyScreen(open)).filter(({ path }) => !path.includes('mode=wall'));
const phone = { width: 390, height: 844 };

/** Primary buttons and the bottom bar that a finger cannot hit well: lower than 40 pixels. */
async function small(page: Page): Promise<string[]> {
  const targets = page.locator('.ant-btn-primary:visible, nav a:visible, nav button:visible, form .ant-input:visible');
  const boxes = await targets.evaluateAll((elements) =>
    elements.map((element) => ({
      height: (element.closest('.ant-input-affix-wrapper') ?? element).getBoundingClientRect().height,
      text: element.textContent || element.outerHTML.slice(0, 80),
    })),
  );
  return boxes.filter(({ height }) => height < 40).map(({ height, text }) => `${text} is ${height} high`);
}

it.each(screens)('$name', async ({ path, as, ready }) => {
  const page = await open.browser.newPage({ ...phone, ...(as ? { as } : {}) });
  await page.goto(path);
  await page.getByText(ready).first().waitFor({ state: 'attached' });
  const wider = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
  expect(wider).toBeLessThanOrEqual(0);
  const content = page.locator('main').first();
  expect(await content.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
  expect(await small(page)).toEqual([]);
  await page.context().close();
});

it('the button that saves never lies over the last answer', async () => {
  const page = await open.browser.newPage({ ...phone, as: open.county.usernames.clerk });
  await page.goto('/records/enter/theme-party-day');
  const last = page.getByLabel(/主题/).last();
  await last.scrollIntoViewIfNeeded();
  await last.fill('学习《条例》');
  await page.locator('main').evaluate((element) => element.scrollTo(0, element.scrollHeight));
  const [field, save] = [await last.boundingBox(), await page.getByRole('button', { name: '保存' }).boundingBox()];
  expect(field && save && field.y + field.height <= save.y).toBe(true);
});
