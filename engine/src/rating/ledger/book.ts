import { Decimal } from '../../decimal.ts';
import { inOrder } from '../../measure/in-order.ts';
import type { Words } from '../../value.ts';
import { plain } from '../../value-json.ts';
import { say } from '../../words.ts';
import { dropped, type Line } from '../entries/line.ts';
import { sumOf } from '../entries/lines-told.ts';

/** Lines of one row of the ledger. */
export interface Booked {
  readonly lines: readonly Line[];
  readonly kind: 'plus' | 'minus' | 'exchange';
  /** Why an exchange is too much beside those that were accepted; null when it is not. */
  readonly tooMuchBeside?: (line: Line, accepted: readonly Line[]) => Words | null;
}

export interface Balance {
  readonly value: Decimal;
  /** The rows as they were given, each line with what it counts on the day and why not. */
  readonly rows: readonly Booked[];
}

const lives = ({ fact, ends, counts }: Line, day: string): boolean =>
  counts && fact.date <= day && (ends === null || ends > day);

/** The sum of what is in force on a day; exchanges do not lower it. */
export function scoreOn(rows: readonly Booked[], day: string, carried: Decimal): Balance {
  const seen = rows.map((row): Booked => ({ ...row, lines: row.lines.map((line) => expired(line, day)) }));
  const of = (kind: Booked['kind']): Decimal =>
    sumOf(seen.filter((row) => row.kind === kind).flatMap(({ lines }) => lines));
  return { value: carried.plus(of('plus')).minus(of('minus')), rows: seen };
}

function expired(line: Line, day: string): Line {
  if (!line.counts || lives(line, day)) return line;
  return dropped(line, say(`自 ${line.ends} 起失效`, `no longer counts since ${line.ends}`));
}

/** What is left to spend on a day: an exchange uses up what expires first, and what was used up cannot expire. */
export function spendableOn(
  rows: readonly Booked[],
  day: string,
  carried: Decimal,
  overdrawn: 'refused' | 'counts',
): Balance {
  const of = (kind: Booked['kind']): Line[] => rows.filter((row) => row.kind === kind).flatMap(({ lines }) => lines);
  const lots = new Lots(of('plus'), carried);
  const minus = of('minus');
  const refused = new Map<string, Line>();
  const accepted = new Map<Booked, Line[]>();
  for (const { row, line } of exchangesOf(rows)) {
    const { date } = line.fact;
    const sofar = accepted.get(row) ?? [];
    const beyond = row.tooMuchBeside?.(line, sofar) ?? null;
    if (beyond) {
      refused.set(line.fact.id, dropped(line, beyond));
      continue;
    }
    const left = lots.on(date).minus(sumOf(minus.filter((one) => lives(one, date))));
    if (overdrawn === 'refused' && line.points.gt(left)) refused.set(line.fact.id, dropped(line, tooMuch(line, left)));
    else {
      lots.use(line.points, date);
      accepted.set(row, [...sofar, line]);
    }
  }
  const value = lots.on(day).minus(sumOf(minus.filter((one) => lives(one, day))));
  const shown = (row: Booked, line: Line): Line =>
    row.kind === 'exchange' ? (refused.get(line.fact.id) ?? line) : lots.shown(line, day);
  return { value, rows: rows.map((row) => ({ ...row, lines: row.lines.map((line) => shown(row, line)) })) };
}

const exchangesOf = (rows: readonly Booked[]) =>
  rows
    .filter(({ kind }) => kind === 'exchange')
    .flatMap((row) => row.lines.filter(({ counts }) => counts).map((line) => ({ row, line })))
    .sort((a, b) => inOrder(a.line, b.line));

const tooMuch = ({ points }: Line, left: Decimal) =>
  say(
    `兑换 ${plain(points)}，余额只有 ${plain(left)}，不计`,
    `${plain(points)} exceeds the balance of ${plain(left)} and does not count`,
  );

/** Points that can be spent, each until it expires. */
class Lots {
  /** Carried over, less what was spent beyond the lots; below zero when that is more. */
  #rest: Decimal;
  readonly #lots: { readonly line: Line; left: Decimal }[];
  readonly #lotOf: ReadonlyMap<Line, { readonly left: Decimal }>;

  constructor(lines: readonly Line[], carried: Decimal) {
    this.#rest = carried;
    this.#lots = lines
      .toSorted(inOrder)
      .map((line) => ({ line, left: line.points }))
      .sort((a, b) => ((a.line.ends ?? NEVER) < (b.line.ends ?? NEVER) ? -1 : 1));
    this.#lotOf = new Map(this.#lots.map((lot) => [lot.line, lot]));
  }

  /** A line with what is left of it; of one that has expired, what was used before still counts. */
  shown(line: Line, day: string): Line {
    const lot = this.#lotOf.get(line);
    if (!lot || !line.counts || lot.left.eq(line.points)) return expired(line, day);
    if (lives(line, day)) return { ...line, left: lot.left };
    const used = line.points.minus(lot.left);
    return {
      ...line,
      points: used,
      left: NOTHING,
      notes: lot.left.isZero() ? line.notes : [...line.notes, rest(line, lot.left)],
    };
  }

  on(day: string): Decimal {
    const living = this.#lots.filter(({ line }) => lives(line, day)).map(({ left }) => left);
    return Decimal.sum(this.#rest, ...living);
  }

  use(points: Decimal, day: string): void {
    let open = points;
    for (const lot of this.#lots) {
      if (!lives(lot.line, day)) continue;
      const used = Decimal.min(lot.left, open);
      lot.left = lot.left.minus(used);
      open = open.minus(used);
    }
    this.#rest = this.#rest.minus(open);
  }
}

const NOTHING = new Decimal(0);

const rest = ({ points, ends }: Line, left: Decimal): Words =>
  say(
    `${plain(points)} 中已用 ${plain(points.minus(left))}，其余 ${plain(left)} 自 ${ends} 起失效`,
    `of ${plain(points)}, ${plain(points.minus(left))} was used; the other ${plain(left)} no longer counts since ${ends}`,
  );

/** Sorts after every day. */
const NEVER = '9999-12-31';
