import type { Happening, Scene } from './entry.ts';
import { type Chance, chance } from './random.ts';
import { clip, type Span, workingDay } from './rhythm.ts';
import type { DemoOrganisation } from './world.ts';

/** The weeks in which a year is assessed. */
export interface Season extends Span {
  readonly year: number;
  /** The year is over: nearly everybody has been assessed. */
  readonly over: boolean;
}

/** December for a year that is over; from October on for the one that runs. */
export function seasonsOf({ world: { recordsFrom, asOf } }: Scene): Season[] {
  const [first, last] = [Number(recordsFrom.slice(0, 4)), Number(asOf.slice(0, 4))];
  return Array.from({ length: last - first + 1 }, (_, i): Season => {
    const over = first + i < last;
    const year = first + i;
    return {
      year,
      over,
      ...clip({ from: `${year}-${over ? '12-03' : '10-12'}`, to: `${year}-12-26` }, recordsFrom, asOf),
    };
  }).filter(({ from, to }) => from <= to);
}

/** How well an organisation stands in a year, in [0.2, 1]: near from year to year, not far from how reliably it works. */
export function quality(scene: Scene, organisation: string, year: number): number {
  const lasting = chance(scene.world.seed, 'quality', organisation).next();
  const passing = chance(scene.world.seed, 'quality', organisation, year).next();
  return Math.min(
    1,
    Math.max(0.2, 0.34 + 0.5 * scene.diligence(organisation) + 0.3 * (lasting - 0.4) + 0.12 * (passing - 0.4)),
  );
}

/** Marks out of `full` around a quality, to one decimal. */
export const marks = (luck: Chance, full: number, around: number, spread = 0.16): number =>
  Math.round(Math.min(1, Math.max(0, around + spread * (luck.next() - 0.5))) * full * 10) / 10;

interface Assessed {
  readonly season: Season;
  readonly organisation: string;
  readonly quality: number;
  readonly day: string;
  readonly luck: Chance;
}

/** Once in every season for the organisations named: nearly all of them in a year that is over, a share of them before. */
export function onceInSeason(
  scene: Scene,
  name: string,
  organisations: readonly DemoOrganisation[],
  share: number,
  make: (one: Assessed) => Happening['data'],
): Happening[] {
  return seasonsOf(scene).flatMap((season) =>
    organisations.flatMap(({ code }) => {
      const luck = chance(scene.world.seed, name, code, season.year);
      if (!luck.holds(season.over ? Math.min(1, share + 0.6) : share)) return [];
      const day = workingDay(scene, season, luck);
      if (day === undefined) return [];
      const data = make({ season, organisation: code, quality: quality(scene, code, season.year), day, luck });
      return [{ organisation: code, day, data }];
    }),
  );
}

/** Papers of a secret ballot around a quality. */
export function papers(luck: Chance, entitled: number, around: number) {
  const turnout = Math.round(entitled * (0.78 + 0.2 * luck.next()));
  const [blank, spoiled] = [luck.whole(0, 2), luck.whole(0, 1)];
  const valid = Math.max(0, turnout - blank - spoiled);
  const good = Math.round(valid * around ** 1.5);
  const fair = Math.round((valid - good) * 0.6);
  const average = Math.round((valid - good - fair) * 0.7);
  return { entitled, good, fair, average, poor: valid - good - fair - average, blank, spoiled };
}
