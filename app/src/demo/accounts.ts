import type { Role } from '../platform/access/scope.ts';
import { areaWord } from './area-word.ts';
import type { DemoDoor } from './door.ts';
import type { Locality } from './locality.ts';
import { passiveTownships } from './scene.ts';
import type { DemoWorld } from './world.ts';

export interface DemoAccount {
  readonly username: string;
  readonly displayName: string;
  /** What the person sees after signing in. */
  readonly sees: string;
}

/** An account as it is opened. */
export interface NewAccount {
  readonly username: string;
  readonly displayName: string;
  readonly role: Role;
  readonly organisation: string;
  readonly person: string;
}

/** One password for all accounts people may try; it is printed by the demo and belongs to invented data only. */
export const DEMO_PASSWORD = 'Luoshi-2026';

/** The offices of a locality: one enters what was on paper before, one gives the second word where a village refuses. */
export const officesOf = ({ prefix }: Pick<Locality, 'prefix'>) => ({
  takeOver: `${prefix}takeover`,
  secondWord: `${prefix}second-word`,
});

/** Five people around one village, and the administrator. */
export function accountsAroundVillage(world: DemoWorld): NewAccount[] {
  const passive = new Set(passiveTownships(world));
  const organisation = new Map(world.organisations.map((one) => [one.code, one]));
  const nameOf = (code: string) => organisation.get(code)?.name ?? code;
  const personName = new Map(world.people.map(({ key, name }) => [key, name]));
  const withTeam = new Set(
    world.postings.filter(({ kind }) => kind === 'resident-team').map((one) => one.organisation),
  );
  const posting = world.postings.find(
    ({ kind, organisation: village, to, from }) =>
      kind === 'first-secretary' &&
      to === null &&
      from <= world.inPostBy &&
      withTeam.has(village) &&
      !passive.has(organisation.get(village)?.parent ?? ''),
  );
  if (!posting) throw new Error('the demo has no village with first secretary and team');
  const village = posting.organisation;
  const township = organisation.get(village)?.parent ?? '';
  const county = organisation.get(township)?.parent ?? '';
  const holder = (post: string, of: string) =>
    world.tenures.find((one) => one.post === post && one.organisation === of)?.person ?? '';
  const clerk = holder('village-committee-member', village);
  const officer = holder('organisation-committee-member', township);
  const account = (username: string, displayName: string, role: Role, of: string, person: string) => ({
    username,
    displayName,
    role,
    organisation: of,
    person,
  });
  return [
    account('county', '县委组织部 值班员', 'county-officer', county, ''),
    account('township', `${nameOf(township)} ${personName.get(officer)}`, 'township-officer', township, officer),
    account('village', `${nameOf(village)} ${personName.get(clerk)}`, 'village-clerk', village, clerk),
    account(
      'secretary',
      `${nameOf(village)}第一书记 ${personName.get(posting.person)}`,
      'first-secretary',
      '',
      posting.person,
    ),
    account('unit', `${nameOf(posting.sender)} 联络员`, 'sending-unit', posting.sender, ''),
    account('admin', '系统管理员', 'administrator', '', ''),
  ];
}

const SEES: Readonly<Record<Exclude<Role, 'county-officer'>, string>> = {
  'township-officer': '本乡镇各村 · the villages of the township',
  'village-clerk': '本村 · the village',
  'first-secretary': '本人的任务 · the own posting',
  'sending-unit': '本单位派出人员 · those the unit sent',
  administrator: '账号与制度包，不含业务数据 · accounts and packs, no records',
};

const seenBy = (role: Role, place: string): string => {
  if (role !== 'county-officer') return SEES[role];
  const { zh, en } = areaWord(place);
  return `全${zh}作战图 · the whole ${en}`;
};

interface Listed {
  readonly accounts: readonly {
    readonly id: string;
    readonly closedAt: string | null;
    readonly username: string | null;
    readonly displayName: string;
    readonly grants: readonly { readonly role: Role }[];
  }[];
}

/** The accounts to try, as they stand in the product; none before the people are there. */
export async function readDemoAccounts(
  door: DemoDoor,
  { users, name }: Pick<Locality, 'users' | 'name'>,
): Promise<DemoAccount[]> {
  const accounts = await listed(door);
  return users.flatMap((username) => {
    const found = accounts.find((account) => account.username === username);
    const role = found?.grants[0]?.role;
    return found && role ? [{ username, displayName: found.displayName, sees: seenBy(role, name) }] : [];
  });
}

/** The office that took over the ledgers has no more to do: with its account closed the locality is loaded to its end. */
export async function closeTakeOver(door: DemoDoor, locality: Locality): Promise<void> {
  const office = await takeOverOf(door, locality);
  if (office) await door.call('accounts.close', { id: office.id });
}

export const isLoaded = async (door: DemoDoor, locality: Locality): Promise<boolean> =>
  ((await takeOverOf(door, locality))?.closedAt ?? null) !== null;

const takeOverOf = async (door: DemoDoor, locality: Locality) =>
  (await listed(door)).find(({ username }) => username === officesOf(locality).takeOver);

const listed = async (door: DemoDoor): Promise<Listed['accounts']> =>
  ((await door.call('accounts.list', { limit: 500 })) as Listed).accounts;
