import { compileCount } from '../count.ts';
import { toDay } from '../day.ts';
import type { Parts } from '../parts.ts';
import type { Apart } from '../schema/apart.ts';
import type { Missing, Words } from '../value.ts';
import { say } from '../words.ts';

/** What is dated and may lie too near to one before. */
interface Dated {
  readonly fact: { readonly date: string; readonly recordedAt: string; readonly id: string } | null;
}

export interface ApartRun {
  /** What keeps the days from being known on a day. */
  readonly missing: (day: string) => readonly Missing[];
  /** Those that lie too near to the last that counted, each with why. */
  readonly near: <One extends Dated>(all: readonly One[]) => ReadonlyMap<One, Words>;
  readonly words: Words;
}

/** Entries nearer than so many days to the last that counted do not count again; days as laid down on the day of each. */
export function compileApart(part: Apart, parts: Parts): ApartRun {
  const days = compileCount(part.days, parts);
  const shown = days.words('');
  return {
    missing: days.missing,
    near: (all) => {
      const near = new Map<(typeof all)[number], Words>();
      let last: string | null = null;
      for (const one of all.toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))) {
        const date = one.fact?.date;
        if (date === undefined) continue;
        const least = days.on(date) ?? 0;
        if (last === null || toDay(date) - toDay(last) >= least) last = date;
        else near.set(one, nearWords(last, least));
      }
      return near;
    },
    words: say(`与上一次所计的相隔不足 ${shown['zh-CN']} 天的不另计`, `that lie at least ${shown.en} days apart`),
  };
}

const orderOf = ({ fact }: Dated): string => (fact ? `${fact.date} ${fact.recordedAt} ${fact.id}` : '');

/** Why one that is too near does not count. */
export const nearWords = (before: string, days: number): Words =>
  say(
    `与 ${before} 所计的一次相隔不足 ${days} 天，不另计`,
    `less than ${days} days after that of ${before}: it does not count again`,
  );
