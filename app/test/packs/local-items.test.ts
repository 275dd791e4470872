import { v7 as uuidv7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { localOperator } from '../../src/accounts/index.ts';
import { applyPack } from '../../src/packs/index.ts';
import type { Scope } from '../../src/platform/access/scope.ts';
import { testDatabase } from '../../src/platform/database/testing.ts';
import { readRating } from '../../src/ratings/index.ts';
import { checkImport, correctRecord, enterRecord } from '../../src/records/index.ts';
import { acting } from '../world/acting.ts';
import { buildCounty, type County, NOW } from '../world/build-world.ts';
import { SMALL_PACK } from '../world/small-pack.ts';

const forms = `
- id: local-item
  title: { zh-CN: 自设项目, en: Local item }
  source: { document: 小县办法 }
  owner: { zh-CN: 村支书, en: Village secretary }
  frequency: year
  minutes: 2
  subject: { organisation: [village] }
  date: declared_on
  entered_by: [village-clerk, county-officer]
  fields:
    - { id: declared_on, type: date, title: { zh-CN: 申报日期, en: Declared on }, required: true }
    - { id: name, type: text, title: { zh-CN: 项目名称, en: Item }, required: true }
    - { id: marks, type: decimal, unit: point, decimals: 1, title: { zh-CN: 分值, en: Marks }, required: true }
- id: local-score
  title: { zh-CN: 自设项目评分, en: Score of a local item }
  source: { document: 小县办法 }
  owner: { zh-CN: 乡镇, en: Township }
  frequency: as-it-happens
  minutes: 1
  subject: { organisation: [village] }
  date: scored_on
  entered_by: [township-officer, county-officer]
  fields:
    - { id: scored_on, type: date, title: { zh-CN: 评分日期, en: Scored on }, required: true }
    - { id: item, type: text, title: { zh-CN: 项目名称, en: Item }, required: true }
    - { id: points, type: decimal, unit: point, decimals: 1, title: { zh-CN: 得分, en: Points }, required: true }
`;

const ratings = `
- id: village-local
  title: { zh-CN: 村级自设项目, en: Local items of villages }
  source: { document: 小县办法 }
  of: { organisations: [village] }
  period: { every: year }
  part_period: rated
  unit: point
  steps:
    - id: local
      title: { zh-CN: 自设项目, en: Local items }
      slots:
        number: 2
        plus: { each: 1.5, together: 2.5 }
        filled_by:
          declared: { entries: { form: local-item }, name: data.name, marks: data.marks }
          scored: { entries: { form: local-score }, name: data.item, points: data.points, several: sum, beyond: does-not-count, unscored: zero }
        none: zero
        missing: stop
  result: { score: local }
`;

const SHEN = '371522';
const database = await testDatabase();
const { as } = acting(database, NOW);
let county: County;
let officer: ReturnType<typeof as>;
let village: string;

beforeAll(async () => {
  await database.addJurisdictions(SHEN);
  county = await buildCounty(database, SHEN);
  village = county.organisations.wangzhuang;
  const operator: Scope = await localOperator(database, SHEN);
  officer = as({ ...operator, roles: ['county-officer'] });
  const files = [
    ...SMALL_PACK,
    { path: 'forms/local.yaml', text: forms },
    { path: 'ratings/local.yaml', text: ratings },
  ];
  await as(operator).do(applyPack, { files, from: '2026-01-01' });
});

const declare = (name: string, marks: number, about = village) =>
  officer.do(enterRecord, {
    id: uuidv7(),
    form: 'local-item',
    subject: { kind: 'organisation', id: about },
    data: { declared_on: '2026-02-01', name, marks },
  });
const score = (item: string, points: number) =>
  officer.do(enterRecord, {
    id: uuidv7(),
    form: 'local-score',
    subject: { kind: 'organisation', id: village },
    data: { scored_on: '2026-03-01', item, points },
  });
const refused = (words: string) => ({
  kind: 'invalid',
  code: 'invalid-entry',
  words: { 'zh-CN': expect.stringContaining(words) },
});

describe('a village that makes items of its own', () => {
  test('is held to the limits when it declares, corrects and is scored; what was taken counts', async () => {
    await expect(declare('庭院', 2)).rejects.toMatchObject(refused('加分 2，超过 1.5'));
    const yard = await declare('庭院', 1.5);
    await expect(declare('庭院', 0.5)).rejects.toMatchObject(refused('已有同名的自设项目'));
    await expect(declare('敬老', 1.5)).rejects.toMatchObject(refused('加分合计 3，超过 2.5'));
    await declare('敬老', 0.5);
    await expect(declare('种树', 0.5)).rejects.toMatchObject(refused('自设项目数 3，超过 2'));
    await declare('种树', 0.5, county.organisations.lizhuang);
    const correct = (marks: number) =>
      officer.do(correctRecord, {
        id: uuidv7(),
        entry: yard.id,
        data: { declared_on: '2026-02-01', name: '庭院', marks },
        reason: '分值写错',
      });
    await expect(correct(1.6)).rejects.toMatchObject(refused('加分 1.6，超过 1.5'));
    await correct(1);
    await expect(score('庭院', 1.2)).rejects.toMatchObject(refused('评分 1.2 超过项目分值 1'));
    await expect(score('修路', 1)).rejects.toMatchObject(refused('没有名为“修路”的自设项目'));
    await score('庭院', 0.8);
    const { rows } = await officer.do(readRating, { rating: 'village-local', period: '2026' });
    expect(rows.find(({ subject }) => subject === village)?.score).toMatchObject({ value: '0.8' });
  });

  test('is told row by row when a file declares too many', async () => {
    const lines = ['填报对象,申报日期,项目名称,分值', ...[1, 2, 3].map((n) => `柳林村,2026-02-0${n},项目${n},0.5`)];
    const file = Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`).toString('base64');
    const { problems } = await officer.do(checkImport, { form: 'local-item', fileName: '自设.csv', file });
    expect(problems.map(({ row, words }) => [row, words['zh-CN']])).toEqual([
      [4, expect.stringContaining('自设项目数 3，超过 2')],
    ]);
  });
});
