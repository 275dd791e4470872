import type { Form } from '@luoshi/engine';
import type { WorkingDay } from './days.ts';
import type { Scene } from './entry.ts';
import { chance } from './random.ts';
import { isTownship } from './tree.ts';
import type { DemoWorld } from './world.ts';

/** Share of the townships in which hardly anything is done or recorded (R002-16), and of those that lead. */
const PASSIVE = 1 / 8;
const EXEMPLARY = 1 / 6;

export const passiveTownships = (world: DemoWorld): string[] => shareOf(ranked(world), PASSIVE);
export const exemplaryTownships = (world: DemoWorld): string[] => shareOf(ranked(world).toReversed(), EXEMPLARY);

const shareOf = (townships: readonly string[], share: number) =>
  townships.slice(0, Math.round(townships.length * share));

const ranked = (world: DemoWorld): string[] =>
  chance(world.seed, 'townships').shuffled(world.organisations.filter(isTownship).map(({ code }) => code));

/** The county as the makers of entries see it. */
export function makeScene(world: DemoWorld, forms: ReadonlyMap<string, Form>, isWorkingDay: WorkingDay): Scene {
  const byCode = new Map(world.organisations.map((one) => [one.code, one]));
  const names = new Map(world.people.map(({ key, name }) => [key, name]));
  const holders = new Map(world.tenures.map(({ organisation, post, person }) => [`${organisation}/${post}`, person]));
  const passive = new Set(passiveTownships(world));
  const exemplary = new Set(exemplaryTownships(world));
  const township = (code: string) => byCode.get(code)?.parent ?? '';
  const village = (code: string) => {
    const found = byCode.get(code);
    if (!found) throw new Error(`there is no organisation ${code}`);
    return found;
  };
  const holder = (organisation: string, post: string) => names.get(holders.get(`${organisation}/${post}`) ?? '') ?? '';
  return {
    world,
    forms,
    isWorkingDay,
    village,
    diligence(code) {
      const luck = chance(world.seed, 'diligence', township(code));
      const own = chance(world.seed, 'diligence', code).next();
      if (passive.has(township(code))) return 0.12 + 0.3 * own;
      if (exemplary.has(township(code))) return 0.95 + 0.05 * own;
      return Math.min(0.98, 0.72 + 0.16 * luck.next() + 0.2 * (own - 0.4));
    },
    members: (code) => chance(world.seed, 'members', code).whole(18, village(code).kind === 'community' ? 140 : 75),
    confirmer(form, organisation) {
      if (form.confirmation === 'township') return holder(township(organisation), 'organisation-committee-member');
      return holder(organisation, 'village-committee-member');
    },
  };
}
