import { v7 as uuidv7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../platform/database/testing.ts';
import {
  dissolveOrganisation,
  foundOrganisation,
  getOrganisation,
  mergeOrganisations,
  moveOrganisation,
  readTree,
  renameOrganisation,
  splitOrganisation,
} from './index.ts';
import { COUNTY, run, scopeOf } from './testing.ts';

/** 莘县, two townships and three villages on the first day of 2024; today is the first of July. */
const database = await testDatabase();
await database.addJurisdictions(COUNTY);

const TODAY = '2024-07-01';
const FOUNDED = '2024-01-01';
const [county, north, south, red, pond, hill] = Array.from({ length: 6 }, () => uuidv7()) as [
  string,
  string,
  string,
  string,
  string,
  string,
];
const officer = scopeOf('county-officer', [county]);

const act = <Output = { changed: string[] }>(action: Parameters<typeof run>[1], input: Record<string, unknown>) =>
  run<Output>(database, action, input, officer, TODAY);
const found = (id: string, kind: string, name: string, parent?: string, on = FOUNDED) =>
  act(foundOrganisation, { id, kind, name, on, ...(parent ? { parent } : {}) });
const tree = async (asOf?: string, scope = officer) => {
  const input = asOf === undefined ? {} : { asOf };
  const { nodes } = await run<{ nodes: { id: string; name: string; parent: string | null; level: number }[] }>(
    database,
    readTree,
    input,
    scope,
    TODAY,
  );
  return nodes;
};
const names = async (asOf?: string) => (await tree(asOf)).map(({ name }) => name).sort();
const refusal = (code: string) => expect.objectContaining({ code });

beforeAll(async () => {
  await database.asOwner((owner) => owner`truncate organisation cascade`);
  await found(county, 'county', '莘县');
  await found(north, 'township', '张寨镇', county);
  await found(south, 'township', '朝城镇', county);
  await found(red, 'village', '红旗村', north);
  await found(pond, 'village', '荷塘村', north);
  await found(hill, 'village', '南山村', south);
});

describe('founding', () => {
  it('done twice with the same content is done once', async () => {
    expect(await found(red, 'village', '红旗村', north)).toEqual({ changed: [red] });
    expect(await names()).toHaveLength(6);
  });

  it('refuses the same id for something else', async () => {
    await expect(found(red, 'village', '黑旗村', north)).rejects.toEqual(refusal('other-content'));
  });

  it('refuses a second top, a day to come, a parent of later days, and a parent that is not there', async () => {
    await expect(found(uuidv7(), 'county', '另县')).rejects.toEqual(refusal('root-taken'));
    await expect(found(uuidv7(), 'village', '甲村', north, '2024-07-02')).rejects.toEqual(refusal('future-day'));
    await expect(found(uuidv7(), 'village', '甲村', north, '2023-12-31')).rejects.toEqual(refusal('not-alive'));
    await expect(found(uuidv7(), 'village', '甲村', uuidv7())).rejects.toEqual(refusal('not-found'));
  });

  it('says what is wrong with which field in both languages', async () => {
    const error = await act(foundOrganisation, { id: 'x', kind: 'village', name: '', on: FOUNDED }).catch((e) => e);
    expect(error.code).toBe('invalid-input');
    expect(error.fields.map(({ field }: { field: string }) => field).sort()).toEqual(['id', 'name']);
    expect(error.fields[0].words).toEqual({ 'zh-CN': expect.stringMatching(/[一-龥]/), en: expect.any(String) });
  });
});

describe('renaming', () => {
  it('holds from its day on, and leaves the days before as they were', async () => {
    await act(renameOrganisation, { id: pond, name: '荷花村', on: '2024-03-01' });
    expect(await names('2024-02-29')).toContain('荷塘村');
    expect(await names('2024-03-01')).toContain('荷花村');
    await expect(act(renameOrganisation, { id: pond, name: '旧名', on: '2024-02-01' })).rejects.toEqual(
      refusal('out-of-order'),
    );
    await expect(act(renameOrganisation, { id: pond, name: '荷花村', on: TODAY })).rejects.toEqual(
      refusal('already-so'),
    );
  });

  it('repeated with the id of the event is the same event', async () => {
    const event = { id: pond, event: uuidv7(), name: '莲花村', on: '2024-04-01' };
    await act(renameOrganisation, event);
    await act(renameOrganisation, event);
    await expect(act(renameOrganisation, { ...event, name: '梅花村' })).rejects.toEqual(refusal('other-content'));
    const { names: borne, events } = await act<{ names: object[]; events: { kind: string }[] }>(getOrganisation, {
      id: pond,
    });
    expect(borne).toEqual([
      { name: '荷塘村', from: FOUNDED, to: '2024-02-29' },
      { name: '荷花村', from: '2024-03-01', to: '2024-03-31' },
      { name: '莲花村', from: '2024-04-01', to: null },
    ]);
    expect(events.map(({ kind }) => kind)).toEqual(['founded', 'renamed', 'renamed']);
  });
});

describe('moving', () => {
  it('changes the path from its day on', async () => {
    await act(moveOrganisation, { id: red, parent: south, on: '2024-05-01' });
    const path = async (asOf: string) => (await act<{ path: string[] }>(getOrganisation, { id: red, asOf })).path;
    expect(await path('2024-04-30')).toEqual(['莘县', '张寨镇', '红旗村']);
    expect(await path('2024-05-01')).toEqual(['莘县', '朝城镇', '红旗村']);
    expect(await path(TODAY)).toEqual(['莘县', '朝城镇', '红旗村']);
  });

  it('refuses a circle, also one that only later days would close, and says so', async () => {
    await expect(act(moveOrganisation, { id: south, parent: red, on: TODAY })).rejects.toThrow(/below/);
    await expect(act(moveOrganisation, { id: south, parent: red, on: '2024-04-01' })).rejects.toEqual(refusal('cycle'));
    await expect(act(moveOrganisation, { id: south, parent: south, on: TODAY })).rejects.toEqual(refusal('cycle'));
  });

  it('refuses to move the top', async () => {
    await expect(act(moveOrganisation, { id: county, parent: north, on: TODAY })).rejects.toEqual(refusal('root'));
  });

  it('one of two moves that together close a circle waits for the other, and is refused', async () => {
    const [left, right] = [uuidv7(), uuidv7()];
    await found(left, 'school', '甲校', county);
    await found(right, 'school', '乙校', county);
    const results = await Promise.allSettled([
      act(moveOrganisation, { id: left, parent: right, on: TODAY }),
      act(moveOrganisation, { id: right, parent: left, on: TODAY }),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('ending', () => {
  it('leaves no orphans', async () => {
    const error = await act(dissolveOrganisation, { id: south, on: TODAY }).catch((e) => e);
    expect(error.code).toBe('orphans');
    expect(error.words['zh-CN']).toContain('南山村');
  });

  it('takes what lies below along in a merger', async () => {
    await act(mergeOrganisations, { id: south, sources: [north], on: '2024-06-01' });
    expect(await names('2024-05-31')).toContain('张寨镇');
    expect(await names()).not.toContain('张寨镇');
    const villages = (await tree()).filter(({ parent }) => parent === south).map(({ name }) => name);
    expect(villages.sort()).toEqual(['南山村', '红旗村', '莲花村']);
    await expect(act(renameOrganisation, { id: north, name: '新名', on: TODAY })).rejects.toEqual(refusal('not-alive'));
  });

  it('keeps a dissolved organisation readable to those who had it', async () => {
    const shown = await act<{ dissolvedOn: string; path: string[] }>(getOrganisation, {
      id: north,
      asOf: '2024-05-31',
    });
    expect(shown).toMatchObject({ dissolvedOn: '2024-05-31', path: ['莘县', '张寨镇'] });
  });

  it('splits with every child placed, or not at all', async () => {
    const part = { id: uuidv7(), name: '东街', children: [hill] };
    const half = { id: south, parts: [part], ends: true, on: '2024-06-15' };
    await expect(act(splitOrganisation, half)).rejects.toEqual(refusal('orphans'));
    const strange = { ...half, parts: [{ ...part, children: [county] }] };
    await expect(act(splitOrganisation, strange)).rejects.toEqual(refusal('not-below'));
    const rest = { id: uuidv7(), name: '西街', children: [red, pond] };
    await act(splitOrganisation, { ...half, parts: [part, rest] });
    expect((await tree()).filter(({ parent }) => parent === part.id).map(({ name }) => name)).toEqual(['南山村']);
    expect(await names()).toEqual(expect.arrayContaining(['东街', '西街']));
    expect(await names()).not.toContain('朝城镇');
  });
});

describe('scope', () => {
  it('shows a township its own, on any day, and nothing else', async () => {
    const township = scopeOf('township-officer', [north]);
    expect((await tree('2024-02-01', township)).map(({ name }) => name).sort()).toEqual(
      ['张寨镇', '红旗村', '荷塘村'].sort(),
    );
    await expect(run(database, getOrganisation, { id: hill }, township, TODAY)).rejects.toEqual(refusal('not-found'));
    await expect(run(database, getOrganisation, { id: uuidv7() }, township, TODAY)).rejects.toEqual(
      refusal('not-found'),
    );
  });

  it('shows nothing to somebody without one', async () => {
    expect(await tree(undefined, scopeOf('village-clerk', []))).toEqual([]);
    expect(await tree('2024-02-01', scopeOf('village-clerk', []))).toEqual([]);
  });

  it('changes nothing outside of it', async () => {
    const other = scopeOf('county-officer', [red]);
    const move = run(database, moveOrganisation, { id: hill, parent: red, on: TODAY }, other, TODAY);
    await expect(move).rejects.toEqual(refusal('not-found'));
  });
});
