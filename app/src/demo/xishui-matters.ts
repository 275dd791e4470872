import { addDays } from './days.ts';
import type { Happening, Scene } from './entry.ts';
import { chance } from './random.ts';
import { monthsOf, workingDay } from './rhythm.ts';
import { isVillage } from './tree.ts';
import { type DemoOrganisation, recordingOf } from './world.ts';

const MILESTONES = ['started', 'main_done', 'finished', 'in_use'] as const;
const DAYS_BETWEEN_MILESTONES = [30, 60] as const;

/** What a village carries from its beginning to its end under one number: premises and disputes. */
export const xishuiMatters = (scene: Scene): Readonly<Record<string, () => Happening[]>> => ({
  'premises-project': () => projects(scene).map(({ registration }) => registration),
  'premises-milestone': () => projects(scene).flatMap(({ milestones }) => milestones),
  dispute: () => disputes(scene).map(({ raised }) => raised),
  'dispute-settled': () => disputes(scene).flatMap(({ settled }) => settled),
  'group-council': () => councils(scene),
});

/** A project is registered in most villages when the year begins and reaches its milestones as the village is diligent. */
function projects(scene: Scene): { registration: Happening; milestones: Happening[] }[] {
  const { seed, recordsFrom, asOf } = scene.world;
  return villages(scene).flatMap(({ code }) => {
    const luck = chance(seed, 'project', code);
    const day = workingDay(scene, { from: recordsFrom, to: addDays(recordsFrom, 40) }, luck);
    if (day === undefined || day > asOf || !luck.holds(0.8)) return [];
    const number = `P-${code.slice(6)}-1`;
    const planned = MILESTONES.map((_, i) => addDays(day, 30 + 60 * i));
    const area = luck.whole(120, 480);
    const registration = {
      organisation: code,
      day,
      data: {
        registered_on: day,
        number,
        kind: luck.pick(['new', 'rebuild', 'extension', 'equipment']),
        deadline: 'general',
        area,
        cost: area * luck.whole(11, 19) * 100,
        start_planned: planned[0] ?? day,
        finish_planned: planned[2] ?? day,
      },
    };
    const pace = 1.5 - 0.6 * scene.diligence(code);
    let reached = addDays(day, 20);
    const milestones = MILESTONES.flatMap((milestone, i) => {
      reached = addDays(reached, Math.round(luck.whole(...DAYS_BETWEEN_MILESTONES) * pace));
      const on = workingDay(scene, { from: reached, to: addDays(reached, 6) }, luck);
      if (on === undefined || on > asOf || luck.holds(0.06)) return [];
      const data = { reached_on: on, number, milestone, planned_on: planned[i] ?? on, safe: luck.holds(0.96) };
      return [{ organisation: code, day: on, data }];
    });
    return [{ registration, milestones }];
  });
}

/** Now and then people fall out; most of it is settled within a month, in the group or the village. */
function disputes(scene: Scene): { raised: Happening; settled: Happening[] }[] {
  const { seed, asOf } = scene.world;
  return villages(scene).flatMap(({ code }) =>
    monthsOf(scene).flatMap((month) => {
      const luck = chance(seed, 'dispute', code, month.from);
      const day = luck.holds(0.3) ? workingDay(scene, month, luck) : undefined;
      if (day === undefined) return [];
      const number = `D-${code.slice(6)}-${month.from.slice(2, 7).replace('-', '')}`;
      const kind = luck.pick(['land', 'neighbours', 'neighbours', 'contract', 'other']);
      const on = addDays(day, luck.whole(2, luck.holds(scene.diligence(code)) ? 24 : 70));
      const level = luck.weighted([
        ['group', 4],
        ['village', 5],
        ['town', 1],
        ['court', 0.2],
      ]);
      const data = { settled_on: on, number, level, free: level !== 'court', reopened: luck.holds(0.05) };
      return [
        {
          raised: { organisation: code, day, data: { received_on: day, number, kind } },
          settled: on > asOf ? [] : [{ organisation: code, day: on, data }],
        },
      ];
    }),
  );
}

function councils(scene: Scene): Happening[] {
  const { seed, recordsFrom, asOf } = scene.world;
  return villages(scene).flatMap(({ code }) => {
    const luck = chance(seed, 'councils', code);
    const day = workingDay(scene, { from: recordsFrom, to: addDays(recordsFrom, 50) }, luck);
    if (day === undefined || day > asOf) return [];
    const groups = luck.whole(4, 12);
    const lacking = luck.holds(scene.diligence(code)) ? 0 : luck.whole(1, 3);
    return [{ organisation: code, day, data: { as_at: day, groups, with_council: groups - lacking } }];
  });
}

const villages = (scene: Scene): readonly DemoOrganisation[] => recordingOf(scene.world).filter(isVillage);
