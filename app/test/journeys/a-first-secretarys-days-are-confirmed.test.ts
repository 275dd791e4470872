import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { openCounty } from '../world/open-county.ts';

const { county, browser } = await openCounty();
const secretary = await browser.newPage({ width: 390, height: 844, as: county.usernames.secretary });
const clerk = await browser.newPage({ width: 390, height: 844, as: county.usernames.clerk });

async function enterDay(page: Page, day: string): Promise<void> {
  await page.goto(`/records/enter/village-day?date=${day}`);
  await page.getByLabel('对象').getByText('孙立新（王庄村）').waitFor();
  await page.getByLabel('全天').check();
  await page.getByLabel('村干部').check();
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('等另一方核实后计入').waitFor();
}

const waiting = (day: string) => clerk.getByRole('listitem').filter({ hasText: day });

it('two days, confirmed by the village, fulfil the week', async () => {
  const officer = await browser.newPage({ width: 1440, height: 900, as: county.usernames.county });
  await officer.goto('/board');
  const light = officer.getByRole('gridcell', { name: /^王庄村.*每周与村干部集中办公/ });
  await light.waitFor();
  expect(await light.getAttribute('aria-label')).not.toContain('完成');
  await clerk.goto('/work');
  for (const day of ['2026-09-14', '2026-09-15']) {
    await enterDay(secretary, day);
    const entry = waiting(day);
    await entry.getByText('孙立新').waitFor();
    await entry.getByRole('button', { name: '属实', exact: true }).click();
    await entry.waitFor({ state: 'detached' });
  }
  await officer.getByRole('gridcell', { name: /^王庄村.*每周与村干部集中办公.*完成/ }).waitFor();
});

it('a refusal needs its reason, and the first secretary reads it', async () => {
  const reason = '当天在县里开会，没有到村';
  await enterDay(secretary, '2026-09-10');
  await clerk.goto('/work');
  await waiting('2026-09-10').getByRole('button', { name: '不属实' }).click();
  const dialog = clerk.getByRole('dialog');
  const refuse = dialog.getByRole('button', { name: '确定不属实' });
  expect(await refuse.isDisabled()).toBe(true);
  await dialog.getByLabel(/请写明理由/).fill(reason);
  await refuse.click();
  await waiting('2026-09-10').waitFor({ state: 'detached' });

  await secretary.goto('/work');
  await secretary.getByRole('heading', { name: /未获核实/ }).waitFor();
  await secretary.getByText(reason).click();
  await secretary.getByRole('heading', { name: '驻村工作日' }).waitFor();
  await secretary.getByText(`认为不属实：${reason}`).waitFor();
});
