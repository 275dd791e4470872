import type { Happening, Scene } from './entry.ts';
import { ACTIVITY_TOPICS, TOPICS } from './phrases.ts';
import { type Chance, chance } from './random.ts';
import { monthsOf, quartersOf, type Span, workingDay, workingDays } from './rhythm.ts';
import { isVillage } from './tree.ts';
import { type DemoOrganisation, recordingOf } from './world.ts';

type Maker = (village: DemoOrganisation, day: string, luck: Chance) => Happening['data'];

/** Once in every period in most villages; in a period that has just begun only in a few. */
function oncePer(
  scene: Scene,
  name: string,
  periods: readonly (Span & { over: number })[],
  share: number,
  make: Maker,
): Happening[] {
  return recordingOf(scene.world)
    .filter(isVillage)
    .flatMap((village) =>
      periods.flatMap((period) => {
        const luck = chance(scene.world.seed, name, village.code, period.from);
        if (!luck.holds(scene.diligence(village.code) * share * Math.min(1, period.over + 0.05))) return [];
        const day = workingDay(scene, period, luck);
        return day === undefined ? [] : [{ organisation: village.code, day, data: make(village, day, luck) }];
      }),
    );
}

/** Members' meetings now and then miss the half that makes them valid. */
function attendance(scene: Scene, village: string, luck: Chance, expected = scene.members(village)) {
  const share = luck.weighted([
    [0.55 + 0.4 * luck.next(), 14],
    [0.3 + 0.2 * luck.next(), 1],
  ]);
  return { expected, attended: Math.max(1, Math.round(expected * share)) };
}

const meeting =
  (scene: Scene, kind: string, expected?: (village: DemoOrganisation, luck: Chance) => number): Maker =>
  (village, day, luck) => ({
    held_on: day,
    kind,
    ...attendance(scene, village.code, luck, expected?.(village, luck)),
    ...(kind === 'party_lecture'
      ? {
          lecturer: luck.weighted([
            ['secretary', 6],
            ['first_secretary', 3],
            ['superior', 1],
            ['member', 1],
          ]),
        }
      : {}),
    topic: luck.pick(TOPICS[kind] ?? []),
  });

/** 三会一课: committee and groups by the month, members' meeting and lecture by the quarter. */
export function meetings(scene: Scene): Happening[] {
  const [months, quarters] = [monthsOf(scene), quartersOf(scene)];
  const committee = (_: DemoOrganisation, luck: Chance) => luck.pick([3, 5, 5, 7]);
  const group = (village: DemoOrganisation) =>
    Math.max(3, Math.round(scene.members(village.code) / Number(village.attributes['party_groups'] ?? 1)));
  return [
    ...oncePer(scene, 'branch-committee', months, 0.97, meeting(scene, 'branch_committee', committee)),
    ...oncePer(scene, 'party-group', months, 0.9, meeting(scene, 'party_group', group)),
    ...oncePer(scene, 'members-meeting', quarters, 0.97, meeting(scene, 'members_meeting')),
    ...oncePer(scene, 'party-lecture', quarters, 0.93, meeting(scene, 'party_lecture')),
  ];
}

export const themeDays = (scene: Scene): Happening[] =>
  oncePer(scene, 'theme-party-day', monthsOf(scene), 0.96, (village, day, luck) => ({
    held_on: day,
    activities: luck.some(
      ['study', 'organisation_matters', 'voluntary_service', 'visit_members', 'fees'],
      luck.whole(1, 3),
    ),
    participants: attendance(scene, village.code, luck).attended,
    topic: luck.pick(ACTIVITY_TOPICS),
  }));

/** Where transactions are frequent finances are published by the month. */
export function financeDisclosures(scene: Scene): Happening[] {
  const monthly = (code: string) => scene.village(code).attributes['finance_frequent'] === true;
  const make: Maker = (_, day, luck) => {
    const objections = luck.weighted([
      [0, 12],
      [1, 2],
      [3, 0.5],
    ]);
    return {
      published_on: day,
      line_by_line: luck.holds(0.9),
      reviewed: luck.holds(0.94),
      places: luck.some(['board', 'online', 'meeting', 'broadcast'], luck.whole(1, 3)),
      objections,
      objections_answered: luck.holds(0.85) ? objections : 0,
    };
  };
  return [
    ...oncePer(scene, 'finance-quarterly', quartersOf(scene), 0.95, make).filter(
      ({ organisation }) => !monthly(organisation),
    ),
    ...oncePer(scene, 'finance-monthly', monthsOf(scene), 0.92, make).filter(({ organisation }) =>
      monthly(organisation),
    ),
  ];
}

const MATTERS = ['plans', 'decisions', 'land', 'projects', 'subsidies'];

export const affairsDisclosures = (scene: Scene): Happening[] =>
  oncePer(scene, 'affairs', quartersOf(scene), 0.95, (_, day, luck) => ({
    published_on: day,
    matters: luck.some(MATTERS, luck.whole(1, 4)),
  }));

export const representativesMeetings = (scene: Scene): Happening[] =>
  oncePer(scene, 'representatives', quartersOf(scene), 0.9, (village, day, luck) => {
    const representatives = chance(scene.world.seed, 'representatives', village.code).whole(15, 45);
    const resolutions = luck.weighted([
      [0, 2],
      [1, 5],
      [2, 3],
      [3, 1],
    ]);
    return {
      held_on: day,
      representatives,
      present: Math.ceil(
        representatives *
          luck.weighted([
            [0.68 + 0.3 * luck.next(), 12],
            [0.5 + 0.15 * luck.next(), 1],
          ]),
      ),
      resolutions,
      ...(resolutions > 0 ? { resolutions_published: luck.holds(0.9) } : {}),
    };
  });

const PURPOSES = [
  ['party_work', 3],
  ['development', 3],
  ['service', 3],
  ['relief', 2],
] as const;

/** Sending units come to their villages about once a month, townships to any village now and then. */
export function visits(scene: Scene): Happening[] {
  const sent = new Map(scene.world.postings.map(({ organisation, level }) => [organisation, level]));
  return recordingOf(scene.world)
    .filter(isVillage)
    .flatMap((village) =>
      monthsOf(scene).flatMap((month) => {
        const luck = chance(scene.world.seed, 'visit', village.code, month.from);
        const level = sent.get(village.code);
        const rate = (level === undefined ? 0.25 : 1.4) * scene.diligence(village.code) * month.over;
        const count = Math.floor(rate) + (luck.holds(rate % 1) ? 1 : 0);
        return workingDays(scene, month, count, luck).map((day) => {
          const purpose = luck.weighted(PURPOSES);
          const data = {
            visited_on: day,
            visitors: luck.weighted([
              [2, 4],
              [3, 4],
              [4, 3],
              [6, 2],
              [12, 1],
            ]),
            visitors_from: luck.holds(0.75) ? (level ?? 'township') : luck.pick(['township', 'county', 'city']),
            purpose,
            ...(purpose === 'relief' || luck.holds(0.5) ? { households: luck.whole(1, 15) } : {}),
          };
          return { organisation: village.code, day, data };
        });
      }),
    );
}

const REASONS = [
  ['busy_season', 6],
  ['disaster', 2],
  ['election', 1],
  ['reorganisation', 1],
] as const;
const DUTIES = ['members_meeting', 'branch_committee', 'party_group', 'theme_party_day', 'representatives_meeting'];

/** A few villages ask to be excused, mostly in the harvest. */
export const excuseRequests = (scene: Scene): Happening[] =>
  oncePer(scene, 'excuse', monthsOf(scene), 0.015, (_, day, luck) => ({
    concerns_day: day,
    duty: luck.pick(DUTIES),
    reason: luck.weighted(REASONS),
  }));
