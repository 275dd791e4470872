import { loadPack } from '@luoshi/engine';
import { v7 as uuidv7 } from 'uuid';
import { grantRole, localOperator, openAccount } from '../../src/accounts/index.ts';
import { foundOrganisation } from '../../src/organisations/index.ts';
import { addPerson, startPosting, startTenure } from '../../src/people/index.ts';
import type { Role } from '../../src/platform/access/scope.ts';
import type { Database } from '../../src/platform/database/connect.ts';
import { inJurisdiction } from '../../src/platform/database/transaction.ts';
import { writeRun } from '../../src/ratings/run-writer.ts';
import { enterRecord } from '../../src/records/index.ts';
import { acting } from '../world/acting.ts';
import { type County, NOW, PASSWORD, type World } from '../world/build-world.ts';
import { PACK } from './pack.ts';

/** What a role may reach, or may not: one thing of each kind. */
export interface Targets {
  readonly county: County;
  /** Something whose own records are visible to whom this is inside. */
  readonly organisation: string;
  readonly village: string;
  readonly township: string;
  /** A unit that may send into the village. */
  readonly sender: string;
  readonly posting: string;
  readonly person: string;
  readonly account: string;
  /** Codes, for files. */
  readonly villageCode: string;
  readonly senderCode: string;
}

/** What happened in the county before the call under test, by its own people. */
export interface Maker {
  id(): string;
  village(township: string): Promise<string>;
  person(memberOf: string): Promise<string>;
  posting(person: string, organisation: string, sendingOrganisation: string): Promise<string>;
  tenure(person: string, organisation: string): Promise<string>;
  account(): Promise<string>;
  grant(account: string): Promise<string>;
  /** An entry about a posting. */
  entry(posting: string): Promise<string>;
  /** A published result of one village alone. */
  run(village: string): Promise<string>;
}

export interface Place {
  readonly role: Role;
  readonly username: string;
  readonly inside: Targets;
  readonly outside: Targets;
  readonly make: Maker;
  readonly makeOutside: Maker;
}

/** The data of an entry of the form `village-day`. */
export const villageDay = { worked_on: '2026-09-10', part: 'full_day', work: '入户走访' };

/** For every role somebody who has it, what they reach and what they do not. */
export function placesIn(database: Database, { home, abroad }: World): Place[] {
  const [make, makeAbroad] = [makerIn(database, home), makerIn(database, abroad)];
  const east = targets(home, { organisation: 'east', village: 'wangzhuang', township: 'east', sender: 'east' });
  const village = { ...east, organisation: home.organisations.wangzhuang };
  const west = targets(home, { organisation: 'liulin', village: 'liulin', township: 'west', sender: 'west' });
  const elsewhere = { ...west, posting: home.postings.liulin, person: home.people.cjh };
  const far = targets(abroad, {
    organisation: 'county',
    village: 'wangzhuang',
    township: 'east',
    sender: 'department',
  });
  const whole = targets(home, {
    organisation: 'county',
    village: 'wangzhuang',
    township: 'east',
    sender: 'department',
  });
  const unit = { ...east, organisation: home.organisations.department, person: home.people.hj };
  const near = { make, makeOutside: make, outside: elsewhere };
  const abroadOf = { make, makeOutside: makeAbroad, outside: far };
  const username = home.usernames;
  return [
    { role: 'administrator', username: username.admin, inside: whole, ...abroadOf },
    { role: 'county-officer', username: username.county, inside: whole, ...abroadOf },
    { role: 'township-officer', username: username.east, inside: east, ...near },
    { role: 'village-clerk', username: username.clerk, inside: village, ...near },
    { role: 'first-secretary', username: username.secretary, inside: { ...village, person: home.people.slx }, ...near },
    { role: 'sending-unit', username: username.unit, inside: unit, ...near },
  ];
}

type Name = keyof County['organisations'];
const CODES: Partial<Record<Name, string>> = {
  wangzhuang: '101001',
  liulin: '102002',
  east: '101',
  west: '102',
  department: '901',
};

function targets(county: County, names: Record<'organisation' | 'village' | 'township' | 'sender', Name>): Targets {
  const id = (name: Name) => county.organisations[name];
  return {
    county,
    organisation: id(names.organisation),
    village: id(names.village),
    township: id(names.township),
    sender: id(names.sender),
    posting: county.postings.wangzhuang,
    person: county.people.wxq,
    account: county.accounts.west,
    villageCode: `${county.jurisdiction}${CODES[names.village]}`,
    senderCode: `${county.jurisdiction}${CODES[names.sender]}`,
  };
}

function makerIn(database: Database, county: County): Maker {
  const { as } = acting(database, NOW);
  const act = async () => as(await localOperator(database, county.jurisdiction));
  const id = () => uuidv7();
  const made = async (work: (id: string) => Promise<unknown>) => {
    const fresh = id();
    await work(fresh);
    return fresh;
  };
  return {
    id,
    village: (parent) =>
      made(async (fresh) => {
        const code = `T${fresh.slice(-12)}`;
        return (await act()).do(foundOrganisation, {
          id: fresh,
          kind: 'village',
          name: '新立村',
          code,
          parent,
          on: '2024-01-01',
        });
      }),
    person: (memberOf) => made(async (fresh) => (await act()).do(addPerson, { id: fresh, name: '吕小满', memberOf })),
    posting: (person, organisation, sendingOrganisation) =>
      made(async (fresh) => {
        const between = { person, organisation, sendingOrganisation };
        return (await act()).do(startPosting, {
          id: fresh,
          kind: 'first-secretary',
          level: 'county',
          from: '2026-08-01',
          ...between,
        });
      }),
    tenure: (person, organisation) =>
      made(async (fresh) =>
        (await act()).do(startTenure, {
          id: fresh,
          post: 'village-director',
          organisation,
          person,
          from: '2025-01-01',
        }),
      ),
    account: () =>
      made(async (fresh) =>
        (await act()).do(openAccount, {
          id: fresh,
          username: `t${fresh.replaceAll('-', '').slice(-14)}`,
          password: PASSWORD,
          displayName: '临时账号',
        }),
      ),
    grant: (account) =>
      made(async (fresh) =>
        (await act()).do(grantRole, { id: fresh, account, role: 'administrator', from: '2026-01-01' }),
      ),
    entry: (posting) =>
      made(async (fresh) =>
        (await act()).do(enterRecord, {
          id: fresh,
          form: 'village-day',
          subject: { kind: 'posting', id: posting },
          data: villageDay,
        }),
      ),
    run: (village) => made((fresh) => publishedFor(database, county, fresh, village)),
  };
}

let version = 100;

/** Real publications show everybody; this one shows a single village, so that others have nothing to see in it. */
async function publishedFor(database: Database, county: County, id: string, village: string): Promise<void> {
  const [hash, none] = [loadPack(PACK).pack?.hash ?? '', '0'.repeat(64)];
  const held = { state: 'known' as const, value: '0', unit: 'point' };
  version += 1;
  const run = {
    ...{ id, rating: 'village-month', period: '2026-07', version, reason: '更正', asOf: '2026-09-10', software: '0' },
    ...{ publishedAt: NOW, publishedOn: '2026-09-10', publishedBy: county.accounts.county },
    packs: [{ id: 'small', version: '1.0.0', hash }],
    factHash: none,
    factHashes: { organisations: none, persons: none, postings: none, tenures: none, facts: none },
    layout: { title: { 'zh-CN': '村级月评', en: 'Month of villages' }, steps: [], grades: [], objections: null },
  };
  const result = {
    ...{ subject: { kind: 'organisation' as const, id: village }, organisation: village, name: '一个村' },
    ...{ score: held, grade: null, place: null, steps: { held }, consequences: [] },
    ...{ shownOn: '2026-09-10', objectUntil: null },
  };
  await inJurisdiction(database, county.jurisdiction, (tx) => writeRun(tx, run, [result]));
}
