import fc from 'fast-check';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { readScope } from '../../src/accounts/scope-reader.ts';
import { actions } from '../../src/actions.ts';
import { applyPack } from '../../src/packs/index.ts';
import type { Role, Scope } from '../../src/platform/access/scope.ts';
import type { Action } from '../../src/platform/actions/action.ts';
import { dispatch } from '../../src/platform/actions/dispatch.ts';
import { testDatabase } from '../../src/platform/database/testing.ts';
import { inJurisdiction, readJurisdiction } from '../../src/platform/database/transaction.ts';
import { enterRecord } from '../../src/records/index.ts';
import { acting } from '../world/acting.ts';
import { buildWorld, type County, NOW } from '../world/build-world.ts';
import { PACK } from './pack.ts';
import { villageDay } from './place.ts';

const database = await testDatabase();
const world = await buildWorld(database);
const { as, runtime } = acting(database, NOW);
for (const county of [world.home, world.abroad]) await fill(county);
const { home, abroad } = world;
const TODAY = '2026-09-15';

/** Rules in force, and an entry about every running posting. */
async function fill(county: County): Promise<void> {
  const operator = as(county.operator);
  await operator.do(applyPack, { files: [...PACK], from: '2026-01-01' });
  for (const name of ['wangzhuang', 'zhaozhuang', 'liulin'] as const) {
    const subject = { kind: 'posting', id: county.postings[name] } as const;
    await operator.do(enterRecord, { id: uuidv7(), form: 'village-day', subject, data: villageDay });
  }
}

/** The tree and the postings of the world as this test knows them, apart from the product's own queries. */
const PARENT: Partial<Record<keyof County['organisations'], keyof County['organisations']>> = {
  east: 'county',
  west: 'county',
  department: 'county',
  wangzhuang: 'east',
  lizhuang: 'east',
  gaomiao: 'east',
  zhaozhuang: 'west',
  liulin: 'west',
};
const POSTED = {
  wangzhuang: { at: 'wangzhuang', by: 'department', who: 'slx', runs: true },
  zhaozhuang: { at: 'zhaozhuang', by: 'department', who: 'zmy', runs: true },
  former: { at: 'lizhuang', by: 'department', who: 'zmy', runs: false },
  liulin: { at: 'liulin', by: 'west', who: 'cjh', runs: true },
} as const;
const HOMES: Record<keyof County['people'], keyof County['organisations']> = {
  slx: 'department',
  zmy: 'department',
  wxq: 'wangzhuang',
  lgd: 'lizhuang',
  gf: 'gaomiao',
  dl: 'west',
  hj: 'department',
  hx: 'county',
  mj: 'east',
  cjh: 'zhaozhuang',
  ywt: 'liulin',
  ysm: 'wangzhuang',
};

type OrganisationName = keyof County['organisations'];
type PostingName = keyof typeof POSTED;

interface RandomGrant {
  readonly role: Exclude<Role, 'administrator'>;
  readonly at: OrganisationName;
}

const below = (at: OrganisationName): OrganisationName[] =>
  (Object.keys(home.organisations) as OrganisationName[]).filter((name) => {
    for (let up: OrganisationName | undefined = name; up; up = PARENT[up]) if (up === at) return true;
    return false;
  });

/** What grants let their holder see, worked out from the description of the roles alone. */
function reachOf(grants: readonly RandomGrant[], person: keyof County['people']) {
  const organisations = new Set<OrganisationName>();
  const postings = new Set<PostingName>();
  const people = new Set<keyof County['people']>([person]);
  const named = Object.keys(POSTED) as PostingName[];
  for (const { role, at } of grants) {
    if (role === 'first-secretary') {
      for (const name of named) {
        if (POSTED[name].who !== person || !POSTED[name].runs) continue;
        postings.add(name);
        organisations.add(POSTED[name].at);
      }
      continue;
    }
    for (const name of below(at)) organisations.add(name);
    for (const name of named) {
      if (below(at).includes(POSTED[name].at) || (role === 'sending-unit' && POSTED[name].by === at))
        postings.add(name);
    }
    for (const [who, where] of Object.entries(HOMES)) {
      if (below(at).includes(where)) people.add(who as keyof County['people']);
    }
  }
  for (const name of postings) people.add(POSTED[name].who);
  return { organisations, postings, people };
}

/** Ids that may not come out: all of the other county, and of this one what lies beyond the reach. */
function forbiddenIds(grants: readonly RandomGrant[], person: keyof County['people']): string[] {
  const reach = reachOf(grants, person);
  // A posting is told with the unit that sent it and the village it is in; a row of the chart with its township.
  const told = new Set<OrganisationName>(reach.organisations);
  for (const name of reach.postings) told.add(POSTED[name].at).add(POSTED[name].by);
  for (const name of told) for (let up = PARENT[name]; up; up = PARENT[up]) told.add(up);
  const beyond = (all: Readonly<Record<string, string>>, seen: ReadonlySet<string>) =>
    Object.entries(all).flatMap(([name, id]) => (seen.has(name) ? [] : [id]));
  return [
    ...Object.values(abroad.organisations),
    ...Object.values(abroad.people),
    ...Object.values(abroad.postings),
    ...Object.values(abroad.accounts),
    ...beyond(home.organisations, told),
    ...beyond(home.postings, reach.postings),
    ...beyond(home.people, reach.people),
  ];
}

/** An account of a person with these grants, and its scope as the door would find it. */
async function scopeWith(grants: readonly RandomGrant[], person: keyof County['people']): Promise<Scope> {
  const account = uuidv7();
  await inJurisdiction(database, home.jurisdiction, async (tx) => {
    const own = { jurisdiction_id: home.jurisdiction };
    await tx
      .insertInto('account')
      .values({ ...own, id: account, login_id: account, person_id: home.people[person], display_name: '随机账号' })
      .execute();
    for (const { role, at } of grants) {
      const where = role === 'first-secretary' ? null : home.organisations[at];
      await tx
        .insertInto('role_grant')
        .values({ ...own, id: uuidv7(), account_id: account, role, organisation_id: where, valid_from: '2026-01-01' })
        .execute();
    }
  });
  const scope = await readJurisdiction(database, home.jurisdiction, (tx) => readScope(tx, account, TODAY));
  if (!scope) throw new Error('an open account has a scope');
  return scope;
}

/** Every id of both counties, to be tried as an input. */
const everyId = [home, abroad].flatMap((county) => [
  ...Object.values(county.organisations),
  ...Object.values(county.postings),
  ...Object.values(county.people),
]);

const reads = (actions as readonly Action[]).filter(({ kind, id }) => kind !== 'write' && !id.startsWith('audit.'));

/** An input for a read: ids where it takes ids, plain words where it takes words. */
function inputFor(action: Action, target: string): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(action.input.properties)) {
    const { type, format, minItems } = schema as { type?: string; format?: string; minItems?: number };
    if (format === 'uuid') input[name] = target;
    else if (type === 'array' && minItems !== undefined) input[name] = [target];
    else if (name in WORDS && (action.input.required ?? []).includes(name)) input[name] = WORDS[name];
  }
  return input;
}
const WORDS: Readonly<Record<string, string>> = {
  form: 'village-day',
  period: '2026-09',
  measure: 'village-days-done',
  query: '村',
  obligation: 'village-days',
  subjectKind: 'posting',
  sha256: '0'.repeat(64),
  hash: 'none',
  format: 'csv',
};

async function readAs(scope: Scope, action: Action, input: Record<string, unknown>): Promise<string> {
  try {
    const result = await dispatch(runtime, action, input, { scope, language: 'en', door: 'api' });
    if (action.kind !== 'download') return JSON.stringify(result);
    const chunks: Uint8Array[] = [];
    const { body } = result as { body: Uint8Array | AsyncIterable<Uint8Array> };
    if (body instanceof Uint8Array) chunks.push(body);
    else for await (const chunk of body) chunks.push(chunk);
    return Buffer.concat(chunks).toString('utf8');
  } catch (error) {
    return JSON.stringify((error as { words?: unknown; fields?: unknown }).words ?? String(error));
  }
}

const anyGrant = fc.record({
  role: fc.constantFrom<RandomGrant['role']>(
    'county-officer',
    'township-officer',
    'village-clerk',
    'first-secretary',
    'sending-unit',
  ),
  at: fc.constantFrom(...(Object.keys(home.organisations) as OrganisationName[])),
});
const anyGrants = fc.array(anyGrant, { maxLength: 3 });
const anyPerson = fc.constantFrom(...(Object.keys(home.people) as (keyof County['people'])[]));

describe('whatever somebody was granted', () => {
  test('no read gives an id from beyond it', { timeout: 120_000 }, async () => {
    const law = fc.asyncProperty(anyGrants, anyPerson, fc.constantFrom(...everyId), async (grants, person, target) => {
      const scope = await scopeWith(grants, person);
      const forbidden = forbiddenIds(grants, person);
      for (const action of reads) {
        for (const input of [inputFor(action, target), withoutFilters(action, target)]) {
          const text = await readAs(scope, action, input);
          const asked = JSON.stringify(input);
          const leaked = forbidden.filter((id) => !asked.includes(id) && text.includes(id));
          expect({ action: action.id, input, grants, person, leaked }).toMatchObject({ leaked: [] });
        }
      }
    });
    await fc.assert(law, { numRuns: 25 });
  });

  test('postings, people and organisations within it are all there', { timeout: 60_000 }, async () => {
    const law = fc.asyncProperty(anyGrants, anyPerson, async (grants, person) => {
      fc.pre(grants.length > 0);
      const scope = await scopeWith(grants, person);
      const reach = reachOf(grants, person);
      const ids = async (id: string, field: string) => {
        const action = reads.find((one) => one.id === id) as Action;
        const result = (await dispatch(
          runtime,
          action,
          { limit: 500 },
          { scope, language: 'en', door: 'api' },
        )) as Record<string, { id: string }[]>;
        return (result[field] ?? []).map((one) => one.id).sort();
      };
      const postings = [...reach.postings].map((name) => home.postings[name]).sort();
      expect(await ids('postings.list', 'postings')).toEqual(postings);
      expect(await ids('people.list', 'people')).toEqual([...reach.people].map((name) => home.people[name]).sort());
    });
    await fc.assert(law, { numRuns: 25 });
  });

  test('an officer of one place who is a clerk of another writes as an officer in the first alone', async () => {
    const grants: RandomGrant[] = [
      { role: 'township-officer', at: 'west' },
      { role: 'village-clerk', at: 'wangzhuang' },
    ];
    const scope = await scopeWith(grants, 'wxq');
    const add = (actions as readonly Action[]).find(({ id }) => id === 'people.add') as Action;
    const to = (memberOf: string) =>
      dispatch(runtime, add, { id: uuidv7(), name: '吕小满', memberOf }, { scope, language: 'en', door: 'api' });
    await expect(to(home.organisations.liulin)).resolves.toMatchObject({ again: false });
    await expect(to(home.organisations.wangzhuang)).rejects.toMatchObject({ kind: 'not-found' });
  });

  test('without a jurisdiction set, and as the application, every table of a jurisdiction is empty', async () => {
    for (const table of ['person', 'posting', 'role_grant', 'account', 'audit', 'entry']) {
      const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(database.shared);
      expect([table, rows[0]?.n]).toEqual([table, 0]);
    }
  });
});

/** The same read with its optional fields left out: the widest answer it can give. */
function withoutFilters(action: Action, target: string): Record<string, unknown> {
  const required = new Set(action.input.required ?? []);
  return Object.fromEntries(Object.entries(inputFor(action, target)).filter(([name]) => required.has(name)));
}
