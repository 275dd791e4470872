/**
 * Reading a subtree as the database grows from one county to many: should stay flat, and near hand-written SQL.
 *   script/bench tree              1, 10 and 100 counties
 *   bench/tree.ts --counties=1,100,2900
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import type postgres from 'postgres';
import { readAncestors, readSubtree } from '../app/src/organisations/index.ts';
import { asOwner, type Database, openDatabase } from '../app/src/platform/database/connect.ts';
import { readJurisdiction } from '../app/src/platform/database/transaction.ts';

const TOWNSHIPS = 24;
const VILLAGES = 200;
const ROUNDS = 200;

const { values } = parseArgs({ options: { counties: { type: 'string', default: '1,10,100' } } });
const steps = values.counties.split(',').map(Number);
const dataFolder = mkdtempSync(join(tmpdir(), 'luoshi-bench-'));
const database = await openDatabase({ dataFolder });

try {
  let made = 0;
  console.log(
    `counties   organisations   county p50   by hand   ratio   township p50   ratio   as of a past day   path up`,
  );
  for (const counties of steps) {
    await addCounties(made, counties);
    made = counties;
    await report(counties);
  }
  console.log(await planOf());
} finally {
  await database.close();
  rmSync(dataFolder, { recursive: true, force: true });
}

function idOf(county: number): string {
  return String(100_000 + county);
}

/** Nodes are numbered within a county: 0 the county, 1 … 24 townships, then villages. */
function uuidOf(county: number, node: number): string {
  return `00000000-0000-7000-8000-${(county * 1000 + node).toString(16).padStart(12, '0')}`;
}

async function addCounties(from: number, to: number): Promise<void> {
  const { address, ownerPassword } = database.server ?? fail();
  const owner = { ...address, username: 'luoshi_owner', password: ownerPassword, database: 'luoshi' };
  await asOwner(owner, async (sql) => {
    await sql`set work_mem = '256MB'`;
    // Rows that fit by construction: checking four million references would take longer than the bench.
    await sql`set session_replication_role = replica`;
    await sql`insert into jurisdiction (id, name, level) select (100000 + c)::text, 'County ' || c, 3
      from generate_series(${from}::int, ${to - 1}::int) c`;
    await sql.unsafe(`create temp table node as
      select (100000 + c)::text as j, c, n,
        ('00000000-0000-7000-8000-' || lpad(to_hex(c * 1000 + n), 12, '0'))::uuid as id,
        case when n = 0 then null when n <= ${TOWNSHIPS} then 0 else 1 + (n % ${TOWNSHIPS}) end as p
      from generate_series(${from}, ${to - 1}) c, generate_series(0, ${TOWNSHIPS + VILLAGES}) n`);
    await sql.unsafe(`alter table node add parent uuid;
      update node set parent = ('00000000-0000-7000-8000-' || lpad(to_hex(c * 1000 + p), 12, '0'))::uuid;
      insert into organisation (jurisdiction_id, id, kind, code, founded_on)
        select j, id, case when n = 0 then 'county' when n <= ${TOWNSHIPS} then 'township' else 'village' end, j || lpad(n::text, 6, '0'), '2020-01-01' from node;
      insert into organisation_name (jurisdiction_id, id, organisation_id, name, valid_from)
        select j, id, id, 'Organisation ' || n, '2020-01-01' from node;
      insert into organisation_edge (jurisdiction_id, id, child_id, parent_id, valid_from)
        select j, id, id, parent, '2020-01-01' from node;
      insert into organisation_closure (jurisdiction_id, ancestor_id, descendant_id, depth)
        select j, id, id, 0 from node
        union all select j, parent, id, 1 from node where parent is not null
        union all select v.j, t.parent, v.id, 2 from node v join node t on t.id = v.parent where t.parent is not null`);
    await sql`vacuum analyze`;
  });
}

async function report(counties: number): Promise<void> {
  const county = await compare(counties, (c) => [c, 0]);
  const township = await compare(counties, (c, round) => [c, 1 + (round % TOWNSHIPS)]);
  const past = await time(counties, (c) =>
    readJurisdiction(database, idOf(c), (tx) => readSubtree(tx, { root: uuidOf(c, 0), asOf: '2022-05-01' })),
  );
  const up = await time(counties, (c, round) =>
    readJurisdiction(database, idOf(c), (tx) => readAncestors(tx, uuidOf(c, 30 + (round % 100)))),
  );
  const cells = [
    String(counties).padStart(8),
    String(counties * (1 + TOWNSHIPS + VILLAGES)).padStart(15),
    `${county.ours.toFixed(2)} ms`.padStart(12),
    `${county.byHand.toFixed(2)} ms`.padStart(9),
    (county.ours / county.byHand).toFixed(2).padStart(7),
    `${township.ours.toFixed(2)} ms`.padStart(14),
    (township.ours / township.byHand).toFixed(2).padStart(7),
    `${past.toFixed(2)} ms`.padStart(18),
    `${up.toFixed(2)} ms`.padStart(9),
  ];
  console.log(cells.join(' '));
}

/** Ours and the hand-written statement in turn, each in a transaction of its jurisdiction; medians in milliseconds. */
async function compare(counties: number, rootOf: (county: number, round: number) => [number, number]) {
  const ours: number[] = [];
  const byHand: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const [county, node] = rootOf((round * 7919) % counties, round);
    const root = uuidOf(county, node);
    const first = await clocked(() => readJurisdiction(database, idOf(county), (tx) => readSubtree(tx, { root })));
    const second = await clocked(() => handWritten(database, idOf(county), root));
    if (first.size !== second.size || first.size === 0) throw new Error(`${first.size} rows, by hand ${second.size}`);
    ours.push(first.ms);
    byHand.push(second.ms);
  }
  return { ours: median(ours), byHand: median(byHand) };
}

async function time(counties: number, work: (county: number, round: number) => Promise<unknown[]>): Promise<number> {
  const taken: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    taken.push((await clocked(() => work((round * 7919) % counties, round))).ms);
  return median(taken);
}

async function clocked(work: () => Promise<unknown[]>): Promise<{ ms: number; size: number }> {
  const start = performance.now();
  const rows = await work();
  return { ms: performance.now() - start, size: rows.length };
}

function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

async function handWritten({ pool }: Database, jurisdiction: string, root: string): Promise<unknown[]> {
  const rows = await pool.begin('read only', async (tx) => {
    await tx.unsafe(`set local luoshi.jurisdiction = '${jurisdiction}'`);
    return subtreeSql(tx, jurisdiction, root);
  });
  return rows as unknown as unknown[];
}

function subtreeSql(tx: postgres.TransactionSql, jurisdiction: string, root: string) {
  return tx`
  select o.id, e.parent_id as parent, o.kind, o.code, n.name
  from organisation_closure c
  join organisation o on o.jurisdiction_id = ${jurisdiction} and o.id = c.descendant_id
  join organisation_edge e on e.jurisdiction_id = ${jurisdiction} and e.child_id = o.id and e.valid_to is null
  join organisation_name n on n.jurisdiction_id = ${jurisdiction} and n.organisation_id = o.id and n.valid_to is null
  where c.jurisdiction_id = ${jurisdiction} and c.ancestor_id = ${root} order by o.code`;
}

async function planOf(): Promise<string> {
  const rows = await database.pool.begin(async (tx) => {
    await tx.unsafe(`set local luoshi.jurisdiction = '${idOf(0)}'`);
    return tx.unsafe(`explain select o.id from organisation o where o.jurisdiction_id = '${idOf(0)}' and exists (
      select from organisation_closure c where c.jurisdiction_id = '${idOf(0)}' and c.ancestor_id = '${uuidOf(0, 1)}'
        and c.descendant_id = o.id)`);
  });
  const plan = rows.map((row) => String(row['QUERY PLAN'])).join('\n');
  return plan.includes('Seq Scan on organisation') ? `NOT index-backed:\n${plan}` : 'Subtree reads are index-backed.';
}

function fail(): never {
  throw new Error('The bench runs on the embedded server.');
}
