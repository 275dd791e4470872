import { addDays, daysBetween } from './days.ts';
import type { Happening, Scene } from './entry.ts';
import { TOPICS, workPhrases } from './phrases.ts';
import { type Chance, chance } from './random.ts';
import { clip, monthsOf, quartersOf, type Span, weeksOf, workingDay, workingDays } from './rhythm.ts';
import { type DemoPosting, QUARTER_DAYS } from './world.ts';

const luckOf = ({ world }: Scene, form: string, posting: DemoPosting, ...more: readonly string[]): Chance =>
  chance(world.seed, form, posting.person, posting.organisation, ...more);

const nameOf = (posting: DemoPosting) => ({ organisation: posting.organisation, posting });

/** Everybody arrives on the first day or soon after; a few of the slow villages never said so. */
export function arrivals(scene: Scene): Happening[] {
  return scene.world.postings.flatMap((posting) => {
    const luck = luckOf(scene, 'arrival', posting);
    if (!luck.holds(0.6 + 0.4 * scene.diligence(posting.organisation))) return [];
    const lag = luck.weighted([
      [0, 6],
      [1, 3],
      [3, 1],
      [9, scene.diligence(posting.organisation) < 0.5 ? 4 : 0.2],
    ]);
    const day = addDays(posting.from, lag);
    if (day > scene.world.asOf || (posting.to !== null && day > posting.to)) return [];
    return [
      { ...nameOf(posting), day, data: { introduced: luck.holds(0.5 + scene.diligence(posting.organisation) / 2) } },
    ];
  });
}

const LEAVE = [
  ['annual', 4],
  ['sick', 2],
  ['personal', 2],
  ['family', 1.5],
  ['official_trip', 2],
  ['training', 2],
] as const;

/** About every third is away once in a full quarter, for two days to two weeks. */
export function leaves(scene: Scene): Happening[] {
  const quarters = quartersOf(scene);
  return scene.world.postings.flatMap((posting) =>
    quarters.flatMap((quarter, i) => {
      const luck = luckOf(scene, 'leave', posting, quarter.from);
      const span = clip(quarter, posting.from, posting.to);
      if (!luck.holds((AWAY_IN_A_QUARTER * daysBetween(span.from, span.to).length) / QUARTER_DAYS)) return [];
      const running = i === quarters.length - 1;
      return leaveIn(scene, posting, span, running ? posting.to : span.to, luck);
    }),
  );
}

const AWAY_IN_A_QUARTER = 0.35;

/** A leave that begins in the span and ends by the last day, if there is one. */
function leaveIn(scene: Scene, posting: DemoPosting, span: Span, lastDay: string | null, luck: Chance): Happening[] {
  const first = workingDay(scene, span, luck);
  if (first === undefined) return [];
  const wanted = addDays(
    first,
    luck.weighted([
      [1, 4],
      [2, 4],
      [4, 3],
      [6, 2],
      [13, 1],
    ]),
  );
  const last = lastDay !== null && wanted > lastDay ? lastDay : wanted;
  const approved = luck.holds(0.9) ? 'township_committee' : 'county_organisation_department';
  const data = { first_day: first, last_day: last, kind: luck.weighted(LEAVE), approved_by: approved };
  return [{ ...nameOf(posting), day: first, data }];
}

/** How many days of a full week somebody of this diligence spends in the village. */
function daysWanted(diligence: number, luck: Chance): number {
  if (diligence < 0.5)
    return luck.weighted([
      [0, 5],
      [1, 3],
      [2, 2],
    ]);
  if (diligence > 0.94)
    return luck.weighted([
      [2, 5],
      [3, 4],
      [4, 1],
    ]);
  return luck.holds(diligence)
    ? luck.weighted([
        [2, 7],
        [3, 3],
        [4, 0.6],
      ])
    : luck.weighted([
        [0, 1],
        [1, 3],
      ]);
}

/** Working days in the village, week by week, around holidays and leave. */
export function villageDays(scene: Scene, away: readonly Happening[]): Happening[] {
  const leaveOf = new Map<DemoPosting, Set<string>>();
  for (const { posting, data } of away) {
    if (!posting) continue;
    const days = leaveOf.get(posting) ?? new Set();
    for (const day of daysBetween(String(data['first_day']), String(data['last_day']))) days.add(day);
    leaveOf.set(posting, days);
  }
  return scene.world.postings.flatMap((posting) =>
    weeksOf(scene).flatMap((week) => {
      const luck = luckOf(scene, 'village-day', posting, week.from);
      const span = clip(week, posting.from, posting.to);
      const count = daysWanted(scene.diligence(posting.organisation), luck);
      const days = workingDays(scene, span, count, luck, leaveOf.get(posting));
      return days.map((day) => ({ ...nameOf(posting), day, data: villageDay(day, posting, luck) }));
    }),
  );
}

function villageDay(day: string, posting: DemoPosting, luck: Chance) {
  const cadres = luck.holds(posting.kind === 'first-secretary' ? 0.94 : 0.6);
  const met = [
    ...(cadres ? ['village_cadres'] : []),
    ...luck.some(['members', 'residents'], luck.whole(cadres ? 0 : 1, 2)),
  ];
  return {
    worked_on: day,
    part: luck.holds(0.86) ? 'full_day' : 'half_day',
    with_whom: met,
    matters: luck.weighted([
      [0, 1],
      [1, 4],
      [2, 4],
      [3, 2],
      [5, 1],
    ]),
    ...(luck.holds(0.8) ? { work: luck.pick(workPhrases(day)) } : {}),
  };
}

const KINDS = [
  ['policy_study', 5],
  ['skills_training', 3],
  ['party_lecture', 3],
  ['field_visit', 1],
  ['culture_sports', 2],
  ['voluntary_service', 4],
] as const;

/** One activity a month, now and then two; in a month that has just begun not yet. */
export function studyActivities(scene: Scene): Happening[] {
  return scene.world.postings.flatMap((posting) =>
    monthsOf(scene).flatMap((month) => {
      const luck = luckOf(scene, 'study-activity', posting, month.from);
      const likely = scene.diligence(posting.organisation) * Math.min(1, 0.15 + month.over);
      const count = luck.holds(likely)
        ? luck.weighted([
            [1, 6],
            [2, 1],
          ])
        : 0;
      return workingDays(scene, clip(month, posting.from, posting.to), count, luck).map((day) => {
        const kind = luck.weighted(KINDS);
        const data = {
          held_on: day,
          kind,
          for_whom: luck.some(['members', 'residents', 'village_cadres'], luck.whole(1, 3)),
          participants: luck.whole(12, 20 + Math.floor(scene.members(posting.organisation) * 0.8)),
          topic: luck.pick(TOPICS[kind] ?? []),
        };
        return { ...nameOf(posting), day, data };
      });
    }),
  );
}
