import { readXlsx } from 'hucre';
import { expect, it } from 'vitest';
import { writeList } from './write-list.ts';

const COLUMNS = [
  { key: 'name', header: '对象', type: 'text' as const },
  { key: 'share', header: '占比', type: 'decimal' as const, rounded: true },
  { key: 'code', header: '编码', type: 'decimal' as const },
];
const ROWS = [
  { name: '王庄村', share: '71.95238095238095238', code: '12345678901234567890' },
  { name: '李庄村', share: '不知道', code: '3' },
];

it('fits the width of a landscape page, repeats its header there, and can be read again from row 1', async () => {
  const { sheets } = await readXlsx(await writeList({ title: '年度考核 & 评分 2026', columns: COLUMNS, rows: ROWS }));
  const [sheet] = sheets;
  expect(sheet?.pageSetup).toMatchObject({ orientation: 'landscape', fitToWidth: 1, printTitlesRow: '$1:$1' });
  expect(sheet?.headerFooter?.oddHeader).toContain('年度考核 && 评分 2026');
  expect(sheet?.rows).toEqual([
    ['对象', '占比', '编码'],
    ['王庄村', 71.95238095238095, '12345678901234567890'],
    ['李庄村', '不知道', 3],
  ]);
});
