import type { FieldValue } from '@luoshi/engine';
import type { Scene } from './entry.ts';
import type { Chance } from './random.ts';
import type { DemoPosting } from './world.ts';

/** Where and how often a form is filled in, for forms without a maker of their own. */
export interface Habit {
  readonly every?: 'week' | 'month' | 'quarter' | 'once';
  /** `start` and `end`: around the first or last day of the posting. */
  readonly when?: 'start' | 'end';
  /** Share of the subjects that do it in a full period, before diligence; of villages, those with a first secretary. */
  readonly share?: number;
  /** The same for all other villages. */
  readonly others?: number;
  /** Entries in one period. */
  readonly times?: readonly [number, number];
  readonly answers?: (about: About) => Readonly<Record<string, FieldValue>>;
}

/** What an answer may depend on. */
export interface About {
  readonly scene: Scene;
  readonly luck: Chance;
  readonly organisation: string;
  readonly posting: DemoPosting | undefined;
  readonly day: string;
  /** The how-manieth entry of the period, from 0. */
  readonly n: number;
}

/** A code in place of a name: `D-101231-05`. */
export const codeOf = (mark: string, { organisation, n, luck }: About): string =>
  `${mark}-${organisation.slice(6)}-${String(n * 4 + luck.whole(1, 4)).padStart(2, '0')}`;

export const households = ({ scene, organisation }: About): number => Math.round(scene.members(organisation) * 6.5);

/** Amounts of money, mostly small, to the hundred. */
export const yuan = (luck: Chance, most: number): number => Math.round((luck.next() ** 2 * most) / 100) * 100;
