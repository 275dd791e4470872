import { marks, onceInSeason, papers, quality, seasonsOf } from './assessment-season.ts';
import type { Happening, Scene } from './entry.ts';
import { type Chance, chance } from './random.ts';
import { workingDay } from './rhythm.ts';
import { isTownship, isVillage } from './tree.ts';

const RATERS = { leader: 6, department: 8, village: 10, delegate: 9 } as const;
/** Villages that object to their class. */
const OBJECTIONS = 2;
const NOTICES = 3;

/** How the district assesses: villages are graded, townships inspected, secretaries report and are reviewed. */
export const districtAssessments = (scene: Scene): Readonly<Record<string, () => Happening[]>> => ({
  'grading-check': () => gradings(scene),
  'grading-objection': () => objections(scene),
  'inspection-round': () => [...rounds(scene, 'half_year'), ...rounds(scene, 'year_end')],
  'review-paper': () => reviewPapers(scene),
  'review-ballot': () => [...ballots(scene, isTownship, 0), ...ballots(scene, isVillage, 0.35)],
  'secretary-report': () => [
    ...reports(scene, 'township-secretary', 'district', 0),
    ...reports(scene, 'village-secretary', 'township', 0.35),
  ],
  'dimension-assessment': () => [...sides(scene, 'township-secretary'), ...sides(scene, 'township-committee-member')],
  'criticism-notice': () => notices(scene),
});

const gradings = (scene: Scene): Happening[] =>
  onceInSeason(
    scene,
    'grading-check',
    scene.world.organisations.filter(isVillage),
    0.9,
    ({ day, luck, quality: q }) => ({
      checked_on: day,
      team: marks(luck, 20, q),
      members: marks(luck, 20, q),
      systems: marks(luck, 20, q),
      service: marks(luck, 20, q),
      premises: marks(luck, 20, q),
      evidence: true,
    }),
  );

function objections({ world }: Scene): Happening[] {
  const day = world.asOf;
  return chance(world.seed, 'objections')
    .shuffled(world.organisations.filter(isVillage))
    .slice(0, OBJECTIONS)
    .map(({ code }) => ({ organisation: code, day, data: { raised_on: day } }));
}

/** Half-year inspections come in summer, or with the year's end where the rules are younger; the year's end has its own. */
function rounds(scene: Scene, round: 'half_year' | 'year_end'): Happening[] {
  const { seed, recordsFrom, asOf } = scene.world;
  return seasonsOf(scene).flatMap((season) => {
    const summer = { from: `${season.year}-06-24`, to: `${season.year}-07-20` };
    const span = round === 'half_year' && summer.from >= recordsFrom ? summer : season;
    if (span.to > asOf || (round === 'year_end' && !season.over)) return [];
    return scene.world.organisations.filter(isTownship).flatMap(({ code }) => {
      const luck = chance(seed, round, code, season.year);
      const day = workingDay(scene, span, luck);
      const q = quality(scene, code, season.year);
      const data = {
        inspected_on: day ?? '',
        round,
        announced: luck.holds(0.4),
        marks: marks(luck, 100, q),
        findings: luck.whole(1, Math.round(16 - 12 * q)),
      };
      return day === undefined ? [] : [{ organisation: code, day, data }];
    });
  });
}

/** Every rater gives one paper to every township, once the year is over. */
function reviewPapers(scene: Scene): Happening[] {
  return seasonsOf(scene)
    .filter(({ over }) => over)
    .flatMap((season) =>
      scene.world.organisations.filter(isTownship).flatMap(({ code }) => {
        const luck = chance(scene.world.seed, 'review-paper', code, season.year);
        const day = workingDay(scene, season, luck) ?? season.to;
        return Object.entries(RATERS).flatMap(([group, count]) =>
          Array.from({ length: count }, (_, i) => ({
            organisation: code,
            day,
            data: {
              given_on: day,
              rater_group: group,
              rater: `${group.slice(0, 1).toUpperCase()}${i + 1}`,
              marks: marks(luck, 100, Math.min(0.97, quality(scene, code, season.year) + 0.05), 0.2),
            },
          })),
        );
      }),
    );
}

const ballots = (scene: Scene, kind: typeof isVillage, share: number): Happening[] =>
  onceInSeason(scene, 'review-ballot', scene.world.organisations.filter(kind), share, ({ day, luck, quality: q }) => ({
    held_on: day,
    ...papers(luck, luck.whole(28, 60), q),
  }));

/** What is recorded of the holders of a post in every season. */
function ofHolders(
  scene: Scene,
  post: string,
  share: number,
  make: (luck: Chance, q: number, day: string) => Happening['data'],
): Happening[] {
  const { tenures, seed } = scene.world;
  return seasonsOf(scene).flatMap((season) =>
    tenures
      .filter((one) => one.post === post)
      .flatMap(({ person, organisation }) => {
        const luck = chance(seed, post, person, season.year);
        const day = workingDay(scene, season, luck);
        if (day === undefined || !luck.holds(season.over ? 0.97 : share)) return [];
        return [{ organisation, person, day, data: make(luck, quality(scene, organisation, season.year), day) }];
      }),
  );
}

const reports = (scene: Scene, post: string, tier: string, share: number): Happening[] =>
  ofHolders(scene, post, share, (luck, q, day) => ({
    reported_on: day,
    tier,
    mode: luck.holds(0.7) ? 'oral' : 'written',
    problems: luck.whole(3, 6),
    measures: luck.whole(3, 8),
    received: true,
    commented: luck.holds(0.6 + 0.4 * q),
  }));

const sides = (scene: Scene, post: string): Happening[] =>
  ofHolders(scene, post, 0, (luck, q, day) => ({
    assessed_on: day,
    ...Object.fromEntries(
      ['strength', 'results', 'style', 'fitness'].flatMap((side) => [
        [side, marks(luck, 100, Math.min(0.97, q + 0.04))],
        [`${side}_evidence`, luck.whole(2, 6)],
      ]),
    ),
  }));

function notices(scene: Scene): Happening[] {
  const { world } = scene;
  return chance(world.seed, 'notices')
    .shuffled(world.organisations.filter(isTownship))
    .slice(0, NOTICES)
    .flatMap(({ code }, i) => {
      const luck = chance(world.seed, 'notice', code);
      const day = workingDay(scene, { from: world.recordsFrom, to: world.asOf }, luck);
      if (day === undefined) return [];
      const until = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`.replace('02-29', '02-28');
      const data = {
        issued_on: day,
        verified_on: day,
        heard_on: day,
        effect_until: until,
        matter: `T-${i + 1}`,
        withdrawn: false,
      };
      return [{ organisation: code, day, data }];
    });
}
