import { describe, expect, test } from 'vitest';
import { type Column, openSheet, readSheet } from './index.ts';
import { all, textRow, workbookOf } from './workbook-of-parts.test-support.ts';

const column = (type: Column['type'], more: Partial<Column> = {}): Column => ({
  key: 'x',
  header: '栏',
  type,
  ...more,
});

async function cellOf(type: Column['type'], text: string, more: Partial<Column> = {}) {
  const bytes = new TextEncoder().encode(`栏,"另"\n"${text.replaceAll('"', '""')}",1\n`);
  const columns = [column(type, more), { key: 'y', header: '另', type: 'integer' as const }];
  const [row] = await all(readSheet(bytes, { columns }));
  return row?.cells['x'];
}

const rawCell = async (type: Column['type'], xml: string, date1904 = false) => {
  const bytes = workbookOf({ rows: `${textRow(1, ['栏'])}<row r="2">${xml}</row>`, date1904 });
  const [row] = await all(readSheet(bytes, { columns: [column(type)] }));
  return row?.cells['x'];
};

describe('days', () => {
  test.each([
    '2026-09-01',
    '2026/9/1',
    '2026.9.1',
    '2026年9月1日',
    '2026年09月01',
    '20260901',
    '２０２６－０９－０１',
    ' 2026 年 9 月 1 日 ',
    '2026-09-01 08:30',
    '2026-09-01T08:30:00Z',
  ])('%s', async (text) => expect(await cellOf('date', text)).toMatchObject({ value: '2026-09-01' }));

  test.each(['2026-02-30', '26-9-1', '9月1日', '2026-13-01', '昨天', '20261301', '12'])('%s is none', async (text) =>
    expect(await cellOf('date', text)).toMatchObject({ value: null, raw: text, problem: { code: 'not-a-date' } }),
  );

  test('serials of both date systems, with and without date format', async () => {
    expect(await rawCell('date', '<c s="1"><v>46266</v></c>')).toMatchObject({ value: '2026-09-01' });
    expect(await rawCell('date', '<c><v>46266</v></c>')).toMatchObject({ value: '2026-09-01' });
    expect(await rawCell('date', '<c s="1"><v>46266.75</v></c>')).toMatchObject({ value: '2026-09-01' });
    expect(await rawCell('date', '<c s="1"><v>44804</v></c>', true)).toMatchObject({ value: '2026-09-01' });
    expect(await rawCell('date', '<c><v>44804</v></c>', true)).toMatchObject({ value: '2026-09-01' });
    expect(await rawCell('date', '<c><v>20260901</v></c>')).toMatchObject({ value: '2026-09-01' });
    expect(await rawCell('date', '<c><v>7</v></c>')).toMatchObject({ problem: { code: 'not-a-date' } });
  });
});

describe('times', () => {
  test.each(['8:30', '08:30', '08:30:00', '８：３０', '8时30分', '8点30'])('%s', async (text) =>
    expect(await cellOf('time', text)).toMatchObject({ value: '08:30' }),
  );

  test.each(['24:00', '8:60', '早上', '0830x'])('%s is none', async (text) =>
    expect(await cellOf('time', text)).toMatchObject({ value: null, raw: text, problem: { code: 'not-a-time' } }),
  );

  test('parts of a day, alone and behind a date', async () => {
    expect(await rawCell('time', '<c><v>0.354166666666667</v></c>')).toMatchObject({ value: '08:30' });
    expect(await rawCell('time', '<c s="1"><v>46266.75</v></c>')).toMatchObject({ value: '18:00' });
    expect(await cellOf('time', '9点整')).toMatchObject({ value: '09:00' });
  });
});

describe('numbers', () => {
  test.each([
    ['12', 12],
    ['１２', 12],
    [' 1,234 ', 1234],
    ['12.0', 12],
    ['-3', -3],
    ['+5', 5],
    ['0', 0],
  ])('whole: %s', async (text, value) => expect(await cellOf('integer', text)).toMatchObject({ value }));
  test.each(['12.5', '十二', '12人', '1,23', '99999999999999999999', '1e3'])('not whole: %s', async (text) =>
    expect(await cellOf('integer', text)).toMatchObject({ value: null, problem: { code: 'not-an-integer' } }),
  );
  test.each([
    ['1.50', '1.50'],
    ['１．５', '1.5'],
    ['1,234.5', '1234.5'],
    ['123456789012345678.5', '123456789012345678.5'],
  ])('exact decimal: %s', async (text, value) => expect(await cellOf('decimal', text)).toMatchObject({ value }));
  test('a binary number loses its noise', async () =>
    expect(await rawCell('decimal', '<c><v>0.30000000000000004</v></c>')).toMatchObject({ value: '0.3' }));
  test('a tiny number has no exponent', async () =>
    expect(await rawCell('decimal', '<c><v>1e-7</v></c>')).toMatchObject({ value: '0.0000001' }));
});

describe('texts and choices', () => {
  test('ID numbers keep their digits; one stored as a number has lost some', async () => {
    expect(await cellOf('text', '371522199001010011')).toMatchObject({ value: '371522199001010011' });
    expect(await rawCell('text', '<c><v>371522199001010000</v></c>')).toMatchObject({
      problem: { code: 'digits-lost' },
    });
    expect(await rawCell('text', '<c><v>13800001111</v></c>')).toMatchObject({ value: '13800001111' });
  });
  test('blanks and invisible characters go', async () =>
    expect(await cellOf('text', ' 王庄\u200b　')).toMatchObject({ value: '王庄', raw: '王庄' }));
  test('formula errors are no text', async () =>
    expect(await rawCell('text', '<c t="e"><v>#REF!</v></c>')).toMatchObject({
      value: null,
      problem: { code: 'error-value' },
    }));
  test.each([
    ['是', true],
    ['√', true],
    ['TRUE', true],
    ['否', false],
    ['无', false],
    ['0', false],
  ])('%s', async (text, value) => expect(await cellOf('boolean', text)).toMatchObject({ value }));
  test('neither yes nor no', async () =>
    expect(await cellOf('boolean', '也许')).toMatchObject({ problem: { code: 'not-yes-or-no' } }));
  test('options are matched in either width', async () => {
    const more = { options: ['党员大会', '公路（公里）'] };
    expect(await cellOf('choice', '公路(公里)', more)).toMatchObject({ value: '公路（公里）' });
    expect((await cellOf('choice', '茶话会', more))?.problem?.words['zh-CN']).toBe(
      '“茶话会”不在选项中；可填：党员大会、公路（公里）',
    );
  });
  test('several options', async () => {
    const more = { options: ['党员', '群众', '村干部'] };
    expect(await cellOf('choices', '党员、群众，党员', more)).toMatchObject({ value: ['党员', '群众'] });
    expect(await cellOf('choices', '党员；学生', more)).toMatchObject({
      value: null,
      problem: { code: 'not-an-option' },
    });
  });
});

describe('the sheet around them', () => {
  test('title and lines stand above, blank rows between, own columns in any order', async () => {
    const rows = [
      textRow(1, ['登记表']),
      textRow(3, ['填报单位：莘县']),
      textRow(4, ['二', '一*', '导入问题']),
      textRow(6, ['2', '甲', '旧']),
      '<row r="9"><c r="B9" t="inlineStr"><is><t>乙</t></is></c></row>',
    ].join('');
    const columns: Column[] = [
      { key: 'a', header: '一', type: 'text' },
      { key: 'b', header: '二', type: 'integer' },
    ];
    const sheet = await openSheet(workbookOf({ rows }), { columns });
    expect(sheet).toMatchObject({ kind: 'xlsx', headerRow: 4, total: 2 });
    const read = await all(sheet.rows());
    expect(read.map((r) => [r.rowNumber, r.cells['a']?.value, r.cells['b']?.value])).toEqual([
      [6, '甲', 2],
      [9, '乙', null],
    ]);
  });

  const csv = '名称,数\r\n王庄村,1\r\n"张,庄\n村",2\r\n';
  const columns: Column[] = [
    { key: 'name', header: '名称', type: 'text' },
    { key: 'n', header: '数', type: 'integer' },
  ];
  const GB18030 = Buffer.from('c3fbb3c62ccafd0d0acdf5d7afb4e52c310d0a22d5c52cd7af0ab4e5222c320d0a', 'hex');
  test.each([
    ['UTF-8', Buffer.from(csv)],
    ['UTF-8 with mark', Buffer.from(`\ufeff${csv}`)],
    ['GB18030', GB18030],
    [
      'UTF-16',
      Buffer.from(
        `\ufeff${csv.replaceAll('名称,', '名称\t').replaceAll('村,', '村\t').replaceAll('",', '"\t')}`,
        'utf16le',
      ),
    ],
  ])('CSV in %s', async (_, bytes) => {
    const read = await all(readSheet(bytes, { columns }));
    expect(read.map((r) => [r.rowNumber, r.cells['name']?.value, r.cells['n']?.value])).toEqual([
      [2, '王庄村', 1],
      [3, '张,庄\n村', 2],
    ]);
  });

  test('a column that may be absent is blank then', async () => {
    const more: Column[] = [...columns, { key: 'to', header: '止', type: 'date', mayBeAbsent: true }];
    const [row] = await all(readSheet(Buffer.from(csv), { columns: more }));
    expect(row?.cells['to']).toEqual({ raw: '', value: null });
  });

  test('a stream is as good as bytes', async () => {
    const read = await all(readSheet(new Blob([csv]).stream(), { columns }));
    expect(read).toHaveLength(2);
  });
});
