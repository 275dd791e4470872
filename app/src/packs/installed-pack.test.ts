import type { PackFile } from '@luoshi/engine';
import { v7 as uuidv7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { acting } from '../../test/world/acting.ts';
import { buildCounty, NOW } from '../../test/world/build-world.ts';
import { SMALL_PACK } from '../../test/world/small-pack.ts';
import { testDatabase } from '../platform/database/testing.ts';
import { readJurisdiction } from '../platform/database/transaction.ts';
import { applyPack, examinePacks, getPack, listPacks, policyInForce } from './index.ts';

const SHEN = '371522';
const TODAY = '2026-09-15';
const database = await testDatabase();
const { as, runtime } = acting(database, NOW);
let officer: ReturnType<typeof as>;

beforeAll(async () => {
  await database.addJurisdictions(SHEN);
  officer = as((await buildCounty(database, SHEN)).operator);
  await officer.do(applyPack, { files: [...SMALL_PACK], from: '2026-01-01' });
});

const manifest = (id: string, more = ''): PackFile => ({
  path: 'pack.yaml',
  text: `id: ${id}\nversion: 1.0.0\ntitle: { zh-CN: ${id}, en: ${id} }\nauthority: { zh-CN: 县, en: County }\nin_force: { from: "2026-01-01" }\n${more}`,
});

/** A pack as an earlier version of Luoshi left it in the database. */
async function left(id: string, files: readonly PackFile[], language = 1): Promise<string> {
  const hash = uuidv7().replaceAll('-', '').repeat(2);
  await database.asOwner(async (owner) => {
    await owner`insert into pack_version (hash, pack_id, version, files, installed_at, language)
      values (${hash}, ${id}, '1.0.0', ${owner.json(files as never)}, ${NOW}, ${language})`;
    await owner`insert into pack_in_force (jurisdiction_id, id, pack_id, hash, valid_from)
      values (${SHEN}, ${uuidv7()}, ${id}, ${hash}, '2026-01-01')`;
  });
  return hash;
}

const policy = () => readJurisdiction(database, SHEN, (tx) => policyInForce(tx, SHEN, TODAY));
const listed = async (id: string) => (await officer.do(listPacks, {})).packs.find((pack) => pack.id === id);
const examined = () => examinePacks(runtime, { id: SHEN, name: '莘县', level: 3 });

const exemption = `
- id: exemption
  title: { zh-CN: 豁免, en: Exemption }
  source: { document: 办法 }
  owner: { zh-CN: 派出单位, en: Unit }
  frequency: as-it-happens
  minutes: 1
  subject: { person: true }
  date: decided_on
  entered_by: [county-officer]
  fields: [{ id: decided_on, type: date, title: { zh-CN: 日期, en: Day }, required: true }]
`;
// The form alone, as exemptions were written before they had to say until when.
const dispatch = `
- id: dispatch # 第一书记
  title: { zh-CN: 选派, en: Dispatch }
  source: { document: 办法 }
  postings: first-secretary
  all_posted:
    who: person.name != ''
    exempted_by: exemption
    message: { zh-CN: 尚未选派, en: Not posted }
`;
const OLD: readonly PackFile[] = [
  manifest('old', 'depends_on: [small]\n'),
  { path: 'forms/exemption.yaml', text: exemption },
  { path: 'assignments/dispatch.yaml', text: dispatch },
];

describe('a pack kept since an older pack language', () => {
  test('is read in the present one under the hash it has, and shown as it was written', async () => {
    const hash = await left('old', OLD);
    const { parts, packs } = await policy();
    expect(parts.assignments.get('dispatch')?.all_posted?.exempted_by).toEqual({
      form: 'exemption',
      until: 'withdrawn',
    });
    expect(packs.map((pack) => [pack.id, pack.hash])).toContainEqual(['old', hash]);
    expect(await listed('old')).toMatchObject({ problem: null });
    const shown = await officer.do(getPack, { hash });
    expect(shown).toMatchObject({ language: 1, files: expect.arrayContaining([OLD[2]]) });
    expect(await examined()).toMatchObject([{ fine: true }]);
  });
});

describe('a pack that no longer reads', () => {
  let hash: string;
  const broken = dispatch.replace('all_posted:', 'everyone_posted:').replaceAll('dispatch', 'other-dispatch');

  beforeAll(async () => {
    hash = await left('broken', [manifest('broken'), { path: 'assignments/other.yaml', text: broken }]);
    await left('upon', [manifest('upon', 'depends_on: [broken]\n')]);
    await left('tomorrow', [manifest('tomorrow')], 99);
  });

  test('is named with its place and the way out, and all others go on', async () => {
    expect((await policy()).packs.map(({ id }) => id).sort()).toEqual(['old', 'small']);
    expect((await policy()).ratings.has('village-year')).toBe(true);
    const problem = (await listed('broken'))?.problem;
    expect(problem?.['zh-CN']).toMatch(
      /制度包 broken 1\.0\.0 .*broken\/assignments\/other\.yaml:5:3 .*everyone_posted.*luoshi pack check/,
    );
    expect(problem?.en).toContain('all other packs go on');
    await expect(officer.do(getPack, { hash })).rejects.toMatchObject({ kind: 'conflict', code: 'pack-unreadable' });
  });

  test('takes along what builds on it, and one from a newer Luoshi asks for the upgrade', async () => {
    const says = (await examined()).map((finding) => [finding.fine, finding.says] as const);
    expect(says.map(([fine]) => fine)).toEqual([false, false, false]);
    expect(says.find(([, text]) => text.includes('upon 1.0.0'))?.[1]).toContain('broken');
    expect(says.find(([, text]) => text.includes('tomorrow 1.0.0'))?.[1]).toContain('upgrade this one');
  });

  test('is mended by a further version', async () => {
    const files = [
      manifest('broken'),
      { path: 'forms/exemption.yaml', text: exemption.replaceAll('exemption', 'other') },
    ];
    const mended = files.map(({ path, text }) => ({ path, text: text.replace('version: 1.0.0', 'version: 1.0.1') }));
    await officer.do(applyPack, { files: mended, from: '2026-09-10' });
    expect((await policy()).packs.map(({ id }) => id).sort()).toEqual(['broken', 'old', 'small', 'upon']);
  });
});
