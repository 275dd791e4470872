import type { Page } from 'playwright-core';
import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { signIn } from '../client.ts';
import { PASSWORD } from '../world/build-world.ts';
import { openCounty } from '../world/open-county.ts';

const { county, browser, server } = await openCounty();
const { organisations, usernames } = county;

/** An entry in a village of the other township. */
async function enterAbroad(): Promise<string> {
  const west = await signIn(server.address, usernames.west, PASSWORD);
  const id = uuidv7();
  await west.call('records.enter', {
    id,
    form: 'theme-party-day',
    subject: { kind: 'organisation', id: organisations.zhaozhuang },
    data: { held_on: '2026-09-11', activities: ['study'], participants: 17 },
  });
  return id;
}

const entry = await enterAbroad();

async function expectNotFound(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByRole('heading', { name: '没有找到' }).waitFor();
  const shown = await page.getByRole('main').innerText();
  expect(shown).not.toMatch(/赵庄|西河|17/);
}

async function rowsOf(page: Page): Promise<string> {
  await page.goto('/board');
  await page.getByRole('grid').waitFor();
  return (await page.getByRole('rowheader').allInnerTexts()).join(' ');
}

describe.each([
  ['a township officer', usernames.east, /王庄村.*李庄村|李庄村.*王庄村/s],
  ['a first secretary', usernames.secretary, /王庄村/],
] as const)('%s', (_who, username, own) => {
  it('finds neither foreign organisations nor foreign records', async () => {
    const page = await browser.newPage({ width: 1440, height: 900, as: username });
    await expectNotFound(page, `/organisations/${organisations.zhaozhuang}`);
    await expectNotFound(page, `/organisations/${organisations.west}`);
    await expectNotFound(page, `/records/${entry}`);
    await expectNotFound(page, `/organisations/${uuidv7()}`);
  });

  it('sees the own rows on the chart and no other', async () => {
    const page = await browser.newPage({ width: 1440, height: 900, as: username });
    const rows = await rowsOf(page);
    expect(rows).toMatch(own);
    expect(rows).not.toMatch(/赵庄|柳林/);
  });

  it('finds nothing foreign by searching', async () => {
    const page = await browser.newPage({ width: 1440, height: 900, as: username });
    await page.goto('/organisations');
    await page.getByLabel(/按名称/).fill('赵庄');
    await page.getByText('没有找到').waitFor();
    expect(await page.getByText('赵庄村').count()).toBe(0);
  });
});

it('an address that does not exist says so', async () => {
  const page = await browser.newPage({ width: 390, height: 844, as: usernames.east });
  await page.goto('/no-such-page');
  await page.getByText('没有这个页面').waitFor();
});
