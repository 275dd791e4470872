import { addDays, daysBetween, workingDaysBetween } from './days.ts';
import type { Happening, Scene } from './entry.ts';
import { PROBLEMS } from './phrases.ts';
import { chance } from './random.ts';
import { monthsOf, workingDays } from './rhythm.ts';
import { isVillage } from './tree.ts';
import { recordingOf } from './world.ts';

interface Problem extends Happening {
  readonly number: string;
  readonly hard: boolean;
}

/** One to three a month in villages with a first secretary, now and then one elsewhere. */
function problems(scene: Scene): Problem[] {
  const { world } = scene;
  return recordingOf(world)
    .filter(isVillage)
    .flatMap((village) =>
      monthsOf(scene).flatMap((month) => {
        const luck = chance(world.seed, 'problem', village.code, month.from);
        const rate = (village.attributes['dispatch_target'] === true ? 0.75 : 0.05) * scene.diligence(village.code);
        const count = luck.holds(rate)
          ? luck.weighted([
              [1, 4],
              [2, 2],
              [3, 1],
            ])
          : 0;
        return workingDays(scene, month, count, luck).map((day, n) => {
          const difficulty = luck.weighted([
            ['easy', 5],
            ['medium', 4],
            ['hard', 2],
          ]);
          const number = `W${day.slice(2, 4)}${day.slice(5, 7)}-${village.code.slice(6)}-${n + 1}`;
          const data = { raised_on: day, number, what: luck.pick(PROBLEMS), difficulty };
          return { organisation: village.code, day, data, number, hard: difficulty === 'hard' };
        });
      }),
    );
}

export const problemsRaised = (scene: Scene): Happening[] =>
  problems(scene).map(({ organisation, day, data }) => ({ organisation, day, data }));

/** Most are solved within weeks; the hard ones stay open longer. */
export function problemsSolved(scene: Scene): Happening[] {
  return problems(scene).flatMap(({ organisation, day, number, hard }) => {
    const luck = chance(scene.world.seed, 'solved', number);
    const due = addDays(day, hard ? luck.whole(15, 70) : luck.whole(1, 25));
    const [solved] = workingDaysBetween(due, addDays(due, 10), scene.isWorkingDay);
    if (solved === undefined || solved > scene.world.asOf || !luck.holds(0.5 + 0.45 * scene.diligence(organisation)))
      return [];
    const data = {
      solved_on: solved,
      number_solved: number,
      confirmed_by_raiser: luck.holds(0.9),
      days_taken: daysBetween(day, solved).length - 1,
    };
    return [{ organisation, day: solved, data }];
  });
}
