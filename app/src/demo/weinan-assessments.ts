import { marks, onceInSeason, papers, seasonsOf } from './assessment-season.ts';
import { addDays } from './days.ts';
import type { Happening, Scene } from './entry.ts';
import { chance } from './random.ts';
import { quartersOf, workingDay } from './rhythm.ts';
import { isTownship, isVillage } from './tree.ts';
import type { DemoOrganisation } from './world.ts';

const HEADS = ['organisation', 'team', 'carrier', 'rules', 'premises', 'service'];
const RECHECKED = 0.02;
const NOMINATED = { townships: 16, villages: 120 } as const;
const BLOCKED = 4;

/** How the city assesses: every village by six heads, some of them again from outside, the tiers by review, the best by a panel. */
export const cityAssessments = (scene: Scene): Readonly<Record<string, () => Happening[]>> => ({
  'branch-check': () => checks(scene),
  'branch-recheck': () => rechecks(scene),
  'recheck-lot': () => lots(scene),
  'tier-report': () => onceInSeason(scene, 'tier-report', reporting(scene), 0.3, report),
  'report-review': () => ['leaders', 'peers', 'grassroots', 'residents'].flatMap((group) => reviews(scene, group)),
  'award-nomination': () => [
    ...nominations(scene, isTownship, 'best_township', NOMINATED.townships),
    ...nominations(scene, isVillage, 'strong_village', NOMINATED.villages),
  ],
  'honour-block': () => blocks(scene),
  'premises-base': () => premises(scene),
  'premises-funds': () => premisesFunds(scene),
  'cadre-guarantee': () => onceInSeason(scene, 'cadre-guarantee', villages(scene), 0.9, guarantee),
  'operating-funds': () => onceInSeason(scene, 'operating-funds', villages(scene), 0.9, operatingFunds),
});

const checks = (scene: Scene): Happening[] =>
  onceInSeason(scene, 'branch-check', villages(scene), 0.85, ({ day, luck, quality: q }) => ({
    graded_on: day,
    ...Object.fromEntries(HEADS.map((head) => [head, luck.holds(0.25 + 0.74 * q)])),
    grounds: '逐项查看台账和现场',
    by_other: true,
  }));

/** A few are seen again by people from another county, who mostly find the same. */
const rechecks = (scene: Scene): Happening[] =>
  onceInSeason(
    scene,
    'branch-recheck',
    scene.world.organisations.filter(
      (one) => isVillage(one) && chance(scene.world.seed, 're', one.code).holds(RECHECKED),
    ),
    0.5,
    ({ day, luck, quality: q }) => ({ regraded_on: day, heads_found: Math.round(6 * q - luck.next()), external: true }),
  );

const lots = (scene: Scene): Happening[] =>
  onceInSeason(scene, 'recheck-lot', counties(scene), 1, ({ day, season, organisation }) => ({
    drawn_on: day,
    seed: `${organisation}-${season.year}`,
  }));

const counties = ({ world }: Scene): readonly DemoOrganisation[] =>
  world.organisations.filter(({ kind }) => kind === 'county');

const villages = ({ world }: Scene): readonly DemoOrganisation[] => world.organisations.filter(isVillage);

/** Counties, townships and villages report, each to the level above. */
const reporting = (scene: Scene): readonly DemoOrganisation[] => [
  ...counties(scene),
  ...scene.world.organisations.filter(isTownship),
  ...villages(scene),
];

type Assessed = Parameters<Parameters<typeof onceInSeason>[4]>[0];

const guarantee = ({ day, luck, quality: q }: Assessed) => ({
  guarantee_as_at: day,
  duty_list: luck.holds(0.6 + 0.39 * q),
  pay: luck.holds(0.96 + 0.039 * q),
  prospects: luck.holds(0.4 + 0.5 * q),
  security: luck.holds(0.5 + 0.45 * q),
});

const operatingFunds = ({ day, luck }: Assessed) => {
  const due = luck.whole(20, 60) * 1000;
  return { operating_as_at: day, operating_due: due, operating_arrived: luck.holds(0.93) ? due : due / 2 };
};

const report = ({ day, luck }: Assessed) => ({
  report_on: day,
  at_city_meeting: luck.holds(0.2),
  promises_reported: luck.whole(3, 8),
});

const reviews = (scene: Scene, group: string): Happening[] =>
  onceInSeason(scene, `report-review/${group}`, reporting(scene), 0.25, ({ day, luck, quality: q }) => {
    const { good, fair, average, poor, spoiled } = papers(luck, luck.whole(8, 40), q);
    return {
      review_on: day,
      group_of: group,
      satisfied: good,
      basically: fair,
      dissatisfied: average + poor,
      spoiled,
      concerned_out: true,
    };
  });

/** The panel sees those nominated once the year is over. */
function nominations(scene: Scene, kind: typeof isVillage, award: string, count: number): Happening[] {
  const { organisations, seed } = scene.world;
  const chosen = chance(seed, award).shuffled(organisations.filter(kind)).slice(0, count);
  return onceInSeason(scene, award, chosen, 0, ({ day, luck, quality: q }) => ({
    nominated_on: day,
    award,
    review_score: marks(luck, 100, Math.min(0.98, 0.5 + q / 2)),
    panel_groups: luck.whole(2, 4),
    own_case_out: true,
  }));
}

function blocks(scene: Scene): Happening[] {
  const { organisations, seed, recordsFrom, asOf } = scene.world;
  const season = seasonsOf(scene)[0];
  return chance(seed, 'blocks')
    .shuffled(organisations.filter(isTownship))
    .slice(0, BLOCKED)
    .flatMap(({ code }) => {
      const day = workingDay(scene, { from: recordsFrom, to: season?.to ?? asOf }, chance(seed, 'block', code));
      if (day === undefined) return [];
      const data = {
        decided_block_on: day,
        block_reason: '已核实：所属两个村场所资金到位后未开工',
        block_until: `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`.replace('02-29', '02-28'),
        heard: true,
        own_duty: true,
        block_decided_by: '市委组织部',
      };
      return [{ organisation: code, day, data }];
    });
}

const HAVING = 0.955;
const hasPremises = (scene: Scene, village: string) => chance(scene.world.seed, 'premises', village).holds(HAVING);

/** The base list was verified on the spot in every village when the round began. */
function premises(scene: Scene): Happening[] {
  const { organisations, seed, recordsFrom } = scene.world;
  return organisations.filter(isVillage).flatMap(({ code }) => {
    const day = workingDay(scene, { from: recordsFrom, to: addDays(recordsFrom, 20) }, chance(seed, 'base', code));
    if (day === undefined || day > scene.world.asOf) return [];
    const data = {
      verified_on: day,
      has_premises: hasPremises(scene, code),
      verified: true,
      proof: '现场查看，留有照片和平面图',
    };
    return [{ organisation: code, day, data, settled: true as const }];
  });
}

/** For villages without premises: what was promised for them, and mostly has arrived. */
const premisesFunds = (scene: Scene): Happening[] =>
  scene.world.organisations
    .filter((one) => isVillage(one) && !hasPremises(scene, one.code))
    .flatMap(({ code }) =>
      quartersOf(scene).flatMap((quarter) => {
        const luck = chance(scene.world.seed, 'premises-funds', code, quarter.from);
        const day = workingDay(scene, quarter, luck);
        if (day === undefined) return [];
        const [pub, other] = [luck.whole(8, 15) * 10_000, luck.whole(2, 8) * 10_000];
        const arrived = luck.holds(0.7) ? pub : pub / 2;
        const data = {
          funds_as_at: day,
          public_promised: pub,
          public_arrived: arrived,
          other_promised: other,
          other_arrived: other / 2,
        };
        return [{ organisation: code, day, data }];
      }),
    );
