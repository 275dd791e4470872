import { v7 as uuidv7 } from 'uuid';
import { beforeAll, expect, it } from 'vitest';
import { signIn, type TestClient } from '../client.ts';
import { PASSWORD } from '../world/build-world.ts';
import { openCounty } from '../world/open-county.ts';

const open = await openCounty();
const { usernames, organisations } = open.county;
let clerk: TestClient;

const meet = (month: string) =>
  clerk.call('records.enter', {
    id: uuidv7(),
    form: 'meeting',
    subject: { kind: 'organisation', id: organisations.wangzhuang },
    data: { held_on: `2026-${month}-10`, kind: 'members_meeting', expected: 30, attended: 30 },
  });

beforeAll(async () => {
  clerk = await signIn(open.server.address, usernames.clerk, PASSWORD);
  await meet('07');
  open.clock.set('2027-01-05T02:00:00.000Z');
});

it('an officer publishes a year, sees it stay while entries come, and has it worked out again', async () => {
  const page = await open.browser.newPage({ width: 1440, height: 900, as: usernames.county });
  await page.goto('/ratings?rating=village-year&period=2026');
  await page.getByText('这个时段尚未公布').waitFor();
  await page.getByRole('button', { name: '公布结果' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^公\s*布$/ })
    .click();
  await page.getByText('第 1 版', { exact: true }).waitFor();

  open.clock.set('2027-01-06T02:00:00.000Z');
  await meet('08');
  await page.reload();
  const row = page.getByRole('row').filter({ hasText: '王庄村' });
  await row.getByText('已定').waitFor();
  expect(await row.textContent()).toMatch(/70.*55/);

  await page.getByRole('button', { name: '重算核对' }).click();
  await page.getByRole('dialog').getByText('5 个对象全部一致').waitFor();
  await page.getByRole('dialog').getByText('所读内容与当时相同。').waitFor();
  await page.context().close();
});

it('where a scheme was published it is opened with that period, not an empty one of another', async () => {
  const page = await open.browser.newPage({ width: 1440, height: 900, as: usernames.county });
  await page.goto('/ratings');
  await page.getByText('第 1 版', { exact: true }).waitFor();
  expect(await page.getByText('2026年', { exact: true }).count()).toBeGreaterThan(0);
  await page.context().close();
});

it('a township sees what was published of its villages, and no button to publish', async () => {
  const page = await open.browser.newPage({ width: 390, height: 844, as: usernames.east });
  await page.goto('/ratings?rating=village-year&period=2026');
  await page.getByText('第 1 版', { exact: true }).waitFor();
  expect(await page.getByRole('button', { name: '公布更正' }).count()).toBe(0);
  await page.context().close();
});
