import { Decimal } from '../../decimal.ts';
import { inOrder } from '../../measure/in-order.ts';
import { toDecimal } from '../../measure/values.ts';
import type { Ledger } from '../../schema/rating/ledger.ts';
import type { Value, Words } from '../../value.ts';
import { plain } from '../../value-json.ts';
import { say } from '../../words.ts';
import { dropped, type Line } from '../entries/line.ts';
import type { Balance, Booked } from './book.ts';

interface Running {
  /** A balance kept within the ends. */
  readonly ends: (raw: Decimal) => Value;
  readonly resets: { readonly at: Decimal; readonly leaves: 'zero' | 'rest' } | null;
  readonly gives: Ledger['gives'];
  readonly overdrawn: 'refused' | 'counts';
}

/**
 * The ledger entry by entry, in the order of their days and of their recording: its ends hold at once, and what comes later counts from
 * there. A line counts what it moved. Exchanges lower it only where it is what is left to spend.
 */
export function runningOn(rows: readonly Booked[], carried: Decimal, how: Running): Balance | Value {
  const begun = how.ends(carried);
  if (begun.state !== 'known') return begun;
  let balance = toDecimal(begun);
  let times = 0;
  const seen = new Map<Line, Line>();
  const accepted = new Map<Booked, Line[]>();
  for (const { row, line } of linesOf(rows, how)) {
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
    const next = toDecimal(kept);
    const moved = next.minus(balance).abs();
    balance = next;
    seen.set(
      line,
      moved.eq(line.points) ? line : { ...line, points: moved, notes: [...line.notes, cut(line, moved, next)] },
    );
    while (how.resets && how.resets.at.gt(0) && balance.gte(how.resets.at)) {
      times += 1;
      seen.set(line, withNote(seen.get(line) ?? line, full(how.resets.at, times)));
      balance = how.resets.leaves === 'zero' ? new Decimal(0) : balance.minus(how.resets.at);
    }
  }
  const shown = rows.map((row) => ({ ...row, lines: row.lines.map((line) => seen.get(line) ?? line) }));
  return { value: how.gives === 'resets' ? new Decimal(times) : balance, rows: shown };
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
