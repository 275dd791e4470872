import type { Calendar } from '@luoshi/engine';
import { addDays } from './days.ts';
import type { Happening, Scene } from './entry.ts';
import { chance } from './random.ts';
import { clip, workingDays } from './rhythm.ts';

/** The festivals before which people in need are visited, and how many days before. */
const FESTIVALS = ['spring-festival', 'dragon-boat', 'mid-autumn', 'double-ninth'];
const WINDOW_DAYS = 10;
const VISITED = ['old_member', 'poor_household'];

/** Before a festival most first secretaries visit old members and poor households; some only the one or the other. */
export function festivalVisits(scene: Scene, calendars: readonly Calendar[]): Happening[] {
  const { world } = scene;
  const festivals = calendars.flatMap(({ festivals: all }) => all.filter(({ id }) => FESTIVALS.includes(id)));
  const posted = world.postings.filter(({ kind }) => kind === 'first-secretary');
  return posted.flatMap((posting) =>
    festivals.flatMap(({ date }) => {
      const luck = chance(world.seed, 'festival-visit', posting.person, posting.organisation, date);
      const before = { from: addDays(date, -WINDOW_DAYS), to: addDays(date, -1) };
      const span = clip(clip(before, world.recordsFrom, world.asOf), posting.from, posting.to);
      const visited = VISITED.filter(() => luck.holds(0.35 + 0.62 * scene.diligence(posting.organisation)));
      return workingDays(scene, span, visited.length, luck).map((day, i) => ({
        organisation: posting.organisation,
        posting,
        day,
        data: { class: visited[i] ?? null, households: luck.whole(2, 12) },
      }));
    }),
  );
}
