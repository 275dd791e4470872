import { readFileSync } from 'node:fs';
import { openXlsx, saveXlsx } from 'hucre';
import type { Download, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { openCounty } from '../world/open-county.ts';

const { county, browser } = await openCounty();
const page = await browser.newPage({ width: 1440, height: 900, as: county.usernames.east });

type Row = readonly (string | number)[];

const HEADER_AT = 3;

/** The template as a clerk fills it in: below its header, nothing else touched. */
async function fill(template: Uint8Array, rows: readonly Row[]): Promise<Buffer> {
  const workbook = await openXlsx(template, { readStyles: true });
  const sheet = workbook.sheets[0];
  if (!sheet) throw new Error('the template has no sheet');
  expect(sheet.rows[HEADER_AT]?.map(String)).toEqual(['填报对象*', '开展日期*', '内容*', '参加人数*', '主题']);
  for (const [i, row] of rows.entries()) {
    for (const [column, value] of row.entries()) {
      const place = `${HEADER_AT + 1 + i},${column}`;
      const at = sheet.rows[HEADER_AT + 1 + i];
      if (at) at[column] = value;
      sheet.cells?.set(place, { ...sheet.cells.get(place), type: typeof value, value } as never);
    }
  }
  return Buffer.from(await saveXlsx(workbook));
}

const bytesOf = async (download: Download): Promise<Uint8Array> => readFileSync(await download.path());

async function downloads(press: () => Promise<void>): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return download;
}

async function choose(on: Page, name: string, buffer: Buffer): Promise<void> {
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await on.locator('input[type=file]').setInputFiles({ name, mimeType, buffer });
}

const GOOD: readonly Row[] = [
  ['王庄村', '2026-09-10', '集中学习、志愿服务', 23, '学习条例'],
  ['李庄村', '2026-09-11', '民主议事', 18, ''],
];
const WRONG: Row = ['高庙村', '2026-10-30', '集中学习', 12, ''];

const lights = (on: Page) => on.getByRole('gridcell', { name: /每月开展主题党日.*完成/ });

it('a workbook with a wrong row is refused with the row marked; mended it is taken; twice is once', async () => {
  const officer = await browser.newPage({ width: 1440, height: 900, as: county.usernames.county });
  await officer.goto('/board');
  await officer
    .getByRole('gridcell', { name: /每月开展主题党日/ })
    .first()
    .waitFor();
  expect(await lights(officer).count()).toBe(0);

  await page.goto('/records/import/theme-party-day');
  const template = await downloads(() => page.getByRole('link', { name: '下载模板' }).click());
  expect(template.suggestedFilename()).toBe('主题党日.xlsx');
  const blank = await bytesOf(template);

  await choose(page, '九月.xlsx', await fill(blank, [...GOOD, WRONG]));
  await page.getByRole('status').getByText('共 3 行，1 处问题').waitFor();
  const problem = page.getByRole('listitem').filter({ hasText: '第 7 行' });
  expect(await problem.innerText()).toContain('开展日期');
  expect(await page.getByRole('button', { name: /^导入/ }).count()).toBe(0);
  const marked = await downloads(() => page.getByRole('button', { name: '下载标红的文件' }).click());
  const sheet = (await openXlsx(await bytesOf(marked), { readStyles: true })).sheets[0];
  expect(sheet?.cells?.get(`${HEADER_AT + 3},1`)?.style?.fill).toMatchObject({ type: 'pattern' });
  expect(sheet?.rows[HEADER_AT + 3]?.at(-1)).toContain('开展日期');

  const mended = await fill(blank, [...GOOD, ['高庙村', '2026-09-12', '集中学习', 12, '']]);
  await choose(page, '九月.xlsx', mended);
  await page.getByText('共 3 行，没有问题').waitFor();
  await page.getByRole('button', { name: '导入 3 行' }).click();
  await page.getByText('已导入 3 行').waitFor();
  await lights(officer).nth(2).waitFor();

  await page.goto('/records/import/theme-party-day');
  await choose(page, '九月再发.xlsx', mended);
  await page.getByText('其中 3 行已经记过').waitFor();
  await page.getByRole('button', { name: '导入 3 行' }).click();
  await page.getByText('没有重复记入').waitFor();
  await page.goto('/records?form=theme-party-day');
  await page.getByRole('row').nth(3).waitFor();
  expect(await page.getByRole('row').count()).toBe(1 + 3);
});
