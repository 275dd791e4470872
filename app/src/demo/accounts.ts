import type { Role } from '../platform/access/scope.ts';
import { passiveTownships } from './scene.ts';
import type { DemoWorld } from './world.ts';

export interface DemoAccount {
  readonly username: string;
  readonly displayName: string;
  readonly role: Role;
  /** What the person sees after signing in, for the list that the demo prints. */
  readonly sees: string;
  readonly organisation: string;
  readonly person: string;
}

/** One password for all accounts people may try; it is printed by the demo and belongs to invented data only. */
export const DEMO_PASSWORD = 'Luoshi-2026';

/** Enters what the county's offices had on paper before, and gives the second word where a village refuses. */
export const TAKE_OVER = 'takeover';
export const SECOND_WORD = 'second-word';

/** Five people around one village, and the administrator. */
export function demoAccounts(world: DemoWorld): DemoAccount[] {
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
  const account = (username: string, displayName: string, role: Role, of: string, person: string, sees: string) => ({
    username,
    displayName,
    role,
    organisation: of,
    person,
    sees,
  });
  return [
    account('county', '县委组织部 值班员', 'county-officer', county, '', '全县作战图'),
    account(
      'township',
      `${nameOf(township)} ${personName.get(officer)}`,
      'township-officer',
      township,
      officer,
      `${nameOf(township)}各村`,
    ),
    account('village', `${nameOf(village)} ${personName.get(clerk)}`, 'village-clerk', village, clerk, nameOf(village)),
    account(
      'secretary',
      `第一书记 ${personName.get(posting.person)}`,
      'first-secretary',
      '',
      posting.person,
      `本人在${nameOf(village)}的任务`,
    ),
    account('unit', `${nameOf(posting.sender)} 联络员`, 'sending-unit', posting.sender, '', '本单位派出人员'),
    account('admin', '系统管理员', 'administrator', '', '', '账号与制度包，不含业务数据'),
  ];
}
