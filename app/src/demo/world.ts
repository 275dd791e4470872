import { Temporal } from 'temporal-polyfill';
import { areaWord } from './area-word.ts';
import { addDays } from './days.ts';
import { DEPARTMENTS } from './departments.ts';
import { PersonMaker } from './make-people.ts';
import { makePostings } from './make-postings.ts';
import { chance } from './random.ts';
import { isTownship, isVillage, type TreeNode } from './tree.ts';

/** An organisation with its attributes as the packs name them. */
export interface DemoOrganisation extends TreeNode {
  readonly attributes: Readonly<Record<string, string | number | boolean>>;
}

export interface DemoPerson {
  /** The staff number by which the other files name the person. */
  readonly key: string;
  readonly name: string;
  readonly idNumber: string;
  readonly phone: string;
  /** Code of the organisation whose member the person is. */
  readonly memberOf: string;
  readonly memberSince: string | null;
  readonly attributes: Readonly<Record<string, string | number | boolean>>;
}

export interface DemoTenure {
  readonly post: string;
  readonly organisation: string;
  readonly person: string;
  readonly from: string;
}

export interface DemoPosting {
  readonly kind: 'first-secretary' | 'resident-team';
  readonly person: string;
  readonly organisation: string;
  readonly sender: string;
  readonly level: 'county' | 'township';
  readonly order: string;
  readonly from: string;
  readonly to: string | null;
}

/** The invented county: real places, nobody real in them. */
export interface DemoWorld {
  readonly seed: string;
  readonly asOf: string;
  /** First day of the last thirteen weeks, in which some postings begin, end and are filled again. */
  readonly quarterFrom: string;
  /** The day from which the county's packs are in force: before anybody had to be in post. */
  readonly rulesFrom: string;
  /** First day with records: as far back as the chart looks, so that no duty is red for want of them. */
  readonly recordsFrom: string;
  /** The 10 June by which the first secretaries had to be in post. */
  readonly inPostBy: string;
  readonly organisations: readonly DemoOrganisation[];
  readonly people: readonly DemoPerson[];
  readonly tenures: readonly DemoTenure[];
  readonly postings: readonly DemoPosting[];
  /** The organisations that have records; all when absent. */
  readonly recording?: ReadonlySet<string>;
}

/** The organisations that have records. */
export const recordingOf = ({ organisations, recording }: DemoWorld): readonly DemoOrganisation[] =>
  recording ? organisations.filter(({ code }) => recording.has(code)) : organisations;

export interface WorldOptions {
  readonly tree: readonly TreeNode[];
  readonly asOf: string;
  readonly seed?: string;
}

export const QUARTER_DAYS = 91;
const RULES_BEFORE_POSTS_DAYS = 9;

/** The same seed and day always make the same county. */
export function makeWorld({ tree, asOf, seed = 'shenxian' }: WorldOptions): DemoWorld {
  const quarterFrom = addDays(asOf, 1 - QUARTER_DAYS);
  const inPostBy = lastTenthOfJune(quarterFrom);
  const rulesFrom = addDays(inPostBy, -RULES_BEFORE_POSTS_DAYS);
  const organisations = [...tree.map((node) => withAttributes(node, seed)), ...departments(tree)];
  const makePeople = new PersonMaker(seed, asOf);
  const tenures = standingPosts(organisations, makePeople);
  const { postings, targets } = makePostings({ organisations, tenures, makePeople, seed, asOf, quarterFrom, inPostBy });
  return {
    seed,
    asOf,
    quarterFrom,
    rulesFrom,
    recordsFrom: firstDayWithRecords({ asOf, quarterFrom, rulesFrom }),
    inPostBy,
    organisations: organisations.map((one) => (isVillage(one) ? marked(one, targets.get(one.code)) : one)),
    people: makePeople.all,
    tenures,
    postings,
  };
}

function lastTenthOfJune(day: string): string {
  const { year } = Temporal.PlainDate.from(day);
  const this10 = `${year}-06-10`;
  return this10 <= day ? this10 : `${year - 1}-06-10`;
}

/** Standings reach back to the start of the year, and to no day before the packs; a quarter is always filled. */
function firstDayWithRecords({
  asOf,
  quarterFrom,
  rulesFrom,
}: {
  asOf: string;
  quarterFrom: string;
  rulesFrom: string;
}) {
  const year = `${asOf.slice(0, 4)}-01-01`;
  const shown = rulesFrom > year ? rulesFrom : year;
  return shown < quarterFrom ? shown : quarterFrom;
}

function withAttributes(node: TreeNode, seed: string): DemoOrganisation {
  if (!isVillage(node)) return { ...node, attributes: {} };
  const luck = chance(seed, 'village', node.code);
  const attributes = {
    party_groups: luck.weighted([
      [1, 2],
      [2, 5],
      [3, 4],
      [4, 1],
    ]),
    finance_frequent: luck.holds(node.kind === 'community' ? 0.4 : 0.06),
    has_collective_land: node.kind === 'village' && luck.holds(0.9),
  };
  return { ...node, attributes };
}

/** A village that first secretaries are sent to; its rank of difficulty is frozen on the day of sending. */
const marked = (village: DemoOrganisation, rank: number | undefined): DemoOrganisation => ({
  ...village,
  attributes: {
    ...village.attributes,
    dispatch_target: rank !== undefined,
    ...(rank === undefined ? {} : { difficulty_rank: rank }),
  },
});

/** The first so many departments of every county of the tree. */
export function departments(tree: readonly TreeNode[], most = DEPARTMENTS.length): DemoOrganisation[] {
  return tree.filter(({ kind }) => kind === 'county').flatMap((county) => departmentsOf(county, most));
}

function departmentsOf({ code, name: county }: TreeNode, most: number): DemoOrganisation[] {
  const { zh } = areaWord(county);
  return DEPARTMENTS.slice(0, most).map(({ name, deputy = false }, i) => ({
    code: `${code}D${String(i + 1).padStart(2, '0')}`,
    name: name.replace('县', zh),
    kind: 'county-department',
    parent: code,
    attributes: { deputy_section_unit: deputy },
  }));
}

/** Who holds the standing offices: county, departments, townships, villages. */
export function standingPosts(organisations: readonly DemoOrganisation[], people: PersonMaker): DemoTenure[] {
  const tenures: DemoTenure[] = [];
  const hold = (organisation: DemoOrganisation, person: DemoPerson, from: string, ...posts: string[]) => {
    for (const post of posts) tenures.push({ post, organisation: organisation.code, person: person.key, from });
  };
  const since = (one: DemoOrganisation) => people.inOfficeSince(people.luck('since', one.code, tenures.length));
  for (const one of organisations) {
    if (one.kind === 'county') {
      hold(one, people.make('county-leader', one.code), since(one), 'county-secretary');
      hold(one, people.make('county-leader', one.code), since(one), 'county-head');
    } else if (one.kind === 'county-department')
      hold(one, people.make('unit-head', one.code, headOf(one)), since(one), 'unit-head');
    else if (isTownship(one)) {
      hold(one, people.make('township-secretary', one.code), since(one), 'township-secretary');
      hold(one, people.make('township-officer', one.code), since(one), 'organisation-committee-member');
    } else if (isVillage(one)) villagePosts(one, people, hold);
  }
  return tenures;
}

/** The head of a unit of deputy-section rank stands one rank lower. */
const headOf = ({ attributes }: DemoOrganisation) =>
  attributes['deputy_section_unit'] === true ? { employer: 'deputy-section-unit', rank: 'deputy-section' } : {};

/** One person holds both village posts in about three of four villages. */
function villagePosts(
  village: DemoOrganisation,
  people: PersonMaker,
  hold: (organisation: DemoOrganisation, person: DemoPerson, from: string, ...posts: string[]) => void,
): void {
  const luck = people.luck('posts', village.code);
  const since = () => people.inOfficeSince(luck);
  const secretary = people.make('village-secretary', village.code);
  if (luck.holds(0.75)) hold(village, secretary, since(), 'village-secretary', 'village-director');
  else {
    hold(village, secretary, since(), 'village-secretary');
    hold(village, people.make('village-cadre', village.code), since(), 'village-director');
  }
  hold(village, people.make('village-clerk', village.code), since(), 'village-committee-member');
  hold(village, people.make('village-cadre', village.code), since(), 'supervision-committee-head');
}
