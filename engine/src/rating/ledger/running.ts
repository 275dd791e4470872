import { Decimal } from '../../decimal.ts';
import { inOrder } from '../../measure/in-order.ts';
import { toDecimal } from '../../measure/values.ts';
import type { Ledger } from '../../schema/rating/ledger.ts';
import type { Value, Words } from '../../value.ts';
import { plain } from '../../value-json.ts';
import { say } from '../../words.ts';
import { dropped, type Line } from '../entries/line.ts';
import type { Balance, Booked } from './book.ts';
import { type Cycle, type CycleOn, NEVER } from './cycle.ts';
import { highestIn, type Stretch, standingOn } from './stretch.ts';

interface Running {
  /** A balance kept within the ends. */
  readonly ends: (raw: Decimal) => Value;
  readonly resets: { readonly at: Decimal; readonly leaves: 'zero' | 'rest' } | null;
  readonly cycle: CycleOn;
  readonly gives: Ledger['gives'];
  readonly overdrawn: 'refused' | 'counts';
  /** The first day of the period, and the day for which it is asked. */
  readonly start: string;
  readonly day: string;
}

/**
 * The ledger entry by entry, in the order of their days and of their recording: its ends hold at once, and what comes later counts from
 * there. A line counts what it moved. Exchanges lower it only where it is what is left to spend. Each cycle begins at nothing.
 */
export function runningOn(rows: readonly Booked[], carried: Decimal, how: Running): Balance | Value {
  const begun = how.ends(carried);
  if (begun.state !== 'known') return begun;
  const nothing = toDecimal(begun);
  const stretches: Stretch[] = [];
  let current: { readonly cycle: Cycle; readonly stretch: Stretch } | null = null;
  let times = 0;
  const seen = new Map<Line, Line>();
  const accepted = new Map<Booked, Line[]>();
  for (const { row, line } of linesOf(rows, how)) {
    if (current === null || line.fact.date >= current.cycle.until) {
      const cycle = how.cycle(line.fact.date);
      current = { cycle, stretch: { cycle, moments: [] } };
      stretches.push(current.stretch);
    }
    const { moments } = current.stretch;
    const balance = moments.at(-1)?.balance ?? nothing;
    const sofar = accepted.get(row) ?? [];
    const refused = row.kind === 'exchange' ? refusal(row, line, sofar, balance, how) : null;
    if (refused) {
      seen.set(line, dropped(line, refused));
      continue;
    }
    accepted.set(row, [...sofar, line]);
    const wanted = row.kind === 'plus' ? balance.plus(line.points) : balance.minus(line.points);
    const kept = how.ends(wanted);
    if (kept.state !== 'known') return kept;
    let next = toDecimal(kept);
    const moved = next.minus(balance).abs();
    seen.set(
      line,
      moved.eq(line.points) ? line : { ...line, points: moved, notes: [...line.notes, cut(line, moved, next)] },
    );
    while (how.resets && how.resets.at.gt(0) && next.gte(how.resets.at)) {
      times += 1;
      seen.set(line, withNote(seen.get(line) ?? line, full(how.resets.at, times)));
      next = how.resets.leaves === 'zero' ? new Decimal(0) : next.minus(how.resets.at);
    }
    moments.push({ line, balance: next });
  }
  const { value, why } = outcome(stretches, nothing, how);
  const told = (line: Line): Line => {
    const shown = seen.get(line) ?? line;
    const left = why?.get(line);
    if (left) return shown.counts ? dropped(shown, left) : shown;
    const until = current?.cycle.until ?? NEVER;
    return until === NEVER || how.gives === 'resets' ? shown : { ...shown, ends: until };
  };
  const shown = rows.map((row) => ({ ...row, lines: row.lines.map(told) }));
  return { value: how.gives === 'resets' ? new Decimal(times) : value, rows: shown };
}

/** What the stretches come to, and why some of their lines are not in it. */
function outcome(stretches: readonly Stretch[], nothing: Decimal, { gives, start, day }: Running) {
  if (gives === 'resets') return { value: nothing, why: null };
  return gives === 'highest' ? highestIn(stretches, nothing, { start, day }) : standingOn(stretches, nothing, day);
}

const linesOf = (rows: readonly Booked[], { gives }: Running) =>
  rows
    .filter(({ kind }) => kind !== 'exchange' || gives === 'spendable')
    .flatMap((row) => row.lines.filter(({ counts }) => counts).map((line) => ({ row, line })))
    .sort((a, b) => inOrder(a.line, b.line));

function refusal(row: Booked, line: Line, sofar: readonly Line[], left: Decimal, how: Running): Words | null {
  const beyond = row.tooMuchBeside?.(line, sofar) ?? null;
  if (beyond || how.overdrawn === 'counts' || line.points.lte(left)) return beyond;
  return say(
    `兑换 ${plain(line.points)}，余额只有 ${plain(left)}，不计`,
    `${plain(line.points)} exceeds the balance of ${plain(left)} and does not count`,
  );
}

const withNote = (line: Line, note: Words): Line => ({ ...line, notes: [...line.notes, note] });

const cut = ({ points }: Line, moved: Decimal, end: Decimal): Words =>
  say(
    `${plain(points)} 到 ${plain(end)} 为止，只计 ${plain(moved)}`,
    `of ${plain(points)} only ${plain(moved)} counts: it ends at ${plain(end)}`,
  );

const full = (at: Decimal, times: number): Words =>
  say(`满 ${plain(at)}，第 ${times} 次，重新计起`, `${plain(at)} reached (time ${times}): it begins anew`);
