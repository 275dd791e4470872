import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { applyPack, listPacks } from '../../src/packs/index.ts';
import { openDatabase } from '../../src/platform/database/connect.ts';
import { enterRecord } from '../../src/records/index.ts';
import { acting } from '../world/acting.ts';
import { buildCounty, NOW } from '../world/build-world.ts';
import { SMALL_PACK } from '../world/small-pack.ts';
import { packFolder } from './pack-commands.ts';

/** The data folder of an installation, and the command line beside it, as an officer has them. */
const dataFolder = mkdtempSync(join(tmpdir(), 'luoshi-pack-data-'));
const database = await openDatabase({ dataFolder });
let officer: ReturnType<ReturnType<typeof acting>['as']>;
afterAll(async () => {
  await database.close();
  rmSync(dataFolder, { recursive: true, force: true });
});

beforeAll(async () => {
  const counties = ['371522', '371523'].map((id) => ({ id, name: `County ${id}`, level: 3 }));
  await database.shared.insertInto('jurisdiction').values(counties).execute();
  const county = await buildCounty(database, '371522');
  officer = acting(database, NOW).as(county.operator);
  await officer.do(applyPack, { files: [...SMALL_PACK], from: '2026-01-01' });
  const subject = { kind: 'organisation' as const, id: county.organisations.wangzhuang };
  for (const [held_on, attended] of [
    ['2026-03-10', 30],
    ['2026-04-10', 9],
  ] as const) {
    await officer.do(enterRecord, {
      id: uuidv7(),
      form: 'meeting',
      subject,
      data: { held_on, expected: 30, attended },
    });
  }
}, 120_000);

/** What `luoshi pack …` prints. @throws what it says when it fails */
const luoshi = (...args: string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const env = { ...process.env, LUOSHI_DATA: dataFolder, DATABASE_URL: '' };
    execFile(process.execPath, ['app/src/cli.ts', 'pack', ...args], { env }, (error, out, err) =>
      error ? reject(new Error(err || out)) : resolve(out),
    );
  });

const COUNTY = ['--jurisdiction', '371522'];
const stricter = SMALL_PACK.map(({ path, text }) => ({
  path,
  text: text.replace('points: 5,', 'points: 15,').replace('version: 1.0.0', 'version: 1.1.0'),
}));

test('one folder alone is compared with the version in force', { timeout: 180_000 }, async () => {
  const folder = packFolder(stricter);
  const diff = await luoshi('diff', folder, ...COUNTY, '--language', 'en');
  expect(diff).toMatch(/^small 1\.0\.0 \([0-9a-f]{8}\) → 1\.1\.0 \([0-9a-f]{8}\)\n/);
  expect(diff).toContain('~ “Attendance”: each “Fewer than half came” takes 15 points instead of 5');
  expect(await luoshi('diff', packFolder(SMALL_PACK), ...COUNTY)).toContain('规则没有变化');
  await expect(luoshi('diff', folder, '--jurisdiction', '371523')).rejects.toThrow('no version of "small" is in force');
});

test('a pack is tried on the entries of a jurisdiction, and is not in force after that', {
  timeout: 180_000,
}, async () => {
  const folder = packFolder(stricter);
  const asked = ['--rating', 'village-year', '--period', '2026'];
  const tried = JSON.parse(await luoshi('simulate', folder, ...asked, ...COUNTY, '--json')) as {
    rows: { name: string; moved: string; by: string; causes: { step: string; why: string }[] }[];
  };
  expect(tried.rows).toHaveLength(5);
  expect(tried.rows.find(({ name }) => name === '王庄村')).toMatchObject({
    ...{ moved: 'down', by: '-20' },
    causes: [{ step: 'attendance', why: 'rule' }],
  });
  // Whoever has no meetings stays where it was, and is now as good as the other.
  expect(tried.rows.find(({ name }) => name === '李庄村')).toMatchObject({
    by: '0',
    causes: [{ step: 'place', why: 'others' }],
  });
  const { packs } = await officer.do(listPacks, {});
  expect(packs.map(({ version }) => version)).toEqual(['1.0.0']);
  await expect(luoshi('simulate', folder, ...asked)).rejects.toThrow('--jurisdiction');
});
