import type { WorkCalendar } from '../../calendar.ts';
import { compileCount } from '../../count.ts';
import { fromDay, toDay } from '../../day.ts';
import { Decimal, divide } from '../../decimal.ts';
import { countedDays, countsOf } from '../../duty/season.ts';
import type { Parts } from '../../parts.ts';
import type { Period } from '../../standing.ts';
import type { Missing } from '../../value.ts';
import { joinedOn } from '../joined.ts';
import type { At, Figure, PartOf } from '../types.ts';
import { toDecimal } from '../values.ts';
import { everyOn, isFixedDays, windowsIn } from './spans.ts';
import { type Owing, owingAt } from './whom.ts';

type Part = PartOf<'windows'>['windows'];

/** How one window stands for one who owes it. */
export interface Window {
  readonly period: Period;
  readonly at: At;
  readonly outcome: 'met' | 'missed' | 'open' | 'not-known';
  readonly done: Decimal | null;
  readonly needed: Decimal | null;
  readonly missing: readonly Missing[];
}

export interface Judged {
  readonly owing: Owing;
  readonly windows: readonly Window[];
}

/** Every window of everybody who owes them; those not due yet are open, never missed. */
export function judgeWindows(
  part: Part,
  { of, atLeast, parts, calendar }: Judging,
  at: At,
): readonly Judged[] | { readonly missing: readonly Missing[] } {
  const [every, graced] = [everyOn(part.every, parts, at.period.end), compileCount(part.grace ?? 0, parts)];
  const grace = graced.on(at.period.end);
  if (typeof every === 'object' && 'missing' in every) return every;
  if (grace === null) return { missing: graced.missing(at.period.end) };
  const windows = windowsIn(every, at.period, calendar).flatMap((window) => inSeason(part, window));
  return owingAt(part.per, at, part.predecessors).map((owing) => ({
    owing,
    windows: windows.flatMap((period) =>
      judge({ ...part, grace }, of, atLeast, owing, {
        ...at,
        subject: owing.subject,
        period,
        joinedOn: joinedOn(at),
      }),
    ),
  }));
}

/** A window as far as its days are in the months and the season; a fixed day is in them or not. */
function inSeason(part: Part, window: Period): Period[] {
  if (isFixedDays(part.every)) return countsOf(part)?.(toDay(window.key)) === false ? [] : [window];
  return countedDays(part)(window, toDay(window.end)).map(({ start, end }) => ({
    ...window,
    start: fromDay(start),
    end: fromDay(end),
  }));
}

interface Judging {
  readonly of: Figure;
  readonly atLeast: Figure;
  readonly parts: Parts;
  readonly calendar: WorkCalendar;
}

function judge(
  part: Part & { readonly grace: number },
  of: Figure,
  atLeast: Figure,
  { from, to }: Owing,
  at: At,
): Window[] {
  const { period } = at;
  const [start, end] = [toDay(period.start), toDay(period.end)];
  const days = Math.min(to, end) - Math.max(from, start) + 1;
  const whole = end - start + 1;
  if (days <= 0 || (days < whole && part.part_window === 'left-out')) return [];
  const [done, wanted] = [of.evaluate(at), atLeast.evaluate(at)];
  if (done.state === 'not-applicable' || wanted.state === 'not-applicable') return [];
  const over = toDay(at.asOf) > end + part.grace;
  const base = { period, at };
  if (done.state !== 'known' || wanted.state !== 'known') {
    const missing = [done, wanted].flatMap((value) => (value.state === 'not-known' ? value.missing : []));
    return [{ ...base, outcome: over ? 'not-known' : 'open', done: null, needed: null, missing }];
  }
  const share = part.part_window === 'pro-rata' ? divide(new Decimal(days), new Decimal(whole)) : new Decimal(1);
  const needed = toDecimal(wanted).times(share);
  const met = toDecimal(done).gte(needed);
  return [{ ...base, outcome: met ? 'met' : over ? 'missed' : 'open', done: toDecimal(done), needed, missing: [] }];
}

/** How much one who owes brings: windows met, missed, due, or what is lacking in those missed. */
export function countOf(gives: Exclude<Part['gives'], 'share'>, windows: readonly Window[]): Decimal {
  const lacking = ({ done, needed }: Window): Decimal => (done && needed ? needed.minus(done) : new Decimal(0));
  const missed = windows.filter(({ outcome }) => outcome === 'missed');
  if (gives === 'shortfall') return Decimal.sum(0, ...missed.map(lacking));
  if (gives === 'longest-run-met') return new Decimal(longestRun('met', windows));
  if (gives === 'longest-run-missed') return new Decimal(longestRun('missed', windows));
  if (gives === 'missed') return new Decimal(missed.length);
  const met = windows.filter(({ outcome }) => outcome === 'met').length;
  return new Decimal(gives === 'met' ? met : met + missed.length);
}

/** The most windows in a row that came out so; one that is not due yet ends a row. */
function longestRun(wanted: Window['outcome'], windows: readonly Window[]): number {
  let [run, longest] = [0, 0];
  for (const { outcome } of windows) {
    run = outcome === wanted ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}
