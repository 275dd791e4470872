import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { openCounty } from '../world/open-county.ts';
import { everyScreen } from './screens.ts';

const open = await openCounty();
const screens = await everyScreen(open);
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const found = (await page.evaluate(
    `axe.run(document, { runOnly: { type: 'tag', values: ${JSON.stringify(TAGS)} } }).then((result) => result.violations)`,
  )) as readonly Violation[];
  return found.flatMap(({ id, nodes }) =>
    nodes
      .slice(0, 3)
      .map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 200)} ${failureSummary.slice(0, 300)}`),
  );
}

const SIZES = [
  { size: 'desk', width: 1440, height: 900 },
  { size: 'phone', width: 390, height: 844 },
] as const;

const cases = screens.flatMap((screen) => SIZES.map((size) => ({ ...screen, ...size })));

it('the check sees what is wrong', async () => {
  const page = await open.browser.newPage(SIZES[0]);
  await page.setContent('<main><img src="/seal.svg"><button></button></main>');
  const kinds = (await violations(page)).map((violation) => violation.split(':')[0]);
  expect(kinds.toSorted()).toEqual(expect.arrayContaining(['button-name', 'image-alt']));
});

it.each(cases)('$name on a $size', async ({ path, as, ready, width, height }) => {
  const page = await open.browser.newPage({ width, height, ...(as ? { as } : {}) });
  await page.goto(path);
  await page.getByText(ready).first().waitFor({ state: 'attached' });
  expect(await violations(page)).toEqual([]);
  await page.context().close();
});

it.each(['/board', '/work', '/records'])('%s in the dark', async (path) => {
  const page = await open.browser.newPage({ width: 1440, height: 900, as: open.county.usernames.east });
  await page.addInitScript("localStorage.setItem('luoshi.mode', 'dark')");
  await page.goto(path);
  await page.getByRole('heading').first().waitFor({ state: 'attached' });
  await page.waitForLoadState('networkidle').catch(() => undefined);
  expect(await violations(page)).toEqual([]);
  await page.context().close();
});
