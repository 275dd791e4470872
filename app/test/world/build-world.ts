import { v7 as uuidv7 } from 'uuid';
import { grantRole, localOperator, openAccount } from '../../src/accounts/index.ts';
import { foundOrganisation } from '../../src/organisations/index.ts';
import { addPerson, startPosting, startTenure } from '../../src/people/index.ts';
import type { Role, Scope } from '../../src/platform/access/scope.ts';
import type { Database } from '../../src/platform/database/connect.ts';
import { acting } from './acting.ts';

/** Everybody's password in the world. */
export const PASSWORD = 'Huanghe-2026-liu';
export const NOW = '2026-09-15T02:00:00.000Z';
const FOUNDED = '2020-01-01';

type Act = ReturnType<ReturnType<typeof acting>['as']>;

/** One county of the world: ids by the names people call things. */
export interface County {
  readonly jurisdiction: string;
  readonly operator: Scope;
  readonly organisations: Readonly<Record<OrganisationName, string>>;
  readonly people: Readonly<Record<PersonName, string>>;
  readonly postings: Readonly<Record<PostingName, string>>;
  readonly tenure: string;
  readonly accounts: Readonly<Record<AccountName, string>>;
  /** User names, for `signIn`. */
  readonly usernames: Readonly<Record<AccountName, string>>;
  /** The grant of the second clerk. */
  readonly grant: string;
}

type OrganisationName =
  | 'county'
  | 'east'
  | 'west'
  | 'wangzhuang'
  | 'lizhuang'
  | 'gaomiao'
  | 'zhaozhuang'
  | 'liulin'
  | 'department';
type PersonName = 'slx' | 'zmy' | 'wxq' | 'lgd' | 'gf' | 'dl' | 'hj' | 'hx' | 'mj' | 'cjh' | 'ywt' | 'ysm';
type PostingName = 'wangzhuang' | 'zhaozhuang' | 'former' | 'liulin';
type AccountName =
  | 'admin'
  | 'county'
  | 'east'
  | 'west'
  | 'clerk'
  | 'otherClerk'
  | 'secretary'
  | 'otherSecretary'
  | 'unit';

/** 莘县 of the tests: two townships, five villages, a department that sends, a dozen invented people. */
const ORGANISATIONS: readonly (readonly [OrganisationName, string, string, OrganisationName | null, string])[] = [
  ['county', 'county', '莘县', null, ''],
  ['east', 'township', '东张镇', 'county', '101'],
  ['west', 'township', '西河镇', 'county', '102'],
  ['wangzhuang', 'village', '王庄村', 'east', '101001'],
  ['lizhuang', 'village', '李庄村', 'east', '101002'],
  ['gaomiao', 'village', '高庙村', 'east', '101003'],
  ['zhaozhuang', 'village', '赵庄村', 'west', '102001'],
  ['liulin', 'village', '柳林村', 'west', '102002'],
  ['department', 'county-department', '农业农村局', 'county', '901'],
];

const PEOPLE: readonly (readonly [PersonName, string, OrganisationName])[] = [
  ['slx', '孙立新', 'department'],
  ['zmy', '周明远', 'department'],
  ['wxq', '王秀芹', 'wangzhuang'],
  ['lgd', '李国栋', 'lizhuang'],
  ['gf', '高峰', 'gaomiao'],
  ['dl', '丁岚', 'west'],
  ['hj', '何静', 'department'],
  ['hx', '韩雪', 'county'],
  ['mj', '马骏', 'east'],
  ['cjh', '陈建华', 'zhaozhuang'],
  ['ywt', '杨文涛', 'liulin'],
  ['ysm', '于淑敏', 'wangzhuang'],
];

const POSTINGS: readonly (readonly [PostingName, PersonName, OrganisationName, OrganisationName, string, string?])[] = [
  ['wangzhuang', 'slx', 'wangzhuang', 'department', '2026-06-10'],
  ['zhaozhuang', 'zmy', 'zhaozhuang', 'department', '2026-06-10'],
  ['former', 'zmy', 'lizhuang', 'department', '2025-01-01', '2025-12-31'],
  ['liulin', 'cjh', 'liulin', 'west', '2026-06-10'],
];

const ACCOUNTS: readonly (readonly [AccountName, string, Role, OrganisationName | null, PersonName | null])[] = [
  ['admin', '管理员', 'administrator', null, null],
  ['county', '县委组织部 韩雪', 'county-officer', 'county', 'hx'],
  ['east', '东张镇 马骏', 'township-officer', 'east', 'mj'],
  ['west', '西河镇 丁岚', 'township-officer', 'west', 'dl'],
  ['clerk', '王庄村 王秀芹', 'village-clerk', 'wangzhuang', 'wxq'],
  ['otherClerk', '李庄村 李国栋', 'village-clerk', 'lizhuang', 'lgd'],
  ['secretary', '第一书记 孙立新', 'first-secretary', null, 'slx'],
  ['otherSecretary', '第一书记 周明远', 'first-secretary', null, 'zmy'],
  ['unit', '农业农村局 何静', 'sending-unit', 'department', 'hj'],
];

/**
 * Builds a county in a jurisdiction that exists, through the product's own actions. Everybody's password is
 * `PASSWORD`; user names are `<account>.<jurisdiction>`.
 */
export async function buildCounty(database: Database, jurisdiction: string, now = NOW): Promise<County> {
  const { as } = acting(database, now);
  const organisations = await foundAll(database, jurisdiction, as);
  const operator = await localOperator(database, jurisdiction);
  const act = as(operator);
  const people = await collect(PEOPLE, async ([, name, home]) => {
    const id = uuidv7();
    await act.do(addPerson, { id, name, memberOf: organisations[home] });
    return id;
  });
  const postings = await collect(POSTINGS, async ([, person, village, sender, from, to]) => {
    const id = uuidv7();
    const between = { organisation: organisations[village], sendingOrganisation: organisations[sender] };
    const span = { from, ...(to ? { to } : {}) };
    await act.do(startPosting, {
      id,
      kind: 'first-secretary',
      level: 'county',
      person: people[person],
      ...between,
      ...span,
    });
    return id;
  });
  const tenure = uuidv7();
  const office = { post: 'village-secretary', organisation: organisations.wangzhuang, person: people.ysm };
  await act.do(startTenure, { id: tenure, ...office, from: '2021-01-01' });
  const { accounts, grants } = await openAll(act, jurisdiction, organisations, people);
  const usernames = await collect(ACCOUNTS, async ([account]) => usernameOf(account, jurisdiction));
  return {
    jurisdiction,
    operator,
    organisations,
    people,
    postings,
    tenure,
    accounts,
    usernames,
    grant: grants.otherClerk,
  };
}

async function foundAll(database: Database, jurisdiction: string, as: ReturnType<typeof acting>['as']) {
  const ids = {} as Record<OrganisationName, string>;
  for (const [key, kind, name, parent, code] of ORGANISATIONS) {
    const act = as(await localOperator(database, jurisdiction));
    ids[key] = uuidv7();
    const above = parent === null ? {} : { parent: ids[parent] };
    await act.do(foundOrganisation, { id: ids[key], kind, name, code: jurisdiction + code, on: FOUNDED, ...above });
  }
  return ids;
}

async function openAll(
  act: Act,
  jurisdiction: string,
  organisations: Readonly<Record<OrganisationName, string>>,
  people: Readonly<Record<PersonName, string>>,
) {
  const grants = {} as Record<AccountName, string>;
  const accounts = await collect(ACCOUNTS, async ([key, displayName, role, organisation, person]) => {
    const id = uuidv7();
    const username = usernameOf(key, jurisdiction);
    const whose = person === null ? {} : { person: people[person] };
    await act.do(openAccount, { id, username, password: PASSWORD, displayName, ...whose });
    grants[key] = uuidv7();
    const where = organisation === null ? {} : { organisation: organisations[organisation] };
    await act.do(grantRole, { id: grants[key], account: id, role, from: '2026-01-01', ...where });
    return id;
  });
  return { accounts, grants };
}

const usernameOf = (account: AccountName, jurisdiction: string) => `${account.toLowerCase()}.${jurisdiction}`;

async function collect<Key extends string, Row extends readonly [Key, ...unknown[]]>(
  rows: readonly Row[],
  make: (row: Row) => Promise<string>,
): Promise<Record<Row[0], string>> {
  const made = {} as Record<Row[0], string>;
  for (const row of rows) made[row[0] as Row[0]] = await make(row);
  return made;
}

export interface World {
  readonly home: County;
  /** Another county with the same names, of which the first must never see anything. */
  readonly abroad: County;
}

/** Two counties in one database. */
export async function buildWorld(
  database: Database & { addJurisdictions(...ids: string[]): Promise<void> },
): Promise<World> {
  await database.addJurisdictions('371522', '371523');
  return { home: await buildCounty(database, '371522'), abroad: await buildCounty(database, '371523') };
}
