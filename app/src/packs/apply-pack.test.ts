import type { PackFile } from '@luoshi/engine';
import { beforeAll, expect, test } from 'vitest';
import { acting } from '../../test/world/acting.ts';
import { buildCounty, NOW } from '../../test/world/build-world.ts';
import { SMALL_PACK } from '../../test/world/small-pack.ts';
import { testDatabase } from '../platform/database/testing.ts';
import { readJurisdiction } from '../platform/database/transaction.ts';
import { applyPack, policyInForce } from './index.ts';
import { readPackSpans } from './pack-reader.ts';

const SHEN = '371522';
const database = await testDatabase();
let apply: (files: readonly PackFile[], from: string) => Promise<unknown>;

beforeAll(async () => {
  await database.addJurisdictions(SHEN);
  const officer = acting(database, NOW).as((await buildCounty(database, SHEN)).operator);
  apply = (files, from) => officer.do(applyPack, { files: [...files], from });
});

const ENDS = 'in_force: { from: "2026-01-01", to: "2026-06-30" }';
const version = (number: string, marks: string, inForce = 'in_force: { from: "2026-01-01" }') =>
  SMALL_PACK.map(({ path, text }) => ({
    path,
    text: text
      .replace('version: 1.0.0', `version: ${number}`)
      .replace('in_force: { from: "2026-01-01" }', inForce)
      .replace('"2026-01-01": 10', `"2026-01-01": ${marks}`),
  }));

const spans = () =>
  readJurisdiction(database, SHEN, async (tx) =>
    (await readPackSpans(tx, SHEN)).map((span) => `${span.version} ${span.from} ${span.to}`),
  );
const marksOn = (day: string) =>
  readJurisdiction(database, SHEN, async (tx) =>
    (await policyInForce(tx, SHEN, day)).parameter('scheme.meeting-marks', day),
  );

test('versions follow one another without a day in two of them; each day keeps its own rules', async () => {
  await apply(version('1.0.0', '10', ENDS), '2026-01-01');
  await apply(version('1.0.0', '10', ENDS), '2026-01-01');
  await apply(version('1.1.0', '12'), '2026-08-01');
  await apply(version('1.2.0', '15'), '2026-09-01');
  expect(await spans()).toEqual([
    '1.0.0 2026-01-01 2026-06-30',
    '1.1.0 2026-08-01 2026-08-31',
    '1.2.0 2026-09-01 null',
  ]);
  expect(await marksOn('2026-06-30')).toMatchObject({ value: { d: [10] } });
  expect(await marksOn('2026-08-31')).toMatchObject({ value: { d: [12] } });
  expect(await marksOn('2026-09-01')).toMatchObject({ value: { d: [15] } });
  await expect(marksOn('2026-07-15')).rejects.toMatchObject({ code: 'no-pack' });
});

test('a version that would overlap another, or end before it begins, is refused', async () => {
  const before = await spans();
  await expect(apply(version('1.3.0', '16'), '2026-08-15')).rejects.toMatchObject({ code: 'pack-order' });
  await expect(apply(version('1.3.0', '16', ENDS), '2026-10-01')).rejects.toMatchObject({ code: 'pack-order' });
  expect(await spans()).toEqual(before);
});

test('a version its own CHANGES.md does not speak of is refused', async () => {
  const silent = { path: 'CHANGES.md', text: '## 1.2.0\n' };
  await expect(apply([...version('1.3.0', '16'), silent], '2026-10-01')).rejects.toMatchObject({
    code: 'pack-problems',
    fields: [{ rule: 'changes-missing' }],
  });
});

test('other content under the same number is refused, and changed parts must be named in its CHANGES.md', async () => {
  await expect(apply(version('1.2.0', '16'), '2026-10-01')).rejects.toMatchObject({
    kind: 'conflict',
    code: 'same-version',
  });
  await expect(apply(version('1.0.0', '16'), '2026-10-01')).rejects.toMatchObject({ code: 'same-version' });
  const changes = (text: string) => [...version('1.3.0', '16'), { path: 'CHANGES.md', text }];
  await expect(apply(changes('## 1.3.0\n\n- Some words.\n'), '2026-10-01')).rejects.toMatchObject({
    code: 'pack-problems',
    fields: [
      {
        rule: 'changes-unnamed',
        field: 'small/CHANGES.md:1:1',
        words: { en: expect.stringContaining('scheme.meeting-marks') },
      },
    ],
  });
  await apply(changes('## 1.3.0\n\n- 每次会议分值提高到 16 分。\n'), '2026-10-01');
  expect((await spans()).at(-1)).toBe('1.3.0 2026-10-01 null');
});

test('a county stays within what the pack above leaves open, and a higher version cannot shut it out unsaid', async () => {
  const manifest = (id: string, number: string, more: string) => ({
    path: 'pack.yaml',
    text: `id: ${id}\nversion: ${number}\ntitle: { zh-CN: ${id}, en: ${id} }\nauthority: { zh-CN: 市, en: City }\nin_force: { from: "2026-01-01" }\n${more}`,
  });
  const days = (value: number, limits: string) => ({
    path: 'values/values.yaml',
    text: `- { id: stay.days, title: { zh-CN: 驻村天数, en: Days of stay }, unit: day, source: { document: 办法 }, role: rule, ${limits}values: { "2026-01-01": ${value} } }\n`,
  });
  const upper = (number: string, most: number) => [
    manifest('upper', number, 'depends_on: [small]\n'),
    days(4, `limits: { at_least: 4, at_most: ${most} }, `),
  ];
  const lower = (value: number) => [manifest('lower', '1.0.0', 'depends_on: [upper]\n'), days(value, '')];
  await apply(upper('1.0.0', 10), '2026-02-01');
  await expect(apply(lower(12), '2026-03-01')).rejects.toMatchObject({
    code: 'pack-problems',
    fields: [{ rule: 'beyond-limits', field: 'lower/values/values.yaml:1:135' }],
  });
  await apply(lower(8), '2026-03-01');
  await expect(apply(upper('1.1.0', 6), '2026-04-01')).rejects.toMatchObject({
    code: 'pack-problems',
    fields: [{ rule: 'beyond-limits', field: expect.stringContaining('lower/values/values.yaml:1:') }],
  });
  await apply(upper('1.1.0', 9), '2026-04-01');
  const stay = readJurisdiction(database, SHEN, async (tx) =>
    (await policyInForce(tx, SHEN, '2026-04-01')).parameter('stay.days', '2026-04-01'),
  );
  expect(await stay).toMatchObject({ value: { d: [8] } });
});
