import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { both, countyWithPack, manifestOf } from '../../test/world/county-with-pack.ts';
import {
  checkImport,
  correctRecord,
  enterRecord,
  exportRecords,
  getRecord,
  importRecords,
  listRecords,
  listSubjects,
  recordTemplate,
  withdrawRecord,
} from '../records/index.ts';
import { explainStanding, readStandings, verifyStandings } from './index.ts';

const form = (id: string, kinds: string, by: string, fields: readonly string[]) => `
id: ${id}
title: ${both(id)}
source: { document: test }
owner: ${both('office')}
frequency: as-it-happens
minutes: 1
subject: { organisation: [${kinds}] }
date: on
entered_by: [${by}]
fields:
  - { id: on, title: ${both('日期')}, type: date, required: true }
${fields.map((field) => `  - ${field}`).join('\n')}
`;
const VILLAGES = `{ id: villages, title: ${both('涉及的村')}, type: subjects, of: { organisation: [village] } }`;
const HEAD = `{ id: head, title: ${both('负责人')}, type: subject, of: { person: true } }`;
const PARTNERS = `{ id: partners, title: ${both('分成')}, type: subjects, of: { organisation: [township] }, share: { unit: time, total: 100 } }`;
const PACK = [
  manifestOf('notices'),
  {
    path: 'forms/notice.yaml',
    text: form('notice', 'county, township', 'county-officer, township-officer', [VILLAGES, HEAD]),
  },
  { path: 'forms/deal.yaml', text: form('deal', 'county', 'county-officer', [PARTNERS]) },
  { path: 'forms/answer.yaml', text: form('answer', 'village', 'county-officer', []) },
  {
    path: 'obligations/mend.yaml',
    text: `
id: mend
title: ${both('mend')}
source: { document: test }
who: { organisations: [village] }
when: { after: { form: notice, about: { field: villages } }, within: 10, days: calendar-days }
amount: { at_least: 1, unit: time }
counts: [{ form: answer }]
part_period: { owes: full }
late: { within: 30, days: calendar-days }
due_soon: { within: 1, days: calendar-days }
`,
  },
];

const { county, operator, by, settle } = await countyWithPack(PACK);
const [officer, east, clerk] = await Promise.all([by('county'), by('east'), by('clerk')]);

function textOf(body: unknown): string {
  if (!(body instanceof Uint8Array)) throw new Error('not a whole file');
  return Buffer.from(body).toString();
}

const lightsOf = async (village: string) => {
  const { standings } = await operator.do(readStandings, { organisation: village });
  return standings
    .filter(({ obligation }) => obligation === 'mend')
    .map(({ period, light }) => `${period.key} ${light}`);
};

const noticeOf = (by: typeof officer, subject: string, on: string, villages: string[], id = uuidv7()) =>
  by.do(enterRecord, { id, form: 'notice', subject: { kind: 'organisation', id: subject }, data: { on, villages } });

describe('a notice that names villages', () => {
  const id = uuidv7();

  it('turns a light in each of them, and in no other', async () => {
    const { county: shen, wangzhuang, lizhuang, liulin } = county.organisations;
    await noticeOf(officer, shen, '2026-09-10', [wangzhuang, liulin], id);
    await settle();
    expect(await lightsOf(wangzhuang)).toEqual(['2026-09-10 open']);
    expect(await lightsOf(liulin)).toEqual(['2026-09-10 open']);
    expect(await lightsOf(lizhuang)).toEqual([]);
    expect((await operator.do(verifyStandings, {})).different).toEqual([]);
    const { explanation } = await clerk.do(explainStanding, {
      obligation: 'mend',
      subjectKind: 'organisation',
      subject: wangzhuang,
      period: '2026-09-10',
    });
    expect(JSON.stringify(explanation)).toContain(id);
  });

  it('is seen by those it names, with names instead of ids, and is not theirs to correct', async () => {
    const { wangzhuang, liulin } = county.organisations;
    const { entries } = await clerk.do(listRecords, { form: 'notice' });
    expect(entries.map((entry) => [entry.id, entry.named])).toEqual([
      [id, { [wangzhuang]: '王庄村', [liulin]: '柳林村' }],
    ]);
    expect((await clerk.do(getRecord, { id })).mayCorrect).toBe(false);
    expect((await officer.do(getRecord, { id })).mayCorrect).toBe(true);
    expect((await operator.do(listRecords, { organisation: liulin, form: 'notice' })).entries).toHaveLength(1);
    expect((await operator.do(listRecords, { subject: county.organisations.lizhuang })).entries).toEqual([]);
  });

  it('corrected or withdrawn, turns the lights of those it named before and of those it names now', async () => {
    const { wangzhuang, lizhuang, liulin } = county.organisations;
    const by = uuidv7();
    await officer.do(correctRecord, {
      id: by,
      entry: id,
      data: { on: '2026-09-10', villages: [lizhuang, liulin] },
      reason: '点错了村',
    });
    await settle();
    expect(await lightsOf(wangzhuang)).toEqual([]);
    expect(await lightsOf(lizhuang)).toEqual(['2026-09-10 open']);
    expect((await operator.do(verifyStandings, {})).different).toEqual([]);
    await officer.do(withdrawRecord, { id: uuidv7(), entry: by, reason: '不曾发生' });
    await settle();
    expect(await lightsOf(liulin)).toEqual([]);
    expect((await operator.do(verifyStandings, {})).different).toEqual([]);
  });
});

describe('whom one may name', () => {
  it('lies where one may enter the form', async () => {
    const { east: town, wangzhuang, liulin } = county.organisations;
    await noticeOf(east, town, '2026-09-11', [wangzhuang]);
    await expect(noticeOf(east, town, '2026-09-11', [wangzhuang, liulin])).rejects.toMatchObject({
      kind: 'invalid',
      fields: [{ field: 'villages', rule: 'named-reach' }],
    });
    const { subjects } = await east.do(listSubjects, { form: 'notice', field: 'villages' });
    expect(subjects.map(({ name }) => name).sort()).toEqual(['李庄村', '王庄村', '高庙村'].sort());
  });

  it('is of the kinds the form asks for, and there on the day', async () => {
    const { county: shen, east: town, wangzhuang } = county.organisations;
    const refused = { kind: 'invalid', fields: [{ field: 'villages', rule: 'named-reach' }] };
    await expect(noticeOf(officer, shen, '2026-09-11', [town])).rejects.toMatchObject(refused);
    await expect(noticeOf(officer, shen, '2026-09-11', ['王庄村'])).rejects.toMatchObject(refused);
    await expect(noticeOf(officer, shen, '2019-09-11', [wangzhuang])).rejects.toMatchObject({ kind: 'invalid' });
    await expect(officer.do(listSubjects, { form: 'notice', field: 'on' })).rejects.toMatchObject({
      kind: 'not-found',
    });
  });

  it('gets numbers that make what was agreed', async () => {
    const { county: shen, east: town, west } = county.organisations;
    const deal = (partners: Record<string, number>) =>
      officer.do(enterRecord, {
        id: uuidv7(),
        form: 'deal',
        subject: { kind: 'organisation', id: shen },
        data: { on: '2026-09-11', partners },
      });
    await expect(deal({ [town]: 60, [west]: 30 })).rejects.toMatchObject({
      fields: [{ field: 'partners', rule: 'total' }],
    });
    const { id } = await deal({ [town]: 60, [west]: 40 });
    expect((await officer.do(getRecord, { id })).entry.data).toMatchObject({ partners: { [town]: 60, [west]: 40 } });
  });
});

describe('a workbook', () => {
  const sent = (of: string, ...lines: string[]) => ({
    form: of,
    fileName: '通报.csv',
    file: Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`).toString('base64'),
  });
  const HEADER = '填报对象,日期,涉及的村,负责人';

  it('names several in one cell, and says who is not found', async () => {
    const wrong = await officer.do(checkImport, sent('notice', HEADER, '莘县,2026-09-12,王庄村、张庄村,'));
    expect(wrong.problems.map(({ row, field, words }) => [row, field, words.en])).toEqual([
      [2, 'villages', expect.stringContaining('张庄村')],
    ]);
    const file = sent('notice', HEADER, '莘县,2026-09-12,"王庄村、东张镇/李庄村",孙立新', '莘县,2026-09-13,,');
    await officer.do(importRecords, { id: uuidv7(), ...file });
    await settle();
    expect(await lightsOf(county.organisations.lizhuang)).toEqual(['2026-09-12 open']);
    expect((await operator.do(verifyStandings, {})).different).toEqual([]);
  });

  it('states numbers after the names, and comes out as it went in', async () => {
    const wrong = await officer.do(
      checkImport,
      sent('deal', '填报对象,日期,分成', '莘县,2026-09-12,"东张镇 60、西河镇"'),
    );
    expect(wrong.problems.map(({ field }) => field)).toEqual(['partners']);
    await officer.do(importRecords, {
      id: uuidv7(),
      ...sent('deal', '填报对象,日期,分成', '莘县,2026-09-14,"东张镇 70、西河镇：30%"'),
    });
    const deals = await officer.do(exportRecords, { form: 'deal', from: '2026-09-14', format: 'csv' });
    expect(textOf(deals.body)).toContain('东张镇 70、西河镇 30');
    const notices = await officer.do(exportRecords, { from: '2026-09-12', to: '2026-09-12', format: 'csv' });
    expect(textOf(notices.body)).toContain('涉及的村：王庄村、李庄村；负责人：孙立新');
  });

  it('has a template that says how', async () => {
    const { body } = await officer.do(recordTemplate, { form: 'notice', format: 'xlsx' });
    expect(body).toBeInstanceOf(Uint8Array);
    expect(textOf(body)).toMatch(/^PK/);
  });
});
