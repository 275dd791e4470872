import { Decimal } from '../../decimal.ts';
import type { Element } from '../../measure/element.ts';
import { joinedOn } from '../../measure/joined.ts';
import type { SetPart } from '../../measure/set.ts';
import type { At } from '../../measure/types.ts';
import { lacking, toDecimal } from '../../measure/values.ts';
import { dayBefore, FIRST_DAY, referenceDay } from '../../measure/window.ts';
import { periodBefore } from '../../period.ts';
import type { Beside, Caps, Points, Split, Valid } from '../../schema/rating/entries.ts';
import type { Ledger } from '../../schema/rating/ledger.ts';
import type { OneMatter } from '../../schema/rating/matter.ts';
import type { Reads } from '../../schema/rating/reads.ts';
import type { Missing, Value, Words } from '../../value.ts';
import { compileBeside } from '../entries/beside.ts';
import { capped, compileCaps } from '../entries/caps.ts';
import { compileJoined } from '../entries/joined.ts';
import type { Line } from '../entries/line.ts';
import { compileKey, oneOfEach } from '../entries/matter.ts';
import { compilePoints } from '../entries/points.ts';
import { readLines } from '../entries/read.ts';
import { compileSplit } from '../entries/split.ts';
import { compileValid } from '../entries/valid.ts';
import type { StepCompiler } from '../types.ts';
import { type Balance, type Booked, scoreOn, spendableOn } from './book.ts';
import { compileCycle } from './cycle.ts';
import { runningOn } from './running.ts';

interface Written {
  readonly title: Words;
  readonly entries: SetPart & { readonly form: string };
  readonly reads?: Reads;
  readonly points: Points;
  readonly split?: Split;
  readonly valid?: Valid;
  readonly caps?: Caps;
  readonly beside?: Beside;
  readonly one_matter?: OneMatter;
}

/** Entries one row would have instead, to ask “what if”. */
export interface Edit {
  readonly row: number;
  readonly edit: (elements: readonly Element[]) => readonly Element[];
}

export interface Found extends Balance {
  /** What was brought over from the period before; null when nothing is carried. */
  readonly carried: Decimal | null;
}

export interface LedgerRun {
  readonly titles: readonly { readonly title: Words; readonly form: string }[];
  /** Where the ledger stands, before its ends; or why that is not known. `bound` are the ends, for what is carried. */
  readonly stand: (at: At, bound: Bound, edit?: Edit) => Found | Value;
}

type Bound = (raw: Decimal, at: At) => Value;

export function compileLedger(part: Ledger, compiler: StepCompiler): LedgerRun {
  const rows = [
    ...(part.plus ?? []).map((row) => compileRow(row, 'plus', compiler)),
    ...(part.minus ?? []).map((row) => compileRow(row, 'minus', compiler)),
    ...(part.exchanges?.of ?? []).map((row) => compileRow(row, 'exchange', compiler)),
  ];
  const carries = typeof part.starts === 'object' ? part.starts : null;
  const share = carries ? compiler.compile(carries.carries) : null;
  const most = carries?.at_most === undefined ? null : compiler.compile(carries.at_most);

  const cycleAt = compileCycle(part, compiler);
  const resetsAt = part.resets ? compiler.compile(part.resets.at) : null;

  const balance = (booked: readonly Booked[], day: string, carried: Decimal, at: At, bound: Bound): Balance | Value => {
    if (part.ends_hold === 'at-every-entry') {
      const full = resetsAt?.evaluate(at) ?? null;
      if (full !== null && full.state !== 'known') return full;
      const cycle = cycleAt(at);
      if ('missing' in cycle) return lacking(cycle.missing);
      const ends = (raw: Decimal): Value => bound(raw, at);
      const resets = full && part.resets ? { at: toDecimal(full), leaves: part.resets.leaves } : null;
      return runningOn(booked, carried, {
        ends,
        resets,
        cycle,
        ...{ start: at.period.start, day },
        gives: part.gives,
        overdrawn: part.exchanges?.overdrawn ?? 'counts',
      });
    }
    return part.gives === 'spendable'
      ? spendableOn(booked, day, carried, part.exchanges?.overdrawn ?? 'counts')
      : scoreOn(booked, day, carried);
  };

  const stand: LedgerRun['stand'] = (at, bound, edit) => {
    const day = referenceDay(at);
    const start = part.starts === 'all' ? FIRST_DAY : at.period.start;
    const carried = share ? carriedOver(at, bound) : null;
    if (carried && 'state' in carried) return carried;
    const read = rows.map((row, i) => row.read(at, { start, end: day }, edit?.row === i ? edit.edit : undefined));
    const missing = read.flatMap((one) => one.missing);
    if (missing.length > 0) return lacking(missing);
    const booked = read.map(
      ({ lines, tooMuchBeside }, i): Booked => ({
        lines,
        kind: rows[i]?.kind ?? 'plus',
        ...(tooMuchBeside ? { tooMuchBeside } : {}),
      }),
    );
    const stood = balance(booked, day, carried ?? new Decimal(0), at, bound);
    return 'state' in stood ? stood : { ...stood, carried };
  };

  const carriedOver = (at: At, bound: Bound): Decimal | Value => {
    const before = periodBefore(at.period);
    const earlier = { start: FIRST_DAY, end: dayBefore(at.period.start) };
    if (before === null || !rows.some((row) => row.any(at, earlier))) return new Decimal(0);
    const then = { ...at, period: before, joinedOn: joinedOn(at) };
    const ended = stand(then, bound);
    if ('state' in ended) return ended;
    return taken(bound(ended.value, then), share?.evaluate(at) ?? null, most?.evaluate(at) ?? null);
  };

  return { titles: rows.map(({ title, form }) => ({ title, form })), stand };
}

function taken(ended: Value, share: Value | null, most: Value | null): Decimal | Value {
  for (const value of [ended, share, most]) if (value !== null && value.state !== 'known') return value;
  const part = toDecimal(ended).times(share === null ? 1 : toDecimal(share));
  return most === null ? part : Decimal.min(part, toDecimal(most));
}

interface Days {
  readonly start: string;
  readonly end: string;
}

interface Row {
  readonly title: Words;
  readonly form: string;
  readonly kind: Booked['kind'];
  readonly any: (at: At, days: Days) => boolean;
  readonly read: (
    at: At,
    days: Days,
    edit?: Edit['edit'],
  ) => Pick<Booked, 'lines' | 'tooMuchBeside'> & { readonly missing: readonly Missing[] };
}

function compileRow(written: Written, kind: Booked['kind'], compiler: StepCompiler): Row {
  const { set, join } = compileJoined(written, compiler.parts);
  const worth = compilePoints(written.points, set, compiler);
  const ends = compileValid(written.valid, set, compiler.parts);
  const caps = compileCaps(written.caps ?? [], set, compiler);
  const weigh = compileBeside(written.beside, set, written.entries, compiler);
  const split = compileSplit(written.split);
  const { one_matter = 'each' } = written;
  const keyOf = one_matter === 'each' ? null : compileKey(one_matter.same, set);
  const oneEach = (lines: readonly Line[]) =>
    one_matter === 'each' || !keyOf ? lines : oneOfEach(lines, one_matter, keyOf);
  const gather = (at: At, days: Days) => join(set.gather(at, { key: at.period.key, ...days }), at);
  return {
    title: written.title,
    form: written.entries.form,
    kind,
    any: (at, days) => {
      const { elements, doubt } = gather(at, days);
      return elements.length + doubt.length > 0;
    },
    read: (at, days, edit = (elements) => elements) => {
      const { elements, doubt } = gather(at, days);
      const read = readLines(edit(elements), at, { worth, ends });
      const weighed = weigh(split(read.lines), at);
      const lines = oneEach(weighed.lines);
      const all = capped(lines, caps, at);
      const open = 'state' in all && all.state === 'not-known' ? all.missing : [];
      const missing = [...doubt, ...read.missing, ...weighed.missing, ...open];
      if (kind !== 'exchange') return { lines: 'state' in all ? lines : all, missing };
      return { lines, missing, ...(caps.length > 0 ? { tooMuchBeside: beyond(caps, at) } : {}) };
    },
  };
}

/** What a cap would cut from the last of the entries, in words. */
const beyond =
  (caps: ReturnType<typeof compileCaps>, at: At): NonNullable<Booked['tooMuchBeside']> =>
  (line, accepted) => {
    const kept = capped([...accepted, line], caps, at);
    const last = 'state' in kept ? undefined : kept.at(-1);
    return !last || last.points.eq(line.points) ? null : (last.notes.at(-1) ?? null);
  };
