import { createHash } from 'node:crypto';
import type { PackFile, SimulatedRow } from '@luoshi/engine';
import { v7 as uuidv7 } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import { acting } from '../../test/world/acting.ts';
import { buildCounty, type County, NOW } from '../../test/world/build-world.ts';
import { MONTH_SCHEME } from '../../test/world/month-scheme.ts';
import { SMALL_PACK } from '../../test/world/small-pack.ts';
import { localOperator } from '../accounts/index.ts';
import { applyPack, examinePacks, listPacks } from '../packs/index.ts';
import type { ActionError } from '../platform/actions/action-error.ts';
import { testDatabase } from '../platform/database/testing.ts';
import { enterRecord } from '../records/index.ts';
import { publishRating, readRating, recomputeRun, simulateRating } from './index.ts';

const SHEN = '371522';
const MONTH = { rating: 'village-month', period: '2026-08' };
const database = await testDatabase();
const { as, runtime, clock } = acting(database, NOW);
let county: County;
let officer: ReturnType<typeof as>;
let township: ReturnType<typeof as>;

const edited = (files: readonly PackFile[], edits: readonly (readonly [string, string])[]): PackFile[] =>
  files.map(({ path, text }) => ({
    path,
    text: edits.reduce((before, [from, to]) => before.replace(from, to), text),
  }));
/** A meeting takes ten points of less than none, nobody gets more than −15, and an objection takes less than no time. */
const NONSENSE = [
  ['"2026-01-01": 10 ', '"2026-01-01": -10 '],
  ['full: 100\n', 'full: -100\n'],
  ['floor: 0\n        cap: full', 'floor: -50\n        cap: -15'],
  ['minutes: 2\n', 'minutes: -2\n'],
] as const;
const FILES = [...SMALL_PACK, ...MONTH_SCHEME].map((file) =>
  file.path.startsWith('values') || file.path.includes('month') ? (edited([file], NONSENSE)[0] ?? file) : file,
);
const RULES = ['negative-points', 'negative-points', 'no-such-size', 'out-of-range'];

/** As an earlier Luoshi, whose check had accepted it, left it in the database. */
async function left(files: readonly PackFile[]): Promise<void> {
  const hash = createHash('sha256').update(JSON.stringify(files)).digest('hex');
  await database.asOwner(async (owner) => {
    await owner`insert into pack_version (hash, pack_id, version, files, installed_at, language)
      values (${hash}, 'small', '1.0.0', ${owner.json(files as never)}, ${NOW}, 4)`;
    await owner`insert into pack_in_force (jurisdiction_id, id, pack_id, hash, valid_from)
      values (${SHEN}, ${uuidv7()}, 'small', ${hash}, '2026-01-01')`;
  });
}

beforeAll(async () => {
  await database.addJurisdictions(SHEN);
  await left(FILES);
  county = await buildCounty(database, SHEN);
  const operator = await localOperator(database, SHEN);
  officer = as({ ...operator, roles: ['county-officer'] });
  township = as({ ...operator, roles: ['township-officer'], subtrees: [county.organisations.east] });
  const { wangzhuang, lizhuang } = county.organisations;
  for (const [village, held_on] of [
    [wangzhuang, '2026-08-03'],
    [wangzhuang, '2026-08-17'],
    [lizhuang, '2026-08-05'],
  ] as const) {
    const data = { held_on, expected: 30, attended: 20 };
    const subject = { kind: 'organisation', id: village } as const;
    await officer.do(enterRecord, { id: uuidv7(), form: 'meeting', subject, data });
  }
});

const scores = async () =>
  Object.fromEntries(
    (await officer.do(readRating, MONTH)).rows.map(({ name, score }) => [name, (score as { value: string }).value]),
  );
const listed = async (who = officer) => (await who.do(listPacks, {})).packs.filter(({ id }) => id === 'small');
const examined = () => examinePacks(runtime, { id: SHEN, name: '莘县', level: 3 });
const version = (number: string, files: readonly PackFile[] = FILES) =>
  edited(files, [['version: 1.0.0', `version: ${number}`]]);
const AS_EVER = { 王庄村: '-20', 李庄村: '-15' };
let run: string;

test('rules that would not be accepted today go on as on their day; who answers for them is told', async () => {
  expect(await scores()).toMatchObject(AS_EVER);
  const [pack] = await listed();
  expect(pack).toMatchObject({ problem: null });
  expect(pack?.toMend.map(({ rule }) => rule).sort()).toEqual(RULES);
  const cap = pack?.toMend.find(({ words }) => words.en.startsWith('full '));
  expect(cap?.field).toMatch(/^small\/ratings\/month\.yaml:\d+:\d+$/);
  expect(cap?.words['zh-CN']).toContain('写的是 -100');
  expect((await listed(township))[0]?.toMend).toEqual([]);
  const says = await examined();
  expect(says.every(({ fine }) => fine)).toBe(true);
  expect(says.filter(({ says: text }) => text.includes('下一版须改正'))).toHaveLength(4);
});

test('what was published by them is worked out again as it was', async () => {
  run = uuidv7();
  await officer.do(publishRating, { id: run, ...MONTH });
  expect(await officer.do(recomputeRun, { id: run })).toMatchObject({ equal: true, facts: { equal: true } });
});

test('a figure may be tried in them; a further version with the same is refused, in force and when tried', async () => {
  const tried = await officer.do(simulateRating, { ...MONTH, set: ['/steps/0/item/floor=-18'] });
  const scored = (value: string) => ({ score: { value } });
  expect((tried.rows as SimulatedRow[]).find(({ name }) => name === '王庄村')).toMatchObject({
    ...{ before: scored('-20'), after: scored('-18') },
  });
  await expect(officer.do(simulateRating, { ...MONTH, set: ['/steps/0/item/full=-1'] })).rejects.toMatchObject({
    code: 'simulation',
    fields: [{ rule: 'no-such-size' }],
  });
  const again = edited(version('1.0.1'), [['minutes: -2\n', 'minutes: 2\n']]);
  await expect(officer.do(simulateRating, { ...MONTH, set: [], files: again })).rejects.toMatchObject({
    code: 'simulation',
  });
  const refused = await officer.do(applyPack, { files: again, from: '2026-09-10' }).catch((error: unknown) => error);
  expect(refused).toMatchObject({ code: 'pack-problems' });
  expect((refused as ActionError).fields.map(({ rule }) => rule).sort()).toEqual(RULES.slice(0, 3));
});

test('packs beside them come into force, unless they break something in them', async () => {
  const text = (more: string) =>
    `id: beside\nversion: 1.0.0\ntitle: { zh-CN: 旁, en: Beside }\nauthority: { zh-CN: 县, en: County }\nin_force: { from: "2026-01-01" }\n${more}`;
  const beside = [{ path: 'pack.yaml', text: text('') }];
  const taken = FILES.filter(({ path }) => path.startsWith('values'));
  await expect(officer.do(applyPack, { files: [...beside, ...taken] })).rejects.toMatchObject({
    fields: [expect.objectContaining({ rule: 'duplicate-id' })],
  });
  await officer.do(applyPack, { files: beside });
  expect(await scores()).toMatchObject(AS_EVER);
});

test('mended by the next version; what the old one judged stays', async () => {
  const sound = edited([...SMALL_PACK, ...MONTH_SCHEME], [['version: 1.0.0', 'version: 1.0.1']]);
  await officer.do(applyPack, { files: sound, from: '2026-09-10' });
  expect((await listed()).map(({ version: number, toMend }) => [number, toMend.length])).toEqual([
    ['1.0.0', 0],
    ['1.0.1', 0],
  ]);
  expect(await examined()).toHaveLength(1);
  clock.set('2026-12-01T02:00:00.000Z');
  expect(await officer.do(recomputeRun, { id: run })).toMatchObject({ equal: true });
  expect(await scores()).toMatchObject(AS_EVER);
});
