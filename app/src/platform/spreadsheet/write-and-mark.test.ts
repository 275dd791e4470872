import fc from 'fast-check';
import { openXlsx } from 'hucre';
import { describe, expect, test } from 'vitest';
import { type CellContent, type Column, markErrors, readSheet, writeTable, writeTemplate } from './index.ts';
import { all, textRow, workbookOf } from './workbook-of-parts.test-support.ts';

const OPTIONS = ['党员大会', '支委会', '党小组会'];
const columns: Column[] = [
  { key: 'day', header: '日期', type: 'date', required: true, hint: '开展活动的那一天' },
  { key: 'id', header: '身份证号', type: 'text' },
  { key: 'people', header: '人数', type: 'integer' },
  { key: 'km', header: '公里', type: 'decimal', decimals: 2 },
  { key: 'open', header: '已公开', type: 'boolean' },
  { key: 'kind', header: '类别', type: 'choice', options: OPTIONS },
  { key: 'whom', header: '对象', type: 'choices', options: ['党员', '群众', '村干部'] },
];
type Row = Record<string, CellContent>;

const text = fc
  .string({ unit: fc.constantFrom(...'=+-@\t\'"|,;、王庄村1a０<&>\n😀'), minLength: 1, maxLength: 12 })
  .map((s) => s.trim())
  .filter((s) => s !== '');
const row: fc.Arbitrary<Row> = fc.record({
  day: fc
    .date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((d) => d.toISOString().slice(0, 10)),
  id: fc.option(text),
  people: fc.option(fc.integer({ min: -1e9, max: 1e9 })),
  km: fc.option(
    fc
      .tuple(fc.nat(999_999), fc.nat(99))
      .map(([whole, part]) =>
        part === 0 ? `${whole}` : `${whole}.${String(part).padStart(2, '0')}`.replace(/0$/, ''),
      ),
  ),
  open: fc.option(fc.boolean()),
  kind: fc.option(fc.constantFrom(...OPTIONS)),
  whom: fc.option(fc.uniqueArray(fc.constantFrom('党员', '群众', '村干部'), { minLength: 1 })),
});

const bytesOf = async (stream: ReadableStream<Uint8Array>) => new Uint8Array(await new Response(stream).arrayBuffer());

async function valuesOf(bytes: Uint8Array): Promise<Row[]> {
  const rows = await all(readSheet(bytes, { columns }));
  return rows.map((r) => Object.fromEntries(Object.entries(r.cells).map(([key, cell]) => [key, cell.value])));
}

describe('what is written is read again', () => {
  const law = (write: (rows: Row[]) => Promise<Uint8Array>) =>
    fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), async (rows) => {
        expect(await valuesOf(await write(rows))).toEqual(rows);
      }),
      { numRuns: 60 },
    );
  test('template', () =>
    law((rows) => writeTemplate({ title: '登记表', columns, rows, headerLines: ['填报单位：'], blankRows: 3 })));
  test('table', () => law((rows) => bytesOf(writeTable({ title: '表', columns, rows }))));
  test('CSV', () => law((rows) => bytesOf(writeTable({ title: '表', columns, rows, format: 'csv' }))));
});

describe('text never runs as a formula', () => {
  const dangerous = ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '=HYPERLINK("http://x","y")', "'=1"];
  const only: Column[] = [{ key: 't', header: '文', type: 'text' }];
  const rows = dangerous.map((t) => ({ t }));
  test('in a workbook it is a text cell with the text format', async () => {
    for (const bytes of [
      await bytesOf(writeTable({ title: '表', columns: only, rows })),
      await writeTemplate({ title: '表', columns: only, rows }),
    ]) {
      const { sheets } = await openXlsx(bytes, { readStyles: true });
      const cells = [...(sheets[0]?.cells ?? [])].filter(([, cell]) => dangerous.includes(String(cell.value)));
      expect(cells).toHaveLength(dangerous.length);
      for (const [, cell] of cells) expect(cell).toMatchObject({ type: 'string', style: { numFmt: '@' } });
      expect(cells.some(([, cell]) => cell.formula !== undefined)).toBe(false);
    }
  });
  test('in CSV it begins with an apostrophe', async () => {
    const csv = new TextDecoder().decode(
      await bytesOf(writeTable({ title: '表', columns: only, rows, format: 'csv' })),
    );
    const fields = csv
      .split('\r\n')
      .slice(1, -1)
      .map((line) => line.replace(/^"/, ''));
    expect(fields).toHaveLength(dangerous.length);
    for (const field of fields) expect(field).toMatch(/^'/);
  });
});

test('a template says what is wanted', async () => {
  const villages = Array.from({ length: 120 }, (_, i) => `第${i + 1}村`);
  const wide: Column[] = [...columns, { key: 'village', header: '村', type: 'choice', options: villages }];
  const bytes = await writeTemplate({
    title: '三会一课',
    columns: wide,
    headerLines: ['填报单位：　填报人：　日期：'],
    signature: '负责人：',
  });
  const { sheets } = await openXlsx(bytes, { readStyles: true });
  const [sheet, options] = sheets;
  expect(sheet?.freezePane).toMatchObject({ rows: 3 });
  expect(sheet?.pageSetup).toMatchObject({ paperSize: 'a4', orientation: 'landscape', printTitlesRow: '$3:$3' });
  expect(sheet?.rows[2]?.slice(0, 3)).toEqual(['日期*', '身份证号', '人数']);
  expect(sheet?.cells?.get('2,0')?.comment?.text).toContain('开展活动的那一天');
  expect(sheet?.cells?.get('3,1')?.style?.numFmt).toBe('@');
  expect(sheet?.cells?.get('3,0')?.style?.numFmt).toBe('yyyy-mm-dd');
  expect(sheet?.headerFooter?.oddFooter).toContain('负责人');
  expect(options).toMatchObject({ name: '选项', hidden: true });
  const lists = sheet?.dataValidations ?? [];
  expect(lists.find((v) => v.range.startsWith('H4'))?.formula1).toBe('选项!$A$1:$A$120');
  expect(lists.some((v) => v.range.startsWith('F4') && (v.values ?? v.formula1?.split(','))?.length === 3)).toBe(true);
});

describe('errors are shown in the sheet', () => {
  const words = (zh: string) => ({ 'zh-CN': zh, en: `EN ${zh}` });
  const rows: Row[] = [
    { day: '2026-09-01', people: 3, id: '007' },
    { day: '2026-09-02', people: 4, id: null },
  ];
  const problems = [
    { row: 3, key: 'people', words: words('人数应不超过 2') },
    { row: 3, key: 'id', words: words('证件号位数不对') },
    { row: 4, words: words('与第 3 行重复') },
  ];
  const marked = async () =>
    markErrors(await writeTemplate({ title: '表', columns, rows, blankRows: 2 }), problems, { columns });

  test('red cells with comment, reasons in the last column, all else kept', async () => {
    const sheet = (await openXlsx(await marked(), { readStyles: true })).sheets[0];
    expect(sheet?.rows[1]?.[7]).toBe('导入问题');
    expect(sheet?.columns?.[7]?.width).toBeGreaterThan(60);
    expect(sheet?.rows[2]?.[7]).toBe('人数应不超过 2；证件号位数不对');
    expect(sheet?.rows[3]?.[7]).toBe('与第 3 行重复');
    const red = { fill: { fgColor: { rgb: expect.stringMatching(/FFC7CE$/) } } };
    expect(sheet?.cells?.get('2,2')).toMatchObject({
      value: 3,
      style: { ...red, numFmt: '0' },
      comment: { text: '人数应不超过 2' },
    });
    expect(sheet?.cells?.get('2,1')).toMatchObject({ value: '007', style: { ...red, numFmt: '@' } });
    expect(sheet?.cells?.get('3,2')?.style).not.toMatchObject(red);
    expect(sheet?.cells?.get('1,0')?.comment?.text).toContain('开展活动的那一天');
    expect(sheet?.dataValidations).toHaveLength(2);
    expect(sheet?.freezePane).toMatchObject({ rows: 2 });
  });
  test('the marked file can be read again, and a second check takes old marks away', async () => {
    const again = await marked();
    expect((await valuesOf(again)).map((r) => r['people'])).toEqual([3, 4]);
    const clean = await markErrors(again, [{ row: 4, key: 'day', words: words('日期在将来') }], {
      columns,
      language: 'en',
    });
    const sheet = (await openXlsx(clean, { readStyles: true })).sheets[0];
    expect(sheet?.rows.map((r) => r[7] ?? null).slice(1, 4)).toEqual(['导入问题', null, 'EN 日期在将来']);
    expect(sheet?.cells?.get('2,2')?.comment).toBeUndefined();
    expect(sheet?.cells?.get('2,2')?.style?.fill).toBeUndefined();
  });
  test('a CSV comes back as a workbook', async () => {
    const bytes = await markErrors(
      Buffer.from('日期,人数\n2026-09-01,三\n'),
      [{ row: 2, key: 'people', words: words('不是整数') }],
      {
        columns: columns.filter((c) => ['day', 'people'].includes(c.key)),
      },
    );
    const sheet = (await openXlsx(bytes, { readStyles: true })).sheets[0];
    expect(sheet?.rows[1]).toEqual(['2026-09-01', '三', '不是整数']);
  });
  test('formulas of the person stay', async () => {
    const rows = `${textRow(1, ['日期', '人数'])}<row r="2"><c r="A2" s="1"><v>46266</v></c><c r="B2"><f>3+4</f><v>7</v></c></row>`;
    const bytes = await markErrors(workbookOf({ rows }), [{ row: 2, words: words('无') }], {
      columns: columns.filter((c) => ['day', 'people'].includes(c.key)),
    });
    expect((await openXlsx(bytes)).sheets[0]?.cells?.get('1,1')).toMatchObject({ formula: '3+4', formulaResult: 7 });
  });
});
