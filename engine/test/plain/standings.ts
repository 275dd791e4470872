import type { Obligation } from '../../src/schema/obligation.ts';
import { type Leave, plainNeed, type Ratio } from './amounts.ts';
import { addMonths, shift, textOf } from './days.ts';
import { type PlainPeriod, plainPeriods } from './periods.ts';

/** An entry as far as a duty looks at it. Amounts are counted in halves, so that they stay whole. */
export interface PlainEntry {
  readonly day: number;
  readonly recorded: number;
  readonly halves: number;
  readonly waiting: boolean;
}

export interface PlainSubject {
  readonly from: number;
  readonly to: number | null;
  readonly entries: readonly PlainEntry[];
  readonly leaves: readonly Leave[];
}

interface Counted {
  readonly period: PlainPeriod;
  readonly due: number;
  readonly soon: number;
  readonly lateEnd: number;
  readonly need: Ratio | null;
  /** What each entry adds. */
  readonly used: Map<PlainEntry, number>;
  readonly waiting: number;
}

const MANY = 1_000_000;

function later(
  day: number,
  term: unknown,
  kind: 'working-days' | 'calendar-days' | undefined,
  direction: 1 | -1,
): number {
  if (typeof term === 'number') return shift(day, direction * term, kind ?? 'calendar-days');
  const { months = 0 } = term as { readonly months?: number };
  return addMonths(day, direction * months);
}

/** How a duty stands on a day for one subject, by the key of its period: `light done/need due turns`. */
export function plainStandings(
  duty: Obligation,
  subject: PlainSubject,
  asOf: number,
  from: number,
): Map<string, string> {
  if (subject.from > asOf) return new Map();
  const first = Math.min(from, ...subject.entries.map(({ day }) => day)) - 120;
  const periods = plainPeriods(duty.when, first, asOf, subject).filter(
    ({ start, end }) => end >= Math.max(subject.from, first) && start <= Math.min(asOf, subject.to ?? MANY),
  );
  const taken = new Set<PlainEntry>();
  const counted = periods.map((period) => countPeriod(duty, period, subject, taken));
  if (duty.late !== 'never') makeUp(counted, subject.entries);
  return new Map(counted.filter(({ period }) => period.end >= from).map((one) => [one.period.key, lineOf(one, asOf)]));
}

/** What a period counts of its own days: first what was recorded in time, then what was recorded late. */
function countPeriod(duty: Obligation, period: PlainPeriod, subject: PlainSubject, taken: Set<PlainEntry>): Counted {
  const { end } = period;
  const due = duty.deadline === undefined ? end : later(end, duty.deadline.grace, duty.deadline.days, 1);
  const lateEnd = duty.late === 'never' ? due : later(due, duty.late.within, duty.late.days, 1);
  const { within, days } = 'within' in duty.due_soon ? duty.due_soon : { within: 0, days: undefined };
  const soon = later(due, within, days, -1);
  const [from, to] = [Math.max(period.start, subject.from), Math.min(end, subject.to ?? MANY)];
  const need = plainNeed(duty, period, from, to, subject.leaves);
  const own = subject.entries.filter(
    (entry) => entry.day >= from && entry.day <= to && (period.counts?.(entry.day) ?? true) && !taken.has(entry),
  );
  const used = new Map<PlainEntry, number>();
  const cap = duty.counts[0]?.per === undefined ? MANY : 2;
  const enough = (): boolean => mayOverlap(duty) && need !== null && sum(used) * need.den >= 2 * need.num;
  const take = (entry: PlainEntry): void => {
    const same = [...used]
      .filter(([other]) => other.day === entry.day)
      .reduce((total, [, halves]) => total + halves, 0);
    used.set(entry, Math.min(entry.halves, Math.max(0, cap - same)));
    taken.add(entry);
  };
  const recordedBy = (day: number) =>
    own.filter((entry) => !entry.waiting && !used.has(entry) && entry.recorded <= day);
  for (const entry of recordedBy(due)) if (!enough()) take(entry);
  if (lateEnd > due) for (const entry of recordedBy(lateEnd)) if (!enough()) take(entry);
  return { period, due, soon, lateEnd, need, used, waiting: own.filter((entry) => entry.waiting).length };
}

/** Whether periods of a duty can share days, so that an entry serves the first of them that needs it and no other. */
const mayOverlap = ({ when }: Obligation): boolean =>
  !('once' in when || 'before_end' in when) && !('every' in when && (when.day_off ?? 'stays') === 'stays');

const sum = (used: ReadonlyMap<PlainEntry, number>): number =>
  [...used.values()].reduce((total, halves) => total + halves, 0);

/** What was done in the period and recorded by the due day. */
const timely = ({ used, due, period }: Counted): number =>
  [...used].reduce(
    (total, [entry, halves]) => total + (entry.recorded <= due && entry.day <= period.end ? halves : 0),
    0,
  );

/** The oldest shortfall first, from entries that no period used or that their period can do without. */
function makeUp(counted: readonly Counted[], entries: readonly PlainEntry[]): void {
  const spare = new Map<PlainEntry, Counted>();
  for (const one of counted) {
    const need = one.need === null ? 0 : (2 * one.need.num) / one.need.den;
    let [left, inTime] = [sum(one.used), timely(one)];
    const met = inTime >= need;
    for (const [entry, halves] of [...one.used].sort(([a], [b]) => entries.indexOf(a) - entries.indexOf(b))) {
      const early = entry.recorded <= one.due ? halves : 0;
      if (halves === 0 || left - halves < need || (met && early > 0 && inTime - early < need)) continue;
      [left, inTime] = [left - halves, inTime - early];
      spare.set(entry, one);
    }
  }
  for (const one of counted) {
    if (one.need === null || one.lateEnd <= one.period.end) continue;
    const need = (2 * one.need.num) / one.need.den;
    for (const entry of entries) {
      if (sum(one.used) >= need) break;
      if (entry.waiting || entry.day <= one.period.end || Math.max(entry.day, entry.recorded) > one.lateEnd) continue;
      const owner = counted.find(({ used }) => used.has(entry));
      if (owner && spare.get(entry) !== owner) continue;
      one.used.set(entry, owner?.used.get(entry) ?? entry.halves);
      owner?.used.delete(entry);
      spare.delete(entry);
    }
  }
}

function lineOf(one: Counted, asOf: number): string {
  const { due, soon, need, waiting, period } = one;
  const [done, inTime] = [sum(one.used) / 2, timely(one) / 2];
  const light = lightOf(need, inTime, done, due, soon, asOf);
  const turns = light === 'open' ? soon : light === 'due-soon' ? due + 1 : null;
  return [
    light,
    `${done}/${need === null ? '–' : shown(need)}`,
    `${textOf(period.start)}–${textOf(period.end)}`,
    `due ${textOf(due)}`,
    `turns ${turns === null ? 'never' : textOf(turns)}`,
    `waiting ${waiting}`,
  ].join(', ');
}

function lightOf(need: Ratio | null, inTime: number, done: number, due: number, soon: number, asOf: number): string {
  if (need === null) return 'not-applicable';
  if (need.num === 0) return 'excused';
  if (inTime * need.den >= need.num) return 'met';
  if (done * need.den >= need.num) return 'late';
  if (asOf > due) return 'overdue';
  return asOf >= soon ? 'due-soon' : 'open';
}

/** Two decimals where it does not end. */
const shown = ({ num, den }: Ratio): string => {
  const exact = String(num / den);
  return exact.length <= 8 ? exact : (num / den).toFixed(2);
};
