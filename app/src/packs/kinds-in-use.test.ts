import type { PackFile } from '@luoshi/engine';
import { beforeAll, expect, test } from 'vitest';
import { acting } from '../../test/world/acting.ts';
import { buildCounty, type County, NOW } from '../../test/world/build-world.ts';
import { endPosting } from '../people/index.ts';
import { testDatabase } from '../platform/database/testing.ts';
import { readJurisdiction } from '../platform/database/transaction.ts';
import { applyPack } from './index.ts';
import { readPackSpans } from './pack-reader.ts';

const SHEN = '371522';
const database = await testDatabase();
const { as } = acting(database, NOW);
let county: County;
let officer: ReturnType<typeof as>;

const VILLAGE = '- { id: village, title: { zh-CN: 行政村, en: Village }, level: 5, parents: [township] }';
const SECRETARY = '- { id: village-secretary, title: { zh-CN: 村书记, en: Village secretary }, of: [village] }';
const KINDS = `
organisations:
  - { id: county, title: { zh-CN: 县, en: County }, level: 3, parents: [] }
  - { id: township, title: { zh-CN: 镇, en: Township }, level: 4, parents: [county] }
  - { id: county-department, title: { zh-CN: 县直部门, en: Department }, level: 4, parents: [county] }
  - { id: school, title: { zh-CN: 学校, en: School }, level: 6, parents: [county] }
  ${VILLAGE}
posts:
  - { id: unit-head, title: { zh-CN: 单位负责人, en: Head of unit }, of: [county-department] }
  ${SECRETARY}
postings:
  - id: first-secretary
    title: { zh-CN: 第一书记, en: First secretary }
    to: [village]
    sent_by: [county-department, township]
    levels: [{ id: county, title: { zh-CN: 县派, en: By the county } }, { id: city, title: { zh-CN: 市派, en: By the city } }]
`;
const SMALL = KINDS.slice(0, KINDS.indexOf('postings:'));

const pack = (version: string, kinds: string, id = 'small'): PackFile[] => [
  {
    path: 'pack.yaml',
    text: `id: ${id}\nversion: ${version}\ntitle: { zh-CN: 小县制度, en: Rules }\nauthority: { zh-CN: 部, en: Office }\nin_force: { from: "2026-01-01" }\n`,
  },
  { path: 'kinds/kinds.yaml', text: kinds },
];
const without = (...lines: string[]) => lines.reduce((text, line) => text.replace(line, ''), KINDS);
const apply = (files: PackFile[], from: string) => officer.do(applyPack, { files, from });
const versions = () =>
  readJurisdiction(database, SHEN, async (tx) => (await readPackSpans(tx, SHEN)).map(({ version }) => version));

beforeAll(async () => {
  await database.addJurisdictions(SHEN);
  county = await buildCounty(database, SHEN);
  officer = as(county.operator);
  await apply(pack('1.0.0', KINDS), '2026-01-01');
});

test('a version without a kind of organisation in use is refused, with how many there are', async () => {
  const kinds = without(VILLAGE, SECRETARY).replace('to: [village]', 'to: [school]');
  await expect(apply(pack('1.1.0', kinds), '2026-09-01')).rejects.toMatchObject({
    kind: 'conflict',
    code: 'kinds-in-use',
    words: {
      'zh-CN': expect.stringContaining(
        '行政村（village）5 个组织，村书记（village-secretary）1 个任职，第一书记（first-secretary）3 个派驻',
      ),
      en: expect.stringContaining('Village (village): 5 organisations'),
    },
    fields: [
      { field: 'kinds.organisations.village', words: { 'zh-CN': expect.stringContaining('仍有 5 个组织在用') } },
      { field: 'kinds.posts.village-secretary', words: { en: expect.stringContaining('still used by 1 tenures') } },
      {
        field: 'kinds.postings.first-secretary',
        words: { 'zh-CN': '仍有 3 个派驻在用：“第一书记”的派驻到只能是：school，不能是 village' },
      },
    ],
  });
  expect(await versions()).toEqual(['1.0.0']);
});

test('so is one without a kind of posting, or without a level in use', async () => {
  await expect(apply(pack('1.1.0', SMALL), '2026-09-01')).rejects.toMatchObject({
    fields: [{ field: 'kinds.postings.first-secretary' }],
  });
  const county = '{ id: county, title: { zh-CN: 县派, en: By the county } }, ';
  await expect(apply(pack('1.1.0', without(county)), '2026-09-01')).rejects.toMatchObject({
    fields: [{ words: { en: expect.stringContaining('the level of a first-secretary may be: city') } }],
  });
  expect(await versions()).toEqual(['1.0.0']);
});

test('a kind that nobody uses may go', async () => {
  const school = '- { id: school, title: { zh-CN: 学校, en: School }, level: 6, parents: [county] }';
  await apply(pack('1.1.0', without(school)), '2026-09-01');
  expect(await versions()).toEqual(['1.0.0', '1.1.0']);
});

test('what ended before the day is in nobody’s way', async () => {
  for (const posting of ['wangzhuang', 'zhaozhuang', 'liulin'] as const) {
    await officer.do(endPosting, { id: county.postings[posting], lastDay: '2026-09-20' });
  }
  await expect(apply(pack('1.2.0', SMALL), '2026-09-20')).rejects.toMatchObject({ code: 'kinds-in-use' });
  await apply(pack('1.2.0', SMALL), '2026-09-21');
  expect(await versions()).toEqual(['1.0.0', '1.1.0', '1.2.0']);
});

test('what no version allowed before is not held against the next', async () => {
  const other = '371523';
  await database.addJurisdictions(other);
  const clerk = as((await buildCounty(database, other)).operator);
  const withoutPosts = KINDS.replace(/posts:[\s\S]*(?=postings:)/, '');
  await clerk.do(applyPack, { files: pack('2.0.0', withoutPosts), from: '2026-01-01' });
  const school = '- { id: school, title: { zh-CN: 学校, en: School }, level: 6, parents: [county] }';
  const next = pack('2.1.0', withoutPosts.replace(school, ''));
  await expect(clerk.do(applyPack, { files: next, from: '2026-09-01' })).resolves.toMatchObject({ version: '2.1.0' });
});
