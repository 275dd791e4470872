import { describe, expect, test } from 'vitest';
import { type Column, openSheet, readSheet, type SheetErrorCode, SpreadsheetError, writeTemplate } from './index.ts';
import { all, type RawWorkbook, textRow, workbookOf, workbookParts, zipOf } from './workbook-of-parts.test-support.ts';

const columns: Column[] = [
  { key: 'day', header: '日期', type: 'date', required: true },
  { key: 'people', header: '参加人数', type: 'integer' },
];
const HEADER = textRow(1, ['日期', '参加人数']);
const DATA = textRow(2, ['2026-09-01', '12']);

async function refusal(bytes: Uint8Array, limits = {}): Promise<SpreadsheetError> {
  try {
    for await (const _ of readSheet(bytes, { columns, ...limits })) continue;
  } catch (error) {
    if (error instanceof SpreadsheetError) return error;
    throw error;
  }
  throw new Error('the file was taken');
}

async function expectRefused(code: SheetErrorCode, bytes: Uint8Array, limits = {}): Promise<SpreadsheetError> {
  const error = await refusal(bytes, limits);
  expect(error.code).toBe(code);
  for (const words of [error.words, error.wayOut]) {
    expect(words['zh-CN']).toMatch(/[。；]$/);
    expect(words.en.length).toBeGreaterThan(10);
    expect(words['zh-CN'] + words.en).not.toMatch(/undefined|NaN/);
  }
  return error;
}

const sheet = (workbook: Partial<RawWorkbook>) => workbookOf({ rows: HEADER + DATA, ...workbook });
const bytesOf = (text: string) => new TextEncoder().encode(text);

test('the workbook the others are made from is taken', async () => {
  const rows = await all(readSheet(sheet({}), { columns }));
  expect(rows).toMatchObject([{ rowNumber: 2, cells: { day: { value: '2026-09-01' }, people: { value: 12 } } }]);
});

describe('not a workbook', () => {
  test('nothing at all', () => expectRefused('empty-file', new Uint8Array()));
  test('a picture', () => expectRefused('not-a-sheet', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 1)));
  test('a cut-off archive', () => expectRefused('damaged', sheet({}).slice(0, 700)));
  test('another kind of archive', () => expectRefused('not-a-sheet', zipOf([{ name: 'a.txt', data: 'a' }])));
  test('a word document', () =>
    expectRefused(
      'not-a-sheet',
      zipOf([
        { name: '[Content_Types].xml', data: '<Types/>' },
        { name: '_rels/.rels', data: '<Relationships/>' },
      ]),
    ));
  test('a sheet of LibreOffice', () => expectRefused('old-format', zipOf([{ name: 'content.xml', data: '<x/>' }])));
  test('a binary workbook', () => expectRefused('old-format', zipOf([{ name: 'xl/workbook.bin', data: 'x' }])));
  test('an old .xls', () => expectRefused('old-format', Buffer.from('d0cf11e0a1b11ae10000', 'hex')));
  test('a workbook with a password', () =>
    expectRefused(
      'encrypted',
      Buffer.concat([Buffer.from('d0cf11e0', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
    ));
  test('an archive with a password', () =>
    expectRefused('encrypted', zipOf([{ name: 'a', data: 'a', encrypted: true }])));
  test('two parts of one name', () =>
    expectRefused('damaged', sheet({ more: [{ name: 'xl/workbook.xml', data: '<x/>' }] })));
});

describe('more than it says', () => {
  const blank = new Uint8Array(3 * 1024 * 1024);
  test('a part that unpacks to a thousand times its size', () =>
    expectRefused('bomb', sheet({ more: [{ name: 'xl/media/a.xml', data: blank }] })));
  test('a sheet that lies about its size', () => {
    const parts = workbookParts({ rows: HEADER + DATA.repeat(2000) });
    return expectRefused('bomb', zipOf(parts.map((p) => (p.name.includes('sheet1') ? { ...p, declared: 900 } : p))));
  });
  test('a part that claims to be empty', () => {
    const parts = workbookParts({ rows: HEADER + DATA });
    return expectRefused('bomb', zipOf(parts.map((p) => (p.name.includes('sheet1') ? { ...p, declared: 0 } : p))));
  });
  test('all parts together beyond the limit', () => expectRefused('bomb', sheet({}), { maxInflated: 500 }));
  test('thousands of parts', () =>
    expectRefused('bomb', zipOf(Array.from({ length: 1500 }, (_, i) => ({ name: `p${i}`, data: 'a' })))));
  test('a file beyond the limit', () => expectRefused('too-large', sheet({}), { maxBytes: 100 }));
  test('a stream beyond the limit is not read to its end', async () => {
    let pieces = 0;
    async function* endless() {
      for (;;) {
        pieces++;
        yield new Uint8Array(1000);
      }
    }
    await expect(openSheet(endless(), { columns, maxBytes: 5000 })).rejects.toMatchObject({ code: 'too-large' });
    expect(pieces).toBe(6);
  });
});

describe('tricks inside', () => {
  const doctype = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>';
  test('entities in the sheet', () => expectRefused('hostile-xml', sheet({ prologue: doctype })));
  test('entities hidden behind a quoted bracket', () =>
    expectRefused('hostile-xml', sheet({ rows: `<row r="1" x="><!--"/>${doctype}` })));
  test('entities in the shared parts', () => {
    const parts = workbookParts({ rows: HEADER + DATA });
    return expectRefused(
      'hostile-xml',
      zipOf(parts.map((p) => (p.name.includes('styles') ? { ...p, data: `${doctype}${p.data}` } : p))),
    );
  });
  test('a comment may stand there', async () => {
    const rows = await all(readSheet(sheet({ prologue: '<!-- <!DOCTYPE x> -->' }), { columns }));
    expect(rows).toHaveLength(1);
  });
  test('macros', async () => {
    await expectRefused('macros', sheet({ more: [{ name: 'xl/vbaProject.bin', data: 'x' }] }));
    await expectRefused('macros', sheet({ contentType: 'application/vnd.ms-excel.sheet.macroEnabled.main+xml' }));
  });
  test('links to other workbooks are not followed: the saved value stands', async () => {
    const link = { name: 'xl/externalLinks/externalLink1.xml', data: '<externalLink/>' };
    const rows = `${HEADER}<row r="2"><c r="A2" s="1"><v>46266</v></c><c r="B2"><f>[1]Sheet1!A1</f><v>7</v></c></row>`;
    const [row] = await all(readSheet(sheet({ rows, more: [link] }), { columns }));
    expect(row?.cells).toMatchObject({ day: { value: '2026-09-01' }, people: { value: 7 } });
  });
  test('a formula without saved value is a problem of its cell, never calculated', async () => {
    const rows = `${HEADER}${textRow(2, ['2026-09-01'])}<row r="3"><c r="A3" s="1"><v>46266</v></c><c r="B3"><f>1+1</f></c></row>`;
    const read = await all(readSheet(sheet({ rows }), { columns }));
    expect(read[1]?.cells['people']).toMatchObject({ value: null, problem: { code: 'formula-without-value' } });
  });
  test('a cell far to the right', () =>
    expectRefused('too-many-columns', sheet({ rows: '<row r="1"><c r="XFD1"/></row>' })));
  test('rows in disorder', () => expectRefused('damaged', sheet({ rows: HEADER + DATA + DATA })));
});

describe('the table itself', () => {
  test('missing, renamed and unknown columns are named with their place', async () => {
    const rows = textRow(1, ['活动日期', '备注']) + DATA;
    const error = await expectRefused(
      'wrong-header',
      sheet({ rows: textRow(1, ['日 期*', '参加人员数', '备注']) + DATA }),
    );
    expect(error.words['zh-CN']).toContain('B1 的“参加人员数”应为“参加人数”');
    expect(error.words['zh-CN']).toContain('C1 的“备注”不是本表的列');
    expect(error.words.en).toContain('“参加人员数” in B1 should be “参加人数”');
    expect((await expectRefused('wrong-header', sheet({ rows }))).words['zh-CN']).toContain(
      '缺少列：“日期”、“参加人数”',
    );
  });
  test('a column twice', async () => {
    const error = await expectRefused('wrong-header', sheet({ rows: textRow(1, ['日期', '参加人数', '日期']) + DATA }));
    expect(error.words['zh-CN']).toContain('C1 的“日期”重复');
  });
  test('merged cells among the data, but not in the title', async () => {
    const rows = textRow(1, ['登记表']) + textRow(2, ['日期', '参加人数']) + textRow(3, ['2026-09-01', '1']);
    const merged = (range: string) => sheet({ rows, after: `<mergeCells><mergeCell ref="${range}"/></mergeCells>` });
    const error = await expectRefused('merged-cells', merged('A3:A4'));
    expect(error.words['zh-CN']).toContain('A3:A4');
    expect(error.words['zh-CN']).toContain('登记 & 汇总');
    expect(await all(readSheet(merged('A1:B1'), { columns }))).toHaveLength(1);
  });
  test('no rows', async () => {
    await expectRefused('no-rows', sheet({ rows: HEADER }));
    await expectRefused('no-rows', sheet({ rows: HEADER + textRow(2, [' ', '　']) }));
    await expectRefused('no-rows', await writeTemplate({ title: '空表', columns }));
    await expectRefused('no-rows', bytesOf('日期,参加人数\r\n,\r\n'));
  });
  test('too many rows', async () => {
    const rows = HEADER + Array.from({ length: 11 }, (_, i) => textRow(i + 2, ['2026-09-01', '1'])).join('');
    const error = await expectRefused('too-many-rows', sheet({ rows }), { maxRows: 10 });
    expect(error.words['zh-CN']).toContain('共 11 行');
    await expectRefused('too-many-rows', bytesOf(`日期,参加人数\n${'2026-09-01,1\n'.repeat(200)}`), { maxRows: 10 });
  });
});

describe('CSV', () => {
  test('bytes of no text', () => expectRefused('not-a-sheet', Uint8Array.of(0x41, 0, 0x42, 0, 0x43)));
  test('text of an unknown encoding', () => expectRefused('encoding', Uint8Array.of(0xff, 0x41, 0x81, 0xff, 0xff)));
  test('a quote that never ends', () => expectRefused('damaged', bytesOf(`日期,参加人数\n"${'a'.repeat(300_000)}`)));
});
