import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { localOperator } from '../src/accounts/index.ts';
import { applyPack, readPackFolder } from '../src/packs/index.ts';
import { fixedClock } from '../src/platform/clock/clock.ts';
import { testDatabase } from '../src/platform/database/testing.ts';
import { signIn, type TestClient } from './client.ts';
import { testServer } from './test-server.ts';
import { acting } from './world/acting.ts';
import { buildWorld, NOW, PASSWORD, type World } from './world/build-world.ts';

const database = await testDatabase();
const server = await testServer(database, fixedClock(NOW));
let world: World;
let county: TestClient;
let east: TestClient;

beforeAll(async () => {
  world = await buildWorld(database);
  const operator = acting(database, NOW).as(await localOperator(database, world.home.jurisdiction));
  for (const pack of ['national-base', 'shenxian']) {
    await operator.do(applyPack, { files: await readPackFolder(`packs/${pack}`), from: '2026-01-01' });
  }
  await server.evaluator.settled();
  county = await signIn(server.address, world.home.usernames.county, PASSWORD);
  east = await signIn(server.address, world.home.usernames.east, PASSWORD);
});

async function download(client: TestClient, path: string): Promise<Uint8Array> {
  const answer = await fetch(`${server.address}${path}`, { headers: { cookie: client.cookie } });
  expect(answer.status).toBe(200);
  return new Uint8Array(await answer.arrayBuffer());
}

async function columnOf(client: TestClient, path: string, header: string): Promise<string[]> {
  const file = await download(client, `${path}${path.includes('?') ? '&' : '?'}format=csv`);
  const lines: Record<string, string>[] = parse(Buffer.from(file), { columns: true, bom: true });
  return lines.map((line) => line[header] ?? '');
}

describe('lists are taken away as workbooks', () => {
  it('the wall chart, with the words of its lights, within the scope', async () => {
    const all = await columnOf(county, '/api/obligations/board', '组织');
    expect(all).toEqual(expect.arrayContaining(['王庄村', '赵庄村', '东张镇']));
    const own = await columnOf(east, '/api/obligations/board', '组织');
    expect(own).toContain('王庄村');
    expect(own).not.toContain('赵庄村');
  });

  it.each([
    ['/api/organisations/tree', '名称', '王庄村'],
    ['/api/people/list', '姓名', '孙立新'],
    ['/api/postings/list', '派驻组织', '王庄村'],
  ])('%s', async (path, header, expected) => {
    expect(await columnOf(county, path, header)).toContain(expected);
    const workbook = await download(county, `${path}?format=xlsx`);
    expect(Buffer.from(workbook.subarray(0, 2)).toString()).toBe('PK');
  });

  it('all pages of a paged list', async () => {
    const names = await columnOf(county, '/api/people/list?limit=3', '姓名');
    expect(names).toHaveLength(12);
  });

  it('leaves an audit row with the number of rows', async () => {
    const rows = await database.asOwner(
      (sql) => sql`select detail from audit where action = 'organisations.tree' and detail ? 'rows'`,
    );
    expect(rows.length).toBeGreaterThan(0);
  });

  it('says in the API document that it can', async () => {
    const { body } = await county.request('GET', '/api/openapi.json');
    const { paths } = body as { paths: Record<string, { get: { parameters: { name: string }[] } }> };
    expect(paths['/api/obligations/board']?.get.parameters.map(({ name }) => name)).toContain('format');
  });
});
