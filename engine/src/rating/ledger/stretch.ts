import type { Decimal } from '../../decimal.ts';
import { dayBefore } from '../../measure/window.ts';
import type { Words } from '../../value.ts';
import { say } from '../../words.ts';
import type { Line } from '../entries/line.ts';
import type { Cycle } from './cycle.ts';

/** The lines of one cycle in their order, each with where the ledger stood after it. */
export interface Stretch {
  readonly cycle: Cycle;
  readonly moments: { readonly line: Line; readonly balance: Decimal }[];
}

interface Stood {
  readonly value: Decimal;
  /** Why a line is not part of it. */
  readonly why: ReadonlyMap<Line, Words> | null;
}

/** Where the ledger stands on a day: in the cycle that has not ended by then. */
export function standingOn(stretches: readonly Stretch[], nothing: Decimal, day: string): Stood {
  const last = stretches.at(-1);
  const runs = last !== undefined && last.cycle.until > day;
  const over = stretches.filter((one) => one !== last || !runs);
  return {
    value: (runs ? last.moments.at(-1)?.balance : undefined) ?? nothing,
    why: new Map(over.flatMap(({ cycle, moments }) => moments.map(({ line }) => [line, ended(cycle)] as const))),
  };
}

/** The highest it stood at on any day of the period; of equals the first. Lines of other cycles and later ones are no part of it. */
export function highestIn(
  stretches: readonly Stretch[],
  nothing: Decimal,
  { start, day }: { readonly start: string; readonly day: string },
): Stood {
  const stood = stretches.flatMap((stretch): readonly Place[] => {
    const { cycle, moments } = stretch;
    const before = moments.findLastIndex(({ line }) => line.fact.date < start);
    const held = cycle.until > start && cycle.from <= day;
    const atFirst = held ? [{ value: moments[before]?.balance ?? nothing, stretch, last: before }] : [];
    const later = moments
      .slice(before + 1)
      .map(({ balance }, i) => ({ value: balance, stretch, last: before + 1 + i }));
    return [...atFirst, ...later];
  });
  const [best] = stood.toSorted((a, b) => b.value.cmp(a.value));
  return best ? { value: best.value, why: outside(stretches, best) } : standingOn(stretches, nothing, day);
}

/** Where the ledger stood after the last of some lines of a stretch; -1 before all of them. */
interface Place {
  readonly value: Decimal;
  readonly stretch: Stretch;
  readonly last: number;
}

function outside(stretches: readonly Stretch[], best: Place): ReadonlyMap<Line, Words> {
  return new Map(
    stretches.flatMap((stretch) =>
      stretch.moments.flatMap(({ line }, i): (readonly [Line, Words])[] => {
        if (stretch === best.stretch) return i <= best.last ? [] : [[line, LATER]];
        return [[line, ended(stretch.cycle)]];
      }),
    ),
  );
}

const LATER = say('在最高之后', 'after the highest');

const ended = ({ from, until }: Cycle): Words =>
  say(
    `属于 ${from} 至 ${dayBefore(until)} 的周期，不计入`,
    `lies in the cycle from ${from} to ${dayBefore(until)} and is no part of it`,
  );
