import { v7 as uuidv7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../platform/database/testing.ts';
import {
  dissolveOrganisation,
  foundOrganisation,
  getOrganisation,
  importOrganisations,
  mergeOrganisations,
  splitOrganisation,
  succeedOrganisations,
} from './index.ts';
import { COUNTY, run, scopeOf } from './testing.ts';

const database = await testDatabase();
await database.addJurisdictions(COUNTY);

const TODAY = '2026-09-15';
const [county, town] = [uuidv7(), uuidv7()];
const officer = scopeOf('county-officer', [county]);

interface Relative {
  readonly name: string;
  readonly on: string;
  readonly share: number | null;
}

const act = <Output = { changed: string[] }>(action: Parameters<typeof run>[1], input: Record<string, unknown>) =>
  run<Output>(database, action, input, officer, TODAY);
const found = async (name: string, on = '2020-01-01', code?: string): Promise<string> => {
  const id = uuidv7();
  await act(foundOrganisation, { id, kind: 'village', name, parent: town, on, ...(code ? { code } : {}) });
  return id;
};
const relatives = async (id: string) => {
  const { predecessors, successors } = await act<{ predecessors: Relative[]; successors: Relative[] }>(
    getOrganisation,
    {
      id,
    },
  );
  const short = (all: Relative[]) => all.map(({ name, on, share }) => [name, on, share]);
  return { predecessors: short(predecessors), successors: short(successors) };
};
const refusal = (code: string) => expect.objectContaining({ code });

beforeAll(async () => {
  await act(foundOrganisation, { id: county, kind: 'county', name: '莘县', on: '2020-01-01', code: 'C' });
  await act(foundOrganisation, {
    id: town,
    kind: 'township',
    name: '张寨镇',
    parent: county,
    on: '2020-01-01',
    code: 'T',
  });
});

describe('who carries on the record of whom', () => {
  it('follows from a merger, once however often it is sent', async () => {
    const [red, pond] = [await found('红旗村'), await found('荷塘村')];
    const merger = { id: red, event: uuidv7(), sources: [pond], on: '2026-07-01' };
    await act(mergeOrganisations, merger);
    await act(mergeOrganisations, merger);
    expect(await relatives(red)).toEqual({ predecessors: [['荷塘村', '2026-07-01', null]], successors: [] });
    expect(await relatives(pond)).toEqual({ predecessors: [], successors: [['红旗村', '2026-07-01', null]] });
  });

  it('follows from a division in the parts that are named', async () => {
    const large = await found('大村');
    const [east, west, none] = ['东村', '西村', '南村'].map((name) => ({ id: uuidv7(), name }));
    const parts = [{ ...east, share: 0.4 }, { ...west, share: 0.7 }, none];
    const division = { id: large, ends: true, on: '2026-01-01' };
    await expect(act(splitOrganisation, { ...division, parts })).rejects.toEqual(refusal('shares'));
    await act(splitOrganisation, { ...division, parts: [parts[0], { ...west, share: 0.6 }, none] });
    expect((await relatives(large)).successors).toEqual([
      ['东村', '2026-01-01', 0.4],
      ['西村', '2026-01-01', 0.6],
    ]);
    expect((await relatives(none?.id ?? '')).predecessors).toEqual([]);
  });

  it('is recorded for a new organisation, and the history says so', async () => {
    const [first, second] = [await found('前村'), await found('后村')];
    const heir = await found('新村', '2026-03-01');
    for (const id of [first, second]) await act(dissolveOrganisation, { id, on: '2026-03-01' });
    const input = {
      ...{ id: heir, event: uuidv7(), on: '2026-03-01' },
      predecessors: [{ organisation: first }, { organisation: second, share: 0.5 }],
    };
    await act(succeedOrganisations, input);
    await act(succeedOrganisations, input);
    expect((await relatives(heir)).predecessors).toEqual([
      ['前村', '2026-03-01', null],
      ['后村', '2026-03-01', 0.5],
    ]);
    const { events } = await act<{ events: { kind: string }[] }>(getOrganisation, { id: heir });
    expect(events.map(({ kind }) => kind)).toEqual(['founded', 'succeeded']);
    await expect(act(succeedOrganisations, { ...input, on: '2026-03-02' })).rejects.toEqual(refusal('other-content'));
    await expect(act(succeedOrganisations, { ...input, event: uuidv7() })).rejects.toEqual(refusal('already-succeeds'));
  });
});

describe('a succession that cannot be', () => {
  it('is refused with its reason', async () => {
    const [one, other] = [await found('甲村'), await found('乙村')];
    const succeed = (id: string, organisation: string, on: string, share?: number) =>
      act(succeedOrganisations, {
        ...{ id, on },
        predecessors: [{ organisation, ...(share === undefined ? {} : { share }) }],
      });
    await succeed(one, other, '2026-02-01', 0.8);
    await expect(succeed(other, one, '2026-02-01')).rejects.toEqual(refusal('already-succeeds'));
    await expect(succeed(one, one, '2026-02-01')).rejects.toEqual(refusal('already-succeeds'));
    const third = await found('丙村');
    await expect(succeed(third, other, '2026-02-01', 0.3)).rejects.toEqual(refusal('shares'));
    await succeed(third, other, '2026-02-01', 0.2);
    await expect(succeed(third, one, '2026-09-16')).rejects.toEqual(refusal('future-day'));
    await expect(succeed(third, one, '2019-12-31')).rejects.toEqual(refusal('not-alive'));
    await expect(succeed(third, uuidv7(), '2026-02-01')).rejects.toEqual(refusal('not-found'));
    await expect(succeed(third, one, '2026-02-01', 1.2)).rejects.toEqual(refusal('invalid-input'));
    const elsewhere = scopeOf('county-officer', [third]);
    const input = { id: third, on: '2026-02-01', predecessors: [{ organisation: one }] };
    await expect(run(database, succeedOrganisations, input, elsewhere, TODAY)).rejects.toEqual(refusal('not-found'));
  });
});

describe('a list of organisations', () => {
  const row = (code: string, name: string, succeeds?: string[]) => ({
    ...{ code, name, kind: 'village', parent: 'T' },
    ...(succeeds ? { succeeds } : {}),
  });
  const take = (rows: object[]) => act<{ founded: number }>(importOrganisations, { rows, on: '2026-05-01' });

  it('says whom a new one succeeds, by codes recorded or listed', async () => {
    await found('旧一村', '2020-01-01', 'V1');
    expect(await take([row('V2', '旧二村'), row('V3', '并村', ['V1', 'V2'])])).toMatchObject({ founded: 2 });
    const [merged] = await database.asOwner(
      (owner) => owner<{ id: string }[]>`select id from organisation where code = 'V3'`,
    );
    expect((await relatives(merged?.id ?? '')).predecessors).toEqual([
      ['旧一村', '2026-05-01', null],
      ['旧二村', '2026-05-01', null],
    ]);
  });

  it('with a code nobody bears is refused, and the row named', async () => {
    const error = await take([row('V4', '某村', ['V9'])]).catch((e) => e);
    expect(error.fields).toMatchObject([{ field: 'rows.0.succeeds', rule: 'predecessor-unknown' }]);
  });
});
