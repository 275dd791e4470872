import type { DayKind, WorkCalendar } from '../calendar.ts';
import type { SparedRun } from '../constructs/adaptation.ts';
import type { DueSoonRun } from '../constructs/due-soon.ts';
import type { PartPeriodRun } from '../constructs/part-period.ts';
import { type DayNumber, fromDay } from '../day.ts';
import type { Explanation } from '../explanation.ts';
import { ceiling, type Fraction, floor, fraction, isZero, least, showFraction, times, ZERO } from '../fraction.ts';
import type { Missing, Words } from '../value.ts';
import { say } from '../words.ts';
import { factRef } from './fact-ref.ts';
import { fractionStep } from './steps.ts';
import type { Amounted, AmountRun, ExcuseRun, Need, Situation, Trace } from './types.ts';

/** Millionths in one unit: amounts done are counted in whole millionths. */
export const SCALE = 1_000_000;

export interface NeedParts {
  readonly spared: readonly SparedRun[];
  readonly amount: AmountRun;
  /** The most that may be; null without an upper end. */
  readonly most: AmountRun | null;
  /** Whether there is nothing but the upper end. */
  readonly limit: boolean;
  readonly dueSoon: DueSoonRun;
  readonly excuses: readonly ExcuseRun[];
  readonly partPeriod: PartPeriodRun;
  readonly calendar: WorkCalendar;
  readonly unit: Words | undefined;
}

/** What is owed in a situation: the amount, then the part of the period bound, then each excuse in the pack's order. */
export function needOf(parts: NeedParts, situation: Situation, trace: Trace): Need {
  const { span, subject, part } = situation;
  const spared = parts.spared.find((run) => run.spares(situation));
  if (spared) {
    trace?.push(spared.explain());
    return nothingAsked(spared.why);
  }
  const doubts = parts.spared.flatMap((run) => run.doubt(situation));
  const missing = [...span.missing, ...(subject?.doubt ?? []), ...doubts];
  if (missing.length > 0) return unknownNeed(missing);
  if (part && parts.partPeriod.owes === 'nothing') {
    const why = parts.partPeriod.why(situation);
    trace?.push({ construct: 'part-period', words: why, result: { state: 'not-applicable', why } });
    return nothingAsked(why);
  }
  if (parts.limit) return limitNeed(parts, situation, trace);
  noteCalendar(parts, situation, trace);
  const owed = owedBy(parts, situation, trace);
  if (owed.state === 'not-known') return unknownNeed(owed.missing);
  if (owed.state !== 'known') return nothingAsked(owed.why);
  return parts.most === null ? knownNeed(owed.value) : withUpperEnd(parts, owed.value, situation, trace);
}

const owedBy = (parts: NeedParts, situation: Situation, trace: Trace): Amounted =>
  parts.amount.days === null ? scaled(parts, situation, trace) : shareOfDays(parts, situation, trace);

/** The most that may be; nothing is an excuse for more, and a part of a period has its part. */
function limitBy(parts: NeedParts, situation: Situation, trace: Trace): Amounted {
  return owedBy({ ...parts, amount: parts.most ?? parts.amount, excuses: [] }, situation, trace);
}

function withUpperEnd(parts: NeedParts, owed: Fraction, situation: Situation, trace: Trace): Need {
  const limit = limitBy(parts, situation, trace);
  if (limit.state === 'not-known') return unknownNeed(limit.missing);
  return { ...knownNeed(owed), most: limit.state === 'known' ? millionths(limit.value) : null };
}

/** A limit alone: an approved reason lifts it; without one it says how much may be, and from where it warns. */
function limitNeed(parts: NeedParts, situation: Situation, trace: Trace): Need {
  const lifting = parts.excuses.find((excuse) => excuse.concerns(situation));
  if (lifting) {
    const { words, facts, form } = lifting.explain(situation);
    trace?.push({
      construct: lifting.construct,
      words,
      result: { state: 'known', value: true },
      facts: facts.map((fact) => factRef(fact, undefined, undefined, form)),
    });
    return knownNeed(ZERO);
  }
  noteCalendar({ ...parts, excuses: [] }, situation, trace);
  const limit = limitBy(parts, situation, trace);
  if (limit.state === 'not-known') return unknownNeed(limit.missing);
  if (limit.state !== 'known') return nothingAsked(limit.why);
  const near = parts.dueSoon.warnsFrom(limit.value, situation.span.end);
  return {
    ...knownNeed(limit.value),
    threshold: 0,
    most: millionths(limit.value),
    near: Number(ceiling(times(near, fraction(SCALE)))),
  };
}

const millionths = (value: Fraction): number => Number(floor(times(value, fraction(SCALE))));

const NO_LIMIT = { most: null, near: null };

const nothingAsked = (why: Words): Need => ({
  state: 'not-applicable',
  value: ZERO,
  threshold: 0,
  text: null,
  why,
  missing: [],
  ...NO_LIMIT,
});

const unknownNeed = (missing: readonly Missing[]): Need => ({
  state: 'not-known',
  value: ZERO,
  threshold: 0,
  text: null,
  why: null,
  missing,
  ...NO_LIMIT,
});

export const knownNeed = (value: Fraction): Need => ({
  state: 'known',
  value,
  threshold: Number(ceiling(times(value, fraction(SCALE)))),
  text: showFraction(value),
  why: null,
  missing: [],
  ...NO_LIMIT,
});

const NOTHING_OWED = say('按规定本期应完成 0，不作要求', 'By the rule nothing is owed in this period');

/** An amount that does not depend on days, lessened in proportion. None at all is no duty, which nobody is excused from. */
function scaled(parts: NeedParts, situation: Situation, trace: Trace): Amounted {
  const amount = parts.amount.amount(situation, 0, trace);
  if (amount.state !== 'known') return amount;
  const owed = parts.partPeriod.scale(amount.value, situation, parts.unit, trace);
  if (isZero(owed) && parts.most === null) {
    return { state: 'not-applicable', why: isZero(amount.value) ? NOTHING_OWED : parts.partPeriod.why(situation) };
  }
  const nominal = parts.excuses.some((excuse) => excuse.construct === 'excuse-holidays');
  const days = workDays(parts, situation, nominal);
  if (parts.excuses.length > 0) traceBase(parts, 'working-days', situation.from, situation.to, null, trace);
  return { state: 'known', value: applyExcuses(parts, situation, owed, days, trace) };
}

/** Working days; with a holiday excuse also the weekdays that holidays took; all days when there are none. */
function workDays({ calendar }: NeedParts, { from, to }: Situation, nominal: boolean): DayNumber[] {
  const days = daysBetween(from, to);
  const isWeekday = (day: DayNumber): boolean => calendar.weekdays(day, day) === 1;
  const working = days.filter((day) => calendar.isWorkingDay(day) || (nominal && isWeekday(day)));
  return working.length > 0 ? working : days;
}

function daysBetween(from: DayNumber, to: DayNumber): DayNumber[] {
  const days: DayNumber[] = [];
  for (let day = from; day <= to; day++) days.push(day);
  return days;
}

function applyExcuses(
  parts: NeedParts,
  situation: Situation,
  owed: Fraction,
  days: readonly DayNumber[],
  trace: Trace,
): Fraction {
  let value = owed;
  let left = [...days];
  let uncovered = [...days];
  for (const excuse of parts.excuses) {
    const excused = excuse.excuses(situation);
    const remaining = left.filter((day) => !excused(day));
    uncovered = uncovered.filter((day) => !excused(day));
    const whole = uncovered.length === 0 || (excuse.reduces === 'lifts' && remaining.length < left.length);
    if (remaining.length === left.length && !whole) continue;
    const before = value;
    if (whole) value = ZERO;
    else if (excuse.reduces === 'pro-rata') {
      const exact = times(value, fraction(remaining.length, left.length));
      value = least(before, excuse.round(exact));
      left = remaining;
      traceExcuse(parts, excuse, situation, { days: days.length, left: left.length, exact, value }, trace);
      continue;
    }
    traceExcuse(parts, excuse, situation, { days: days.length, left: uncovered.length, exact: value, value }, trace);
    if (isZero(value)) break;
  }
  return value;
}

/** A share of days: excuses take days out of the base, then each excuse's rounding applies; never above the full need. */
function shareOfDays(parts: NeedParts, situation: Situation, trace: Trace): Amounted {
  const kind = parts.amount.days as DayKind;
  const { span, part } = situation;
  const wholePeriod = !part || parts.partPeriod.owes === 'full';
  const [from, to] = wholePeriod ? [span.start, span.end] : [situation.from, situation.to];
  const base = baseDays(parts, situation, kind, from, to);
  traceBase(parts, kind, from, to, base.length, trace);
  const full = parts.amount.amount(situation, base.length, parts.excuses.length === 0 ? trace : null);
  if (full.state !== 'known') return full;
  let left = base;
  let uncovered = base;
  const rounding: ExcuseRun[] = [];
  for (const excuse of parts.excuses) {
    const excused = excuse.excuses(situation);
    const remaining = left.filter((day) => !excused(day));
    uncovered = uncovered.filter((day) => !excused(day));
    const changed = remaining.length < left.length;
    if (changed && excuse.reduces !== 'only-if-whole-period') {
      left = remaining;
      rounding.push(excuse);
    } else if (base.length > 0 && uncovered.length === 0) left = [];
    if (changed) traceDays(excuse, situation, left.length, trace);
  }
  const owed = parts.amount.amount(situation, left.length, parts.excuses.length === 0 ? null : trace);
  if (owed.state !== 'known') return owed;
  const reduced = rounding.reduce((value, excuse) => excuse.round(value), owed.value);
  const rounded = (amount: Fraction): Fraction => (part ? parts.partPeriod.round(amount) : amount);
  const value = least(rounded(full.value), rounded(reduced));
  if (trace && showFraction(value) !== showFraction(owed.value)) {
    trace.push(fractionStep('amount-share', say('取整后应完成', 'Owed after rounding'), value, parts.unit));
  }
  return { state: 'known', value };
}

const baseDays = (
  { calendar }: NeedParts,
  { span }: Situation,
  kind: DayKind,
  from: DayNumber,
  to: DayNumber,
): DayNumber[] =>
  daysBetween(from, to).filter(
    (day) => (kind === 'calendar-days' || calendar.isWorkingDay(day)) && (span.countsOn === null || span.countsOn(day)),
  );

interface ExcuseFigures {
  readonly days: number;
  readonly left: number;
  readonly exact: Fraction;
  readonly value: Fraction;
}

function traceExcuse(
  { unit }: NeedParts,
  excuse: ExcuseRun,
  situation: Situation,
  { days, left, exact, value }: ExcuseFigures,
  trace: Trace,
): void {
  if (!trace) return;
  const { words, facts, form, details } = excuse.explain(situation);
  const step = (text: Words, result: Fraction): Explanation => fractionStep(excuse.construct, text, result, unit);
  const after =
    excuse.reduces === 'lifts'
      ? say('', '')
      : say(`，剩 ${left}/${days} 个应工作日`, `; ${left} of ${days} working days remain`);
  const rounded = showFraction(exact) !== showFraction(value);
  trace.push({
    ...step(say(`${words['zh-CN']}${after['zh-CN']}`, `${words.en}${after.en}`), rounded ? exact : value),
    ...(facts.length > 0 ? { facts: facts.map((fact) => factRef(fact, undefined, undefined, form)) } : {}),
    details: { ...details, days, left },
  });
  if (rounded) trace.push(step(excuse.roundingWords, value));
}

function traceDays(excuse: ExcuseRun, situation: Situation, left: number, trace: Trace): void {
  if (!trace) return;
  const { words, facts, form, details } = excuse.explain(situation);
  trace.push({
    construct: excuse.construct,
    words: say(`${words['zh-CN']}，基数剩 ${left} 天`, `${words.en}; ${left} days of the base remain`),
    result: { state: 'known', value: `${left}` },
    ...(facts.length > 0 ? { facts: facts.map((fact) => factRef(fact, undefined, undefined, form)) } : {}),
    ...(details ? { details } : {}),
  });
}

/** The days a duty is worked out on, with the days off and working weekends among them. */
function traceBase(
  parts: NeedParts,
  kind: DayKind,
  from: DayNumber,
  to: DayNumber,
  base: number | null,
  trace: Trace,
): void {
  if (!trace) return;
  const count = base ?? parts.calendar.countDays(kind, from, to);
  const named = kind === 'working-days' ? parts.calendar.named(from, to) : [];
  const zh = named.map(({ date, name, working }) => `${date} ${name['zh-CN']}${working ? '上班' : ''}`).join('、');
  const en = named.map(({ date, name, working }) => `${date} ${name.en}${working ? ' (working)' : ''}`).join(', ');
  const [kindZh, kindEn] = kind === 'working-days' ? ['工作日', 'working days'] : ['自然日', 'calendar days'];
  trace.push({
    construct: base === null ? 'calendar' : 'amount-share',
    words: say(
      `${fromDay(from)} 至 ${fromDay(to)} 的${kindZh}${zh && `（${zh}）`}`,
      `${kindEn} from ${fromDay(from)} to ${fromDay(to)}${en && ` (${en})`}`,
    ),
    result: { state: 'known', value: `${count}` },
    details: { days: count, named },
  });
}

/** Says that a year's calendar is not loaded where days are counted. */
function noteCalendar({ amount, excuses, calendar }: NeedParts, { from, to }: Situation, trace: Trace): void {
  if (!trace || (amount.days !== 'working-days' && excuses.length === 0)) return;
  for (const { what, words } of calendar.missing(from, to)) {
    const year = what.slice('calendar:'.length);
    trace.push({ construct: 'calendar', words, result: { state: 'known', value: year }, shown: say(year, year) });
  }
}
