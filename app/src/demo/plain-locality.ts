import type { NewAccount } from './accounts.ts';
import { addDays } from './days.ts';
import type { Locality } from './locality.ts';
import { PersonMaker } from './make-people.ts';
import type { Stories } from './make-records.ts';
import { chance } from './random.ts';
import { isTownship, isVillage, type TreeNode, treeOf } from './tree.ts';
import {
  type DemoOrganisation,
  type DemoTenure,
  type DemoWorld,
  departments,
  QUARTER_DAYS,
  standingPosts,
} from './world.ts';

interface Place {
  readonly id: string;
  readonly name: string;
  readonly level: number;
  /** Its pack, without the scope of the package. */
  readonly pack: string;
  /** User name of its officer; the pack's name when absent. */
  readonly user?: string;
  /** Townships that have records, with their villages and departments; all when absent. */
  readonly recordingTownships?: number;
  readonly stories?: Stories;
  readonly publishes?: readonly string[];
  /** Posts beyond the standing ones, with so many holders in every township. */
  readonly teams?: Readonly<Record<string, number>>;
}

const DEPARTMENTS_EACH = 12;

/** A locality whose records follow the frequency of its pack's own forms; everybody in it is invented. */
export function plainLocality(place: Place): Locality {
  const { id, name, level, pack, user = pack } = place;
  return {
    id,
    name,
    level,
    pack: `@luoshi/pack-${pack}`,
    prefix: `${user}-`,
    office: level === 2 ? '市委组织部' : `${name}党建办公室`,
    users: [user, `${user}-township`, `${user}-village`],
    publishes: place.publishes ?? [],
    ...(place.stories ? { stories: place.stories } : {}),
    makeWorld: (asOf, seed = pack) => plainWorld(treeOf(id), asOf, seed, place),
    accounts: (world) => accounts(world, user, name),
  };
}

/** The rules are in force since the December before, so that last year has been assessed by them. */
function plainWorld(tree: readonly TreeNode[], asOf: string, seed: string, place: Place): DemoWorld {
  const rulesFrom = `${Number(asOf.slice(0, 4)) - 1}-12-01`;
  const quarterFrom = addDays(asOf, 1 - QUARTER_DAYS);
  const own = tree.map((node) => ({ ...node, attributes: {} }));
  const organisations = [...own, ...departments(tree, DEPARTMENTS_EACH)];
  const people = new PersonMaker(seed, asOf);
  const tenures = [...standingPosts(organisations, people), ...teamPosts(organisations, people, place.teams ?? {})];
  return {
    seed,
    asOf,
    quarterFrom,
    rulesFrom,
    recordsFrom: rulesFrom < quarterFrom ? rulesFrom : quarterFrom,
    inPostBy: rulesFrom,
    organisations,
    people: people.all,
    tenures,
    postings: [],
    recording: recordingIn(organisations, seed, place.recordingTownships),
  };
}

function teamPosts(
  organisations: readonly DemoOrganisation[],
  people: PersonMaker,
  teams: NonNullable<Place['teams']>,
): DemoTenure[] {
  return organisations.filter(isTownship).flatMap(({ code }) =>
    Object.entries(teams).flatMap(([post, count]) =>
      Array.from({ length: count }, (_, i) => ({
        post,
        organisation: code,
        person: people.make('township-officer', code).key,
        from: people.inOfficeSince(people.luck('since', post, code, i)),
      })),
    ),
  );
}

function recordingIn(organisations: readonly TreeNode[], seed: string, most?: number): ReadonlySet<string> {
  const townships = chance(seed, 'recording').shuffled(organisations.filter(isTownship).map(({ code }) => code));
  const chosen = new Set(townships.slice(0, most));
  const counties = new Set(organisations.filter(({ code }) => chosen.has(code)).map(({ parent }) => parent));
  const records = (node: TreeNode): boolean => {
    if (isTownship(node)) return chosen.has(node.code);
    if (isVillage(node)) return chosen.has(node.parent ?? '');
    return node.kind !== 'county-department' || counties.has(node.parent);
  };
  return new Set(organisations.filter(records).map(({ code }) => code));
}

/** The officer of the whole, one of a township with records, and a clerk there. */
function accounts({ organisations, tenures, people, recording }: DemoWorld, user: string, name: string): NewAccount[] {
  const root = organisations.find(({ parent }) => parent === null)?.code ?? '';
  const village = organisations.find((one) => isVillage(one) && recording?.has(one.code));
  const township = organisations.find(({ code }) => code === village?.parent);
  const holder = (post: string, of = '') =>
    tenures.find((one) => one.post === post && one.organisation === of)?.person ?? '';
  const nameOf = (person: string) => people.find(({ key }) => key === person)?.name ?? '';
  const officer = holder('organisation-committee-member', township?.code);
  const clerk = holder('village-committee-member', village?.code);
  return [
    { username: user, displayName: `${name} 值班员`, role: 'county-officer', organisation: root, person: '' },
    {
      username: `${user}-township`,
      displayName: `${township?.name} ${nameOf(officer)}`,
      role: 'township-officer',
      organisation: township?.code ?? '',
      person: officer,
    },
    {
      username: `${user}-village`,
      displayName: `${village?.name} ${nameOf(clerk)}`,
      role: 'village-clerk',
      organisation: village?.code ?? '',
      person: clerk,
    },
  ];
}
