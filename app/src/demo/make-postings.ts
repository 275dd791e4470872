import { addDays, addYears } from './days.ts';
import type { PersonMaker } from './make-people.ts';
import { type Chance, chance } from './random.ts';
import { isTownship, isVillage } from './tree.ts';
import type { DemoOrganisation, DemoPosting, DemoTenure } from './world.ts';

export interface PostingPlan {
  readonly organisations: readonly DemoOrganisation[];
  readonly tenures: readonly DemoTenure[];
  readonly makePeople: PersonMaker;
  readonly seed: string;
  readonly asOf: string;
  readonly quarterFrom: string;
  readonly inPostBy: string;
}

/** Serving at one time: 105 sent by 40 departments, 48 by 24 townships into their own villages. */
const SENT_BY_DEPARTMENTS = 105;
const SENT_BY_EACH_TOWNSHIP = 2;
const TEAMS = 24;
/** Postings that ended inside the quarter and were filled again. */
const REPLACED = 5;

interface Place {
  readonly village: DemoOrganisation;
  readonly sender: DemoOrganisation;
  readonly person: string | null;
}

/** The first secretaries and resident teams, and each target village with its rank of difficulty. */
export function makePostings(plan: PostingPlan): { postings: DemoPosting[]; targets: Map<string, number> } {
  const luck = chance(plan.seed, 'postings');
  const targets = chooseTargets(plan, luck);
  const places = [...townshipPlaces(plan, targets), ...departmentPlaces(plan, targets, luck)];
  const replaced = new Set(
    luck
      .some(
        places.filter(({ person }) => person === null),
        REPLACED,
      )
      .map(({ village }) => village.code),
  );
  const first = places.flatMap((place, i) => firstSecretaries(plan, place, i, replaced.has(place.village.code)));
  return { postings: [...first, ...residentTeams(plan, places, luck)], targets };
}

/** So many villages of every township, by its size; the hardest one comes first. */
function chooseTargets({ organisations, seed }: PostingPlan, luck: Chance): Map<string, number> {
  const townships = organisations.filter(isTownship);
  const wanted = SENT_BY_DEPARTMENTS + SENT_BY_EACH_TOWNSHIP * townships.length;
  const villagesOf = (code: string) => organisations.filter((one) => isVillage(one) && one.parent === code);
  const all = townships.reduce((sum, { code }) => sum + villagesOf(code).length, 0);
  const shares = townships.map(({ code }) => ({ code, share: (villagesOf(code).length / all) * wanted }));
  const counts = new Map(shares.map(({ code, share }) => [code, Math.max(3, Math.floor(share))]));
  let left = wanted - [...counts.values()].reduce((sum, n) => sum + n, 0);
  for (const { code } of luck.shuffled(shares).toSorted((a, b) => (b.share % 1) - (a.share % 1))) {
    if (left === 0) break;
    counts.set(code, (counts.get(code) ?? 0) + Math.sign(left));
    left -= Math.sign(left);
  }
  const targets = new Map<string, number>();
  for (const { code } of townships) {
    const chosen = chance(seed, 'targets', code).shuffled(villagesOf(code)).slice(0, counts.get(code));
    for (const [i, village] of chosen.entries()) targets.set(village.code, i + 1);
  }
  return targets;
}

/** The township's own secretary takes its hardest village (R002-07), another cadre the next one. */
function townshipPlaces({ organisations, tenures }: PostingPlan, targets: ReadonlyMap<string, number>): Place[] {
  return organisations.filter(isTownship).flatMap((sender) => {
    const secretary = tenures.find((t) => t.post === 'township-secretary' && t.organisation === sender.code);
    return organisations
      .filter((one) => one.parent === sender.code && (targets.get(one.code) ?? 99) <= SENT_BY_EACH_TOWNSHIP)
      .map((village) => ({
        village,
        sender,
        person: targets.get(village.code) === 1 ? (secretary?.person ?? null) : null,
      }));
  });
}

function departmentPlaces({ organisations }: PostingPlan, targets: ReadonlyMap<string, number>, luck: Chance): Place[] {
  const departments = luck.shuffled(organisations.filter(({ kind }) => kind === 'county-department'));
  const villages = organisations.filter(({ code }) => (targets.get(code) ?? 0) > SENT_BY_EACH_TOWNSHIP);
  return luck.shuffled(villages).map((village, i) => {
    const sender = departments[i % departments.length];
    if (!sender) throw new Error('there is no department to send anybody');
    return { village, sender, person: null };
  });
}

function firstSecretaries(plan: PostingPlan, place: Place, index: number, replaced: boolean): DemoPosting[] {
  const luck = chance(plan.seed, 'first-secretary', place.village.code);
  const level = isTownship(place.sender) ? 'township' : 'county';
  const cadre = () =>
    plan.makePeople.make(level === 'township' ? 'township-cadre' : 'county-cadre', place.sender.code).key;
  const year = plan.inPostBy.slice(0, 4);
  const base = {
    kind: 'first-secretary' as const,
    organisation: place.village.code,
    sender: place.sender.code,
    level: level as DemoPosting['level'],
  };
  const order = (n: number) => `莘组〔${year}〕${n}号`;
  const begins = startDay(plan, luck);
  if (!replaced) return [{ ...base, person: place.person ?? cadre(), order: order(18), from: begins, to: null }];
  const ends = addDays(plan.quarterFrom, 14 + (index % 6) * 9);
  const gap = luck.weighted([
    [1, 3],
    [6, 1],
  ]);
  return [
    { ...base, person: cadre(), order: order(18), from: addDays(plan.inPostBy, -6), to: ends },
    { ...base, person: cadre(), order: order(47), from: addDays(ends, gap), to: null },
  ];
}

/** Most begin in the days before 10 June, some late, a few inside the quarter. */
function startDay({ inPostBy, quarterFrom }: PostingPlan, luck: Chance): string {
  const { whole } = luck;
  const when = luck.weighted([
    ['timely', 88],
    ['late', 6],
    ['in-quarter', 6],
  ] as const);
  if (when === 'timely') return addDays(inPostBy, -whole(2, 9));
  return when === 'late' ? addDays(inPostBy, whole(3, 20)) : addDays(quarterFrom, whole(10, 50));
}

/** Two or three of one department beside its first secretary, in the larger tasks. */
function residentTeams(plan: PostingPlan, places: readonly Place[], luck: Chance): DemoPosting[] {
  const teams = luck.some(
    places.filter(({ sender }) => !isTownship(sender)),
    TEAMS,
  );
  return teams.flatMap(({ village, sender }) =>
    Array.from({ length: luck.whole(2, 3) }, (): DemoPosting => {
      const person = plan.makePeople.make('team-member', sender.code);
      return {
        kind: 'resident-team',
        person: person.key,
        organisation: village.code,
        sender: sender.code,
        level: 'county',
        order: `莘组〔${plan.inPostBy.slice(0, 4)}〕19号`,
        from: addDays(plan.inPostBy, -luck.whole(0, 5)),
        to: luck.holds(0.15) ? addDays(addYears(plan.inPostBy, 1), -1) : null,
      };
    }),
  );
}
