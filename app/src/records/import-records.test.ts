import { openXlsx } from 'hucre';
import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { acting } from '../../test/world/acting.ts';
import { makeSmallCounty, type SmallCounty } from '../../test/world/small-county.ts';
import { SMALL_FORMS } from '../../test/world/small-pack.ts';
import { testDatabase } from '../platform/database/testing.ts';
import { inJurisdiction } from '../platform/database/transaction.ts';
import { readSheet, writeTable } from '../platform/spreadsheet/index.ts';
import { textRow, workbookOf, workbookParts, zipOf } from '../platform/spreadsheet/workbook-of-parts.test-support.ts';
import { readFacts } from './facts-reader.ts';
import {
  checkImport,
  correctRecord,
  enterRecord,
  exportRecords,
  importErrors,
  importProgress,
  importRecords,
  listRecords,
  recordTemplate,
} from './index.ts';
import { columnsOf } from './sheet/columns.ts';
import { wholeFile } from './sheet/file-format.ts';

const SHEN = '371522';
const database = await testDatabase();
await database.addJurisdictions(SHEN);
const county = await makeSmallCounty(database, SHEN);
const { as } = acting(database, '2026-09-15T02:00:00.000Z');
const { officer, eastOfficer, clerk, firstSecretary } = county;

type Scope = SmallCounty['clerk'];

const csv = (...lines: string[]) => Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`);
const HEAD = '填报对象,召开日期,应到人数,实到人数';
const meetings = (...lines: string[]) => csv(HEAD, ...lines);
const sent = (file: Uint8Array, form = 'meeting', fileName = '会议.csv') => ({
  form,
  fileName,
  file: Buffer.from(file).toString('base64'),
});
const check = (by: Scope, file: Uint8Array, form?: string) => as(by).do(checkImport, sent(file, form));
const take = (by: Scope, file: Uint8Array, form?: string, id = uuidv7()) =>
  as(by).do(importRecords, { id, ...sent(file, form) });
const count = (table: 'entry' | 'import_receipt' | 'standing_dirty') =>
  inJurisdiction(database, SHEN, async (tx) => (await tx.selectFrom(table).select('id').execute()).length);

describe('a good file', () => {
  it('is tried without writing, then taken whole, with a receipt', async () => {
    const file = meetings('王庄村,2026-08-03,20,18', '李庄村,2026/8/5,15,15', '东张镇/王庄村,2026年8月17日,20,20');
    expect(await check(officer, file)).toEqual({ rows: 3, entries: 3, duplicates: 0, problems: [], more: false });
    expect(await count('entry')).toBe(0);
    const before = await count('standing_dirty');
    const receipt = await take(officer, file);
    expect(receipt).toMatchObject({ again: false, rows: 3, entries: 3, duplicates: 0 });
    expect((await count('standing_dirty')) - before).toBe(2);
    const { entries } = await as(clerk).do(listRecords, { form: 'meeting' });
    expect(entries.map((entry) => [entry.happenedOn, entry.source, entry.data])).toEqual([
      ['2026-08-17', 'csv', { held_on: '2026-08-17', expected: 20, attended: 20 }],
      ['2026-08-03', 'csv', { held_on: '2026-08-03', expected: 20, attended: 18 }],
    ]);
    expect(await as(officer).do(importProgress, { id: receipt.receipt })).toEqual({ phase: 'done', done: 3, total: 3 });
    expect(await as(clerk).do(importProgress, { id: receipt.receipt })).toBeNull();
  });

  it('sent again, together, or by another name and id adds nothing', async () => {
    const file = meetings('李庄村,2026-08-25,15,14');
    const receipts = await Promise.all(Array.from({ length: 4 }, () => take(officer, file)));
    expect(receipts.filter((receipt) => !receipt.again)).toHaveLength(1);
    expect(new Set(receipts.map((receipt) => receipt.receipt)).size).toBe(1);
    expect((await as(officer).do(listRecords, { from: '2026-08-25', to: '2026-08-25' })).entries).toHaveLength(1);
    const first = receipts[0]?.receipt ?? '';
    await expect(take(officer, meetings('李庄村,2026-08-26,15,14'), 'meeting', first)).rejects.toMatchObject({
      kind: 'conflict',
    });
  });

  it('with rows that are recorded already, or stand twice, adds the others', async () => {
    const data = { held_on: '2026-08-27', expected: 9, attended: 9 };
    const subject = { kind: 'organisation' as const, id: county.wangzhuang };
    const entered = await as(clerk).do(enterRecord, { id: uuidv7(), form: 'meeting', subject, data });
    const file = meetings('王庄村,2026-08-27,9,9', '王庄村,2026-08-28,9,9', ' 王庄村,2026-08-28,9,9');
    expect(await check(officer, file)).toMatchObject({ rows: 3, entries: 1, duplicates: 2 });
    expect(await take(officer, file)).toMatchObject({ rows: 3, entries: 1, duplicates: 2 });
    const correction = { id: uuidv7(), entry: entered.id, data: { ...data, attended: 8 }, reason: '人数记错' };
    await as(clerk).do(correctRecord, correction);
    expect(await check(officer, file)).toMatchObject({ duplicates: 2, entries: 1 });
  });

  it('in the other language and as a workbook filled into the template', async () => {
    const template = await as(officer).do(recordTemplate, { form: 'village-day', format: 'xlsx' });
    const sheet = (await openXlsx(template.body as Uint8Array, { readStyles: true })).sheets[0];
    expect(template.fileName).toBe('驻村工作日.xlsx');
    expect(sheet?.rows[1]?.[0]).toBe('依据：小县办法');
    const subjects = sheet?.dataValidations?.find((one) => one.range.startsWith('A'));
    expect(JSON.stringify(subjects)).toContain('孙立新（王庄村）');
    const form = SMALL_FORMS.find((one) => one.id === 'village-day');
    const rows = [{ subject: '孙立新（王庄村）', worked_on: '2026-08-11', part: '半天', matters: 3, work: '=1+1' }];
    const filled = await wholeFile(
      writeTable({ title: '驻村', columns: columnsOf(form as NonNullable<typeof form>, 'zh-CN'), rows }),
    );
    await take(firstSecretary, filled, 'village-day');
    const english = csv('Subject,Day,Length', '孙立新,2026-08-12,Full day');
    await take(firstSecretary, english, 'village-day');
    const { entries } = await as(firstSecretary).do(listRecords, { form: 'village-day' });
    expect(entries.map((entry) => [entry.source, entry.data])).toEqual([
      ['csv', { worked_on: '2026-08-12', part: 'full_day' }],
      ['excel', { worked_on: '2026-08-11', part: 'half_day', matters: 3, work: '=1+1' }],
    ]);
  });
});

describe('a file with mistakes', () => {
  const file = meetings(
    '王庄村,2026-08-03,20,21',
    '没有的村,2026-08-03,20,18',
    '李庄村,三月,x,18',
    '王庄村,2026-10-01,20,18',
    '李庄村,2026-08-29,20,18',
    '王庄村,2019-08-29,20,18',
  );

  it('names each with row and field, and is not taken at all', async () => {
    const { problems, rows, entries } = await check(officer, file);
    expect({ rows, entries }).toEqual({ rows: 6, entries: 1 });
    expect(problems.map(({ row, field }) => [row, field])).toEqual([
      [2, null],
      [3, 'subject'],
      [4, 'held_on'],
      [4, 'expected'],
      [5, 'held_on'],
      [7, 'held_on'],
    ]);
    for (const { words } of problems) expect(words.en).not.toBe(words['zh-CN']);
    const before = await count('entry');
    await expect(take(officer, file)).rejects.toMatchObject({ kind: 'invalid', code: 'import-problems' });
    expect(await count('entry')).toBe(before);
  });

  it('comes back with red cells and reasons', async () => {
    const marked = await as(officer).do(importErrors, sent(file));
    expect(marked.fileName).toBe('会议-问题.xlsx');
    const sheet = (await openXlsx(Buffer.from(marked.file, 'base64'), { readStyles: true })).sheets[0];
    expect(sheet?.rows[2]?.[4]).toContain('没有找到“没有的村”');
    expect(sheet?.cells?.get('2,0')?.style?.fill).toBeDefined();
    expect(sheet?.cells?.get('5,0')?.style?.fill).toBeUndefined();
  });

  it('is limited to one’s scope and forms', async () => {
    expect((await check(eastOfficer, meetings('赵庄村,2026-08-03,5,5'))).problems).toMatchObject([
      { field: 'subject' },
    ]);
    await expect(check(clerk, csv('填报对象,日期,时长', 'a,b,c'), 'village-day')).rejects.toMatchObject({
      code: 'form-role',
    });
  });

  it('names the candidates where a writing fits several subjects', async () => {
    await inJurisdiction(database, SHEN, async (tx) => {
      const id = uuidv7();
      const home = { jurisdiction_id: SHEN };
      await tx
        .insertInto('organisation')
        .values({ ...home, id, kind: 'village', founded_on: '2020-01-01' })
        .execute();
      const name = { organisation_id: id, name: '王庄村', valid_from: '2020-01-01' };
      await tx
        .insertInto('organisation_name')
        .values({ ...home, id: uuidv7(), ...name })
        .execute();
      const up = [id, county.west, county.county].map((ancestor_id, depth) => ({
        ...home,
        ancestor_id,
        descendant_id: id,
        depth,
      }));
      await tx.insertInto('organisation_closure').values(up).execute();
    });
    const [problem] = (await check(officer, meetings('王庄村,2026-08-03,5,5'))).problems;
    expect(problem?.words['zh-CN']).toContain('东张镇/王庄村、西河镇/王庄村');
    expect((await check(officer, meetings('西河镇/王庄村,2026-08-03,5,5'))).problems).toEqual([]);
    expect((await check(officer, meetings('371522101001,2026-08-04,5,5'))).problems).toEqual([]);
    expect((await check(clerk, meetings('王庄村,2026-08-04,5,5'))).problems).toEqual([]);
  });
});

describe('taking over history', () => {
  const HISTORY = '填报对象,日期,时长,填报日期,核实人,核实日期';
  const file = csv(
    HISTORY,
    '孙立新（王庄村）,2026-07-01,全天,2026-07-02,王秀芹,2026-07-05',
    '孙立新（王庄村）,2026-07-02,全天,2026-07-20,,',
  );

  it('is the county’s: days and confirmations of elsewhere, marked and audited', async () => {
    await take(officer, file, 'village-day');
    const facts = await inJurisdiction(database, SHEN, (tx) =>
      readFacts(tx, { jurisdiction: SHEN, forms: ['village-day'], knownBy: '2026-07-31' }),
    );
    expect(facts.map((fact) => [fact.date, fact.recordedOn, fact.confirmation?.on]).sort()).toEqual([
      ['2026-07-01', '2026-07-02', '2026-07-05'],
      ['2026-07-02', '2026-07-20', undefined],
    ]);
    const { entries } = await as(clerk).do(listRecords, { to: '2026-07-01' });
    expect(entries[0]?.takenOver).toBe(true);
    expect(entries[0]?.confirmation?.reason).toContain('由 王秀芹 核实');
    const audit = await inJurisdiction(database, SHEN, (tx) =>
      tx.selectFrom('audit').select(['action', 'detail']).where('action', '=', 'records.take-over').execute(),
    );
    expect(audit).toMatchObject([{ detail: { form: 'village-day', rows: 2 } }]);
  });

  it('is refused to others, and so are days that cannot be', async () => {
    expect((await check(firstSecretary, file, 'village-day')).problems).toMatchObject([
      { row: 2, field: 'recorded_on' },
      { row: 3, field: 'recorded_on' },
    ]);
    const wrong = csv(
      HISTORY,
      '孙立新（王庄村）,2026-07-03,全天,2026-07-02,,',
      '孙立新（王庄村）,2026-07-03,全天,2026-07-04,王秀芹,',
      '孙立新（王庄村）,2026-07-03,半天,2026-07-04,王秀芹,2026-07-03',
      '孙立新（王庄村）,2026-07-03,半天,2026-09-16,,',
    );
    expect((await check(officer, wrong, 'village-day')).problems.map(({ row, field }) => [row, field])).toEqual([
      [2, 'recorded_on'],
      [3, 'confirmed_on'],
      [4, 'confirmed_on'],
      [5, 'recorded_on'],
    ]);
  });
});

describe('hostile and broken files get a clear answer and harm nothing', () => {
  const rows = (data: string) => textRow(1, HEAD.split(',')) + data;
  const refused = async (file: Uint8Array, code: string) => {
    const before = await count('entry');
    for (const run of [check, take, (by: Scope, bytes: Uint8Array) => as(by).do(importErrors, sent(bytes))]) {
      await expect(run(officer, file)).rejects.toMatchObject({ kind: 'invalid', code: `sheet-${code}` });
    }
    expect(await count('entry')).toBe(before);
  };

  it('a zip bomb', async () => {
    const parts = workbookParts({ rows: rows(textRow(2, ['王庄村', '2026-08-03', '5', '5']).repeat(3000)) });
    await refused(
      zipOf(parts.map((part) => (part.name.includes('sheet1') ? { ...part, declared: 900 } : part))),
      'bomb',
    );
    await refused(
      workbookOf({ rows: rows(''), more: [{ name: 'xl/x.xml', data: Buffer.alloc(40 << 20, 32) }] }),
      'bomb',
    );
  });

  it('a wrong header, merged cells, no rows, no sheet', async () => {
    await refused(csv('村名,召开日期,应到人数,实到人数', 'a,b,c,d'), 'wrong-header');
    const merged = rows(textRow(2, ['王庄村', '2026-08-03', '5', '5']) + textRow(3, ['', '2026-08-04', '5', '5']));
    await refused(
      workbookOf({ rows: merged, after: '<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>' }),
      'merged-cells',
    );
    await refused(meetings(), 'no-rows');
    await refused(Buffer.from('%PDF-1.4\0'), 'not-a-sheet');
    await refused(workbookOf({ rows: rows(''), prologue: '<!DOCTYPE x [<!ENTITY a "b">]>' }), 'hostile-xml');
  });

  it('what is no base64', async () => {
    await expect(as(officer).do(checkImport, { ...sent(csv(HEAD)), file: '§§§' })).rejects.toMatchObject({
      kind: 'invalid',
    });
  });

  it('dates as text, as serials of 1900 and of 1904 mean the same day', async () => {
    const cells = (day: string) =>
      `<row r="2"><c t="inlineStr"><is><t>李庄村</t></is></c>${day}<c><v>5</v></c><c><v>5</v></c></row>`;
    const held = async (file: Uint8Array) => {
      await take(officer, file);
      const { entries } = await as(officer).do(listRecords, { form: 'meeting', from: '2026-03-01', to: '2026-03-31' });
      return entries.map((entry) => entry.happenedOn);
    };
    expect(await held(workbookOf({ rows: rows(cells('<c s="1"><v>46096</v></c>')) }))).toEqual(['2026-03-15']);
    expect(await held(workbookOf({ rows: rows(cells('<c s="1"><v>44634</v></c>')), date1904: true }))).toEqual([
      '2026-03-15',
    ]);
    expect(await held(workbookOf({ rows: rows(cells('<c t="inlineStr"><is><t>2026.3.15</t></is></c>')) }))).toEqual([
      '2026-03-15',
    ]);
  });

  it('formulas: their results are read, never run; text that looks like one stays text on the way out', async () => {
    const formula =
      '<row r="2"><c t="inlineStr"><is><t>李庄村</t></is></c><c s="1"><v>46100</v></c><c><f>2+3</f><v>5</v></c><c><f>WEBSERVICE("http://x")</f></c></row>';
    const { problems } = await check(officer, workbookOf({ rows: rows(formula) }));
    expect(problems).toMatchObject([{ row: 2, field: 'attended' }]);
    const subject = { kind: 'posting' as const, id: county.posting };
    const data = { worked_on: '2026-08-20', part: 'full_day', work: '=HYPERLINK("http://x","y")' };
    await as(firstSecretary).do(enterRecord, { id: uuidv7(), form: 'village-day', subject, data });
    const exported = await as(clerk).do(exportRecords, { form: 'village-day', format: 'csv' });
    expect(Buffer.from(exported.body as Uint8Array).toString()).toContain(`'=HYPERLINK`);
    const book = await as(clerk).do(exportRecords, { form: 'village-day' });
    const sheet = (await openXlsx(book.body as Uint8Array)).sheets[0];
    expect([...(sheet?.cells ?? [])].some(([, cell]) => cell.formula !== undefined)).toBe(false);
  });
});

describe('exports', () => {
  it('hold what the caller sees, of one form with its fields or of all', async () => {
    const names = async (scope: Scope) => {
      const { body } = await as(scope).do(exportRecords, { format: 'csv' });
      return new Set(
        Buffer.from(body as Uint8Array)
          .toString()
          .split('\r\n')
          .slice(1, -1)
          .map((line) => line.split(',')[0]),
      );
    };
    expect(await names(clerk)).toEqual(new Set(['王庄村', '孙立新（王庄村）']));
    expect(await names(county.westOfficer)).toEqual(new Set());
    expect((await names(officer)).size).toBeGreaterThan(2);
    const { body } = await as(officer).do(exportRecords, {
      form: 'meeting',
      format: 'csv',
      organisation: county.lizhuang,
    });
    expect(
      Buffer.from(body as Uint8Array)
        .toString()
        .split('\r\n')[0],
    ).toBe('\ufeff填报对象,召开日期,应到人数,实到人数,所在组织,填报人,填报日期,状态,核实,记录编号');
  });
});

it('20,000 rows are taken in bounded memory', async () => {
  const days = Array.from({ length: 200 }, (_, i) => new Date(Date.UTC(2021, 0, 1 + i * 7)).toISOString().slice(0, 10));
  const names = ['李庄村', '赵庄村', '东张镇/王庄村', '西河镇/王庄村'];
  const lines = Array.from({ length: 20_000 }, (_, i) => {
    const expected = 10 + Math.floor(i / 800);
    return `${names[i % 4]},${days[Math.floor(i / 4) % 200]},${expected},${expected}`;
  });
  const file = meetings(...lines);
  const before = await count('entry');
  const start = performance.now();
  const memory = process.memoryUsage.rss();
  const receipt = await take(officer, file);
  expect(receipt).toMatchObject({ rows: 20_000, entries: 20_000 });
  expect((await count('entry')) - before).toBe(20_000);
  expect(process.memoryUsage.rss() - memory).toBeLessThan(300 * 1024 * 1024);
  expect(performance.now() - start).toBeLessThan(60_000);
  expect((await take(officer, file)).again).toBe(true);
}, 90_000);

it('a template as CSV is a header that can be filled in', async () => {
  const { body } = await as(clerk).do(recordTemplate, { form: 'meeting', format: 'csv' });
  const filled = Buffer.concat([Buffer.from(body as Uint8Array), Buffer.from('王庄村,2026-09-01,5,5\r\n')]);
  const rows = [];
  const form = SMALL_FORMS.find((one) => one.id === 'meeting');
  if (!form) throw new Error('the small pack has meetings');
  for await (const row of readSheet(filled, { columns: columnsOf(form, 'zh-CN') })) rows.push(row.rowNumber);
  expect(rows).toEqual([2]);
});
