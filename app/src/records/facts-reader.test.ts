import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { makeSmallCounty } from '../../test/world/small-county.ts';
import { testDatabase } from '../platform/database/testing.ts';
import { inJurisdiction, readJurisdiction } from '../platform/database/transaction.ts';
import { type FactQuery, readFacts } from './facts-reader.ts';
import { readWorld } from './world-reader.ts';

const SHEN = '371522';
const database = await testDatabase();
await database.addJurisdictions(SHEN);
const county = await makeSmallCounty(database, SHEN);
const posting = { kind: 'posting' as const, id: county.posting };
const village = { kind: 'organisation' as const, id: county.lizhuang };

const ids = {
  standing: '01990000-0000-7000-8000-000000000001',
  wrong: '01990000-0000-7000-8000-000000000002',
  right: '01990000-0000-7000-8000-000000000003',
  withdrawn: '01990000-0000-7000-8000-000000000004',
  meeting: '01990000-0000-7000-8000-000000000005',
};

const enter = (id: string, form: string, subject: { kind: string; id: string }, on: string, recordedOn: string) => sql`
  insert into entry values (${SHEN}, ${id}, ${form}, ${subject.kind}, ${subject.id}, ${county.wangzhuang}, ${on}::date,
    ${{ n: id.at(-1) } as unknown as string}::jsonb, ${`${recordedOn}T01:02:03.456Z`}::timestamptz, ${recordedOn}::date,
    ${county.firstSecretary.account}, 'web', null, ${id}, 'p')`;

await inJurisdiction(database, SHEN, async (tx) => {
  await enter(ids.standing, 'village-day', posting, '2026-09-01', '2026-09-02').execute(tx);
  await enter(ids.wrong, 'village-day', posting, '2026-09-03', '2026-09-03').execute(tx);
  await enter(ids.right, 'village-day', posting, '2026-09-04', '2026-09-10').execute(tx);
  await enter(ids.withdrawn, 'leave', posting, '2026-09-05', '2026-09-05').execute(tx);
  await enter(ids.meeting, 'meeting', village, '2026-08-20', '2026-08-21').execute(tx);
  const home = { jurisdiction_id: SHEN, recorded_by: county.clerk.account };
  const on = (day: string) => ({ recorded_at: `${day}T04:00:00Z`, recorded_on: day });
  await tx
    .insertInto('entry_supersession')
    .values([
      { ...home, id: ids.wrong, entry_id: ids.wrong, by_entry_id: ids.right, reason: '日期写错', ...on('2026-09-10') },
      {
        ...home,
        id: ids.withdrawn,
        entry_id: ids.withdrawn,
        by_entry_id: null,
        reason: '没有请假',
        ...on('2026-09-06'),
      },
    ])
    .execute();
  await tx
    .insertInto('entry_confirmation')
    .values({ ...home, id: ids.standing, entry_id: ids.standing, outcome: 'confirmed', ...on('2026-09-07') })
    .execute();
});

const facts = (query: Omit<FactQuery, 'jurisdiction'> = {}) =>
  readJurisdiction(database, SHEN, (tx) => readFacts(tx, { jurisdiction: SHEN, ...query }));
const idsOf = async (query: Omit<FactQuery, 'jurisdiction'>) => (await facts(query)).map((fact) => fact.id).sort();

describe('facts', () => {
  it('carry who, when, confirmation and end, in the engine’s shape', async () => {
    const found = new Map((await facts()).map((fact) => [fact.id, fact]));
    expect(found.get(ids.standing)).toEqual({
      id: ids.standing,
      form: 'village-day',
      subject: posting,
      date: '2026-09-01',
      data: { n: '1' },
      recordedOn: '2026-09-02',
      recordedAt: '2026-09-02T01:02:03.456Z',
      recordedBy: { account: county.firstSecretary.account, name: '第一书记 孙立新' },
      confirmation: { on: '2026-09-07', by: '王庄村 王秀芹', outcome: 'confirmed' },
    });
    expect(found.get(ids.wrong)).toMatchObject({
      endedOn: '2026-09-10',
      endedBy: { kind: 'superseded', reason: '日期写错', by: '王庄村 王秀芹' },
    });
    expect(found.get(ids.withdrawn)).toMatchObject({ endedOn: '2026-09-06', endedBy: { kind: 'withdrawn' } });
    expect(found.get(ids.right)).not.toHaveProperty('endedOn');
  });

  it('can be narrowed by subject, form, organisation, day of recording and day', async () => {
    expect(await idsOf({ subjects: [posting] })).toEqual([ids.standing, ids.wrong, ids.right, ids.withdrawn]);
    expect(await idsOf({ forms: ['meeting', 'leave'] })).toEqual([ids.withdrawn, ids.meeting]);
    expect(await idsOf({ organisations: [county.lizhuang] })).toEqual([]);
    expect(await idsOf({ knownBy: '2026-09-03' })).toEqual([ids.standing, ids.wrong, ids.meeting]);
    expect(await idsOf({ subjects: [posting], from: '2026-09-04' })).toEqual([ids.right, ids.withdrawn]);
    expect(await idsOf({ subjects: [] })).toEqual([]);
  });

  it('of one subject come over the index, also in a large county', async () => {
    await inJurisdiction(database, SHEN, (tx) =>
      sql`insert into entry select ${SHEN}, gen_random_uuid(), 'meeting', 'organisation', gen_random_uuid(),
        ${county.lizhuang}::uuid, date '2026-01-01' + n % 300, '{}', now(), '2026-09-01',
        ${county.clerk.account}::uuid, 'web', null, 'x', 'p' from generate_series(1, 20000) n`.execute(tx),
    );
    await database.asOwner((owner) => owner`analyze entry`);
    expect(await rowsScanned({ subjects: [posting] }, 4)).toBeLessThan(1_000);
    expect(await rowsScanned({}, 20_005)).toBeGreaterThan(20_000);
  });
});

/** Rows of the entry table that a read went through one by one, without an index, as the database counts them. */
const rowsScanned = (query: Omit<FactQuery, 'jurisdiction'>, count: number): Promise<number> =>
  readJurisdiction(database, SHEN, async (tx) => {
    expect(await readFacts(tx, { jurisdiction: SHEN, ...query })).toHaveLength(count);
    const { rows } = await sql<{ scanned: number }>`
      select seq_tup_read::int as scanned from pg_stat_xact_user_tables where relname = 'entry'`.execute(tx);
    return rows[0]?.scanned ?? 0;
  });

describe('the world', () => {
  const world = (asOf: string, subjects?: { kind: 'posting' | 'organisation' | 'person'; id: string }[]) =>
    readJurisdiction(database, SHEN, (tx) =>
      readWorld(tx, { jurisdiction: SHEN, asOf, ...(subjects ? { subjects } : {}) }),
    );

  it('holds who there is on a day', async () => {
    const { organisations, persons, postings } = await world('2026-09-15');
    expect(organisations).toHaveLength(7);
    expect(organisations.find((one) => one.id === county.wangzhuang)).toEqual({
      id: county.wangzhuang,
      kind: 'village',
      name: '王庄村',
      parent: county.east,
      from: '2020-01-01',
      attributes: {},
    });
    expect(persons).toHaveLength(2);
    expect(postings.find((one) => one.id === county.endedPosting)).toMatchObject({
      to: '2026-08-31',
      from: '2026-01-01',
    });
    expect((await world('2026-03-01')).postings.map((one) => one.id)).toEqual([county.endedPosting]);
    expect((await world('2019-12-31')).organisations).toEqual([]);
  });

  it('of a posting holds its village, its sender, those above them and its person', async () => {
    const { organisations, persons, postings } = await world('2026-09-15', [posting]);
    expect(new Set(organisations.map((one) => one.name))).toEqual(new Set(['王庄村', '东张镇', '农业农村局', '莘县']));
    expect(persons.map((one) => one.name)).toEqual(['孙立新']);
    expect(postings.map((one) => one.id)).toEqual([county.posting]);
    const sender = await world('2026-09-15', [{ kind: 'organisation', id: county.department }]);
    expect(sender.postings).toHaveLength(2);
  });
});
