import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type postgres from 'postgres';
import { readBoard } from '../app/src/obligations/index.ts';
import { applyPack, readPackFolder } from '../app/src/packs/index.ts';
import type { Scope } from '../app/src/platform/access/scope.ts';
import { dispatch, type Runtime } from '../app/src/platform/actions/dispatch.ts';
import { fixedClock } from '../app/src/platform/clock/clock.ts';
import { asOwner, openDatabase } from '../app/src/platform/database/connect.ts';
import { OWNER } from '../app/src/platform/database/embedded/cluster.ts';
import { quantiles, ratio } from './figures.ts';

/**
 * Reading the wall chart of one county while 1, 100 and 2,900 counties lie in the database, through the product and by
 * hand-written SQL for the same cells. The county read has 878 villages in 24 townships and 20 duties; the other counties are
 * smaller (60 organisations, 5 duties: `FILLER`), so that the bench ends in minutes;
 * `--counties=1,100` asks for fewer.
 */
const asked = process.argv.find((word) => word.startsWith('--counties='))?.slice('--counties='.length);
const COUNTIES = (asked ?? '1,100,2900').split(',').map(Number);
const FILLER = { organisations: 60, duties: 5 };
const TOWNSHIPS = 24;
const VILLAGES = 878;
const DUTIES = 20;
const READS = 40;
const COUNTY = 'bench-1';

const folder = mkdtempSync(join(tmpdir(), 'luoshi-bench-'));
const database = await openDatabase({ dataFolder: folder });
const server = database.server;
if (!server) throw new Error('this bench needs the embedded server');
const owner = { ...server.address, username: OWNER, password: server.ownerPassword, database: 'luoshi' };
const clock = fixedClock('2026-09-15T02:00:00.000Z');
const runtime: Runtime = { database, clock, filesFolder: folder, timeZone: 'Asia/Shanghai' };

/** Makes counties `from`..`to`: a root, townships, villages, and one current standing per village and duty. */
async function makeCounties(
  sql: postgres.Sql,
  from: number,
  to: number,
  size: { villages: number; townships: number; duties: number },
) {
  const obligations = [...duties.slice(0, size.duties)];
  await sql`insert into jurisdiction (id, name, level) select 'bench-' || n, 'County ' || n, 3 from generate_series(${from}::int, ${to}::int) n`;
  await sql`create temp table node on commit preserve rows as
    select 'bench-' || n as j, i, gen_random_uuid() as id,
      case when i = 0 then 'county' when i <= ${size.townships}::int then 'township' else 'village' end as kind,
      case when i = 0 then null when i <= ${size.townships}::int then 0 else 1 + (i % ${size.townships}::int) end as up
    from generate_series(${from}::int, ${to}::int) n, generate_series(0, ${size.townships + size.villages}::int) i`;
  await sql`create index on node (j, i)`;
  await sql`insert into organisation (jurisdiction_id, id, kind, code, founded_on) select j, id, kind, i::text, '2020-01-01' from node`;
  await sql`insert into organisation_name (jurisdiction_id, id, organisation_id, name, valid_from)
    select j, gen_random_uuid(), id, kind || ' ' || i, '2020-01-01' from node`;
  await sql`insert into organisation_edge (jurisdiction_id, id, child_id, parent_id, valid_from)
    select c.j, gen_random_uuid(), c.id, p.id, '2020-01-01' from node c left join node p on p.j = c.j and p.i = c.up`;
  await sql`insert into organisation_closure (jurisdiction_id, ancestor_id, descendant_id, depth)
    select j, id, id, 0 from node
    union all select c.j, p.id, c.id, 1 from node c join node p on p.j = c.j and p.i = c.up
    union all select c.j, g.id, c.id, 2 from node c join node p on p.j = c.j and p.i = c.up join node g on g.j = p.j and g.i = p.up`;
  await sql`insert into standing (jurisdiction_id, obligation, subject_kind, subject_id, period_key, organisation_id, period_start,
      period_end, due_on, light, need, done, unit, awaiting, is_current)
    select j, o, 'organisation', id, '2026-09', id, '2026-09-01', '2026-09-30', '2026-10-03',
      (array['met', 'overdue', 'open', 'due-soon'])[1 + (i + length(o)) % 4], 2, (i % 3), 'time', 0, true
    from node, unnest(${obligations}::text[]) o where kind = 'village'`;
  await sql`drop table node`;
}

const files = { base: await readPackFolder('packs/national-base'), county: await readPackFolder('packs/shenxian') };
const duties: string[] = [];

async function scopeOf(sql: postgres.Sql, jurisdiction: string): Promise<Scope> {
  const account = crypto.randomUUID();
  await sql`insert into account (jurisdiction_id, id, login_id, display_name) values (${jurisdiction}, ${account}, ${account}, 'bench')`;
  const [root] = await sql<
    { id: string }[]
  >`select id from organisation where jurisdiction_id = ${jurisdiction} and kind = 'county'`;
  const roles = ['county-officer'] as const;
  const subtrees = root ? [root.id] : [];
  return {
    jurisdiction,
    account,
    displayName: 'bench',
    person: null,
    roles,
    subtrees,
    organisations: [],
    postings: [],
  };
}

const read = (scope: Scope, township?: string) =>
  dispatch(runtime, readBoard, township ? { township } : {}, { scope, language: 'en', door: 'api' });

/** The same cells by hand: names, places and lights of the county's villages, in two statements on one connection. */
const byHand = (sql: postgres.Sql, jurisdiction: string) =>
  sql.begin('read only', (tx) => [
    tx`select o.id, o.kind, o.code, n.name, e.parent_id from organisation o
      join organisation_name n on n.jurisdiction_id = o.jurisdiction_id and n.organisation_id = o.id and n.valid_to is null
      join organisation_edge e on e.jurisdiction_id = o.jurisdiction_id and e.child_id = o.id and e.valid_to is null
      where o.jurisdiction_id = ${jurisdiction} order by o.code`,
    tx`select organisation_id, obligation, light, done, need from standing
      where jurisdiction_id = ${jurisdiction} and is_current`,
  ]);

async function timed(times: number, work: () => Promise<unknown>): Promise<number[]> {
  const taken: number[] = [];
  for (let i = 0; i < times; i++) {
    const start = performance.now();
    await work();
    taken.push(performance.now() - start);
  }
  return taken;
}

await asOwner(owner, async (sql) => {
  const { loadPack } = await import('@luoshi/engine');
  for (const pack of [files.base, files.county]) {
    for (const duty of loadPack(pack).pack?.obligations.values() ?? []) {
      if ('organisations' in duty.who && duty.who.organisations.includes('village')) duties.push(duty.id);
    }
  }
  while (duties.length < DUTIES) duties.push(`bench-duty-${duties.length}`);
  await makeCounties(sql, 1, 1, { villages: VILLAGES, townships: TOWNSHIPS, duties: DUTIES });
  const scope = await scopeOf(sql, COUNTY);
  for (const pack of [files.base, files.county]) {
    await dispatch(runtime, applyPack, { files: pack, from: '2026-01-01' }, { scope, language: 'en', door: 'api' });
  }
  const [township] = await sql<
    { id: string }[]
  >`select id from organisation where jurisdiction_id = ${COUNTY} and code = '1'`;
  const report: Record<string, unknown>[] = [];
  let made = 1;
  for (const counties of COUNTIES) {
    while (made < counties) {
      const to = Math.min(counties, made + 100);
      await makeCounties(sql, made + 1, to, {
        villages: FILLER.organisations - 4,
        townships: 3,
        duties: FILLER.duties,
      });
      made = to;
    }
    await sql`vacuum analyze standing, organisation, organisation_closure, organisation_name, organisation_edge`;
    await timed(5, () => read(scope));
    const product: number[] = [];
    const hand: number[] = [];
    for (let i = 0; i < READS; i++) {
      product.push(...(await timed(1, () => read(scope))));
      hand.push(...(await timed(1, () => byHand(sql, COUNTY))));
    }
    const small = await timed(READS, () => read(scope, township?.id));
    report.push({
      counties,
      county: quantiles(product),
      byHand: quantiles(hand),
      ratio: ratio(product, hand),
      township: quantiles(small),
    });
  }
  console.table(
    report.map(({ counties, county, byHand: hand, ratio: r, township: small }) => ({
      counties,
      county,
      hand,
      ratio: r,
      township: small,
    })),
  );
  console.log(JSON.stringify({ board: report }));
});
await database.close();
rmSync(folder, { recursive: true, force: true });
