import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../platform/database/testing.ts';
import { inJurisdiction } from '../platform/database/transaction.ts';
import { importOrganisations, readSubtree, rebuildClosure, searchOrganisations } from './index.ts';
import { COUNTY, run, scopeOf } from './testing.ts';

const database = await testDatabase();
await database.addJurisdictions(COUNTY);
const ON = '2024-01-01';

type Row = { code: string; name: string; kind: string; parent?: string };
const LIST: Row[] = [
  { code: '371522101201', name: '红旗村', kind: 'village', parent: '371522101' },
  { code: '371522101', name: '张寨镇', kind: 'township', parent: '371522' },
  { code: '371522', name: '莘县', kind: 'county' },
  { code: '371522101202', name: '荷塘村', kind: 'village', parent: '371522101' },
];

async function officer() {
  const nodes = await inJurisdiction(database, COUNTY, (tx) => readSubtree(tx, {}));
  return scopeOf(
    'county-officer',
    nodes.filter(({ parent }) => parent === null).map(({ id }) => id),
  );
}

const take = async (rows: readonly Row[], more: object = {}) =>
  run<{ founded: number; unchanged: number }>(
    database,
    importOrganisations,
    { rows, on: ON, ...more },
    await officer(),
    ON,
  );
const size = async () => (await inJurisdiction(database, COUNTY, (tx) => readSubtree(tx, {}))).length;

beforeEach(async () => {
  await database.asOwner((owner) => owner`truncate organisation, standing_dirty cascade`);
});

describe('a list of organisations', () => {
  it('is taken whole, in any order, once', async () => {
    expect(await take(LIST, { dryRun: true })).toEqual({ founded: 4, unchanged: 0 });
    expect(await size()).toBe(0);
    expect(await take(LIST)).toEqual({ founded: 4, unchanged: 0 });
    expect(await take(LIST)).toEqual({ founded: 0, unchanged: 4 });
    expect(await size()).toBe(4);
  });

  it('can add to what is recorded', async () => {
    await take(LIST);
    const more = { code: '371522101203', name: '南山村', kind: 'village', parent: '371522101' };
    expect(await take([...LIST, more])).toEqual({ founded: 1, unchanged: 4 });
  });

  it('is refused whole, and every row that is wrong is named with the reason', async () => {
    const rows = [
      ...LIST,
      { code: '371522101', name: '又一镇', kind: 'township', parent: '371522' },
      { code: 'a', name: '甲', kind: 'village', parent: 'b' },
      { code: 'b', name: '乙', kind: 'village', parent: 'a' },
      { code: 'c', name: '丙', kind: 'village', parent: 'nowhere' },
    ];
    const error = await take(rows).catch((e) => e);
    expect(error.fields.map(({ field, rule }: { field: string; rule: string }) => `${field} ${rule}`).sort()).toEqual([
      'rows.4.code code-twice',
      'rows.5.parent cycle',
      'rows.6.parent cycle',
      'rows.7.parent parent-unknown',
    ]);
    expect(error.fields.at(-1).words['zh-CN']).toMatch(/第 \d 行/);
    expect(await size()).toBe(0);
  });

  it('does not rename or move what is recorded', async () => {
    await take(LIST);
    const error = await take([{ ...(LIST[0] as Row), name: '黑旗村' }]).catch((e) => e);
    expect(error.fields[0]).toMatchObject({ field: 'rows.0.code', rule: 'recorded-otherwise' });
  });

  it('has one top', async () => {
    await expect(take([...LIST, { code: 'x', name: '另县', kind: 'county' }])).rejects.toMatchObject({
      code: 'root-taken',
    });
  });

  it('leaves a closure that a rebuild confirms', async () => {
    await take(LIST);
    expect(await inJurisdiction(database, COUNTY, rebuildClosure)).toBe(1 + 2 + 3 + 3);
  });
});

describe('search', () => {
  const search = async (query: string) => {
    const input = { query };
    const scope = await officer();
    const { found } = await run<{ found: { name: string }[] }>(database, searchOrganisations, input, scope, ON);
    return found.map(({ name }) => name);
  };

  it.each([
    ['红旗', ['红旗村']],
    ['hongqi', ['红旗村']],
    ['HQC', ['红旗村']],
    ['371522101202', ['荷塘村']],
    ['村', ['红旗村', '荷塘村']],
    ['%', []],
    ["'; drop", []],
  ])('%s', async (query, names) => {
    await take(LIST);
    expect(await search(query)).toEqual(names);
  });

  it('shows only what is in scope', async () => {
    await take(LIST);
    const input = { query: '村' };
    expect(await run(database, searchOrganisations, input, scopeOf('village-clerk', []), ON)).toEqual({ found: [] });
  });
});
