import { lightOf } from '../constructs/standing.ts';
import { type DayNumber, NEVER } from '../day.ts';
import type { Light } from '../standing.ts';
import type { WorldIndex } from '../world-index.ts';
import { type Counted, catchUp } from './catch-up.ts';
import type { Duty } from './compile.ts';
import { countSpan, firstFrom, type Tally } from './count.ts';
import { type Entries, emptyEntries, gather } from './entries.ts';
import { needOf } from './need.ts';
import { countStates, type StateUse } from './state.ts';
import type { DutySubject, Need, Situation, Span } from './types.ts';

/** One outcome, handed on as it is found; whoever receives it decides what to keep. */
export interface Outcome {
  readonly subject: DutySubject;
  readonly span: Span;
  /** All periods of this evaluation, by their number. */
  readonly spans: readonly Span[];
  /** Number of the span within this evaluation, as `entries.usedIn` counts it. */
  readonly number: number;
  readonly need: Need;
  readonly light: Light;
  readonly tally: Tally;
  readonly entries: Entries;
  readonly states: readonly StateUse[];
}

export interface DutyQuery {
  readonly index: WorldIndex;
  readonly asOf: DayNumber;
  /** Periods that end before this day are left out. */
  readonly from: DayNumber;
  /** Periods that start after this day are left out; never later than `asOf`. */
  readonly to: DayNumber;
  readonly wants: ((subject: DutySubject) => boolean) | null;
}

type Emit = (outcome: Outcome) => void;

const NOTHING: readonly StateUse[] = [];
/** One buffer serves every evaluation: nothing in it outlives a subject, and evaluation never pauses. */
const buffer = emptyEntries();

/**
 * Evaluates a duty for every subject it binds and every period asked for. Below a limit nothing is used up: where periods
 * overlap, an entry counts in each.
 */
export function evaluateDuty(duty: Duty, query: DutyQuery, emit: Emit): void {
  const { index, asOf } = query;
  const chained = duty.late.possible || duty.when.overlaps;
  const [from, to] = chained ? [Math.min(query.from, chainStart(duty, query)), asOf] : [query.from, query.to];
  const shared = duty.when.shared ? duty.turns.shared(index, from, to, asOf) : null;
  for (const subject of duty.who.subjects(index)) {
    if (query.wants !== null && !query.wants(subject)) continue;
    if (subject.from > to || subject.to < from) continue;
    const spans = shared ?? duty.turns.ofSubject(subject, index, chained ? -NEVER : from, to, asOf);
    if (spans.length > 0) evaluateSubject(duty, subject, spans, query, chained, emit);
  }
}

/** Slack for working days around holidays, in days. */
const SLACK = 20;

/** Where periods can hand entries to each other, all periods count that the first entry could serve. */
function chainStart(duty: Duty, { index, asOf }: DutyQuery): DayNumber {
  let first = NEVER;
  for (const { part } of duty.counts) {
    const { date } = index.columns(part.form);
    for (let row = 0; row < date.length; row++) if ((date[row] as number) < first) first = date[row] as number;
  }
  if (!duty.when.shared || first === NEVER) return first;
  const windows = duty.turns.shared(index, first - 366, first, asOf).map(({ lateEnd, end }) => lateEnd - end);
  return windows.length === 0 ? first : first - Math.max(...windows) - SLACK;
}

function evaluateSubject(
  duty: Duty,
  subject: DutySubject,
  spans: readonly Span[],
  query: DutyQuery,
  chained: boolean,
  emit: Emit,
): void {
  const { index, asOf } = query;
  const { yieldsFrom = NEVER + 1, ownsFrom = -NEVER } = subject;
  const [lifeFrom, lifeTo] = [Math.max(subject.from, duty.from), Math.min(subject.to, duty.to)];
  gather(buffer, duty.counts, subject, index, asOf);
  const joined = duty.counts.some(({ part }) => part.predecessors === 'joined');
  const firstEntry = buffer.count > 0 ? (buffer.date[0] as number) : NEVER;
  const kept: Counted[] | null = duty.late.possible ? [] : null;
  const situation = { subject, span: spans[0] as Span, from: 0, to: 0, part: false, index, asOf };
  const passing: Tally = { inTime: 0, total: 0, waiting: 0 };
  let cursor = 0;
  let cursorDay = -NEVER;
  for (let number = 0; number < spans.length; number++) {
    const span = spans[number] as Span;
    if (span.end < lifeFrom || span.start > lifeTo || span.end >= yieldsFrom || span.end < ownsFrom) continue;
    if (!isAsked(span, query) && (!chained || span.lateEnd < firstEntry)) continue;
    situation.span = span;
    situation.from = Math.max(span.start, lifeFrom);
    situation.to = Math.min(span.end, lifeTo);
    situation.part = situation.from > span.start || situation.to < span.end;
    const need = needFor(duty, situation);
    const from = joined ? span.start : Math.max(span.start, subject.from);
    if (from < cursorDay) cursor = firstFrom(buffer, from);
    else while (cursor < buffer.count && (buffer.date[cursor] as number) < from) cursor++;
    cursorDay = from;
    const threshold = need.state === 'known' ? need.threshold : NEVER;
    const tally = kept === null ? passing : { inTime: 0, total: 0, waiting: 0 };
    if (duty.most !== null) buffer.usedIn.fill(0, 0, buffer.count);
    const sparing = duty.when.overlaps && duty.most === null;
    countSpan(buffer, span, number, cursor, Math.min(span.end, subject.to), threshold, sparing, tally);
    if (kept !== null) kept.push({ span, number, need, tally });
    else if (isAsked(span, query)) finish(duty, subject, spans, { span, number, need, tally }, query, emit);
  }
  if (kept === null) return;
  catchUp(buffer, kept);
  for (const counted of kept) if (isAsked(counted.span, query)) finish(duty, subject, spans, counted, query, emit);
}

const isAsked = ({ start, end }: Span, { from, to }: DutyQuery): boolean => end >= from && start <= to;

function finish(
  duty: Duty,
  subject: DutySubject,
  spans: readonly Span[],
  counted: Counted,
  { index, asOf }: DutyQuery,
  emit: Emit,
): void {
  const { span, number, need, tally } = counted;
  let states = NOTHING;
  if (duty.hasStates) {
    const [from, to] = [Math.max(span.start, subject.from), Math.min(span.end, subject.to)];
    const found = countStates(duty.counts, subject, span, from, to, index, asOf);
    tally.inTime += found.inTime;
    tally.total += found.total;
    tally.waiting += found.waiting;
    states = found.uses;
  }
  emit({ subject, span, spans, number, need, light: lightOf(need, tally, span, asOf), tally, entries: buffer, states });
}

/** A whole period without excuses of the subject's own is the same for everybody: it is worked out once. */
function needFor(duty: Duty, situation: Situation): Need {
  const { span, subject, part } = situation;
  const own =
    part || duty.amount.varies || duty.most?.varies || (subject?.doubt.length ?? 0) > 0 || isConcerned(duty, situation);
  if (own) return needOf(duty, situation, null);
  span.full ??= needOf(duty, { ...situation, subject: null }, null);
  return span.full;
}

function isConcerned(duty: Duty, situation: Situation): boolean {
  for (const excuse of duty.excuses) if (excuse.concerns(situation)) return true;
  for (const spared of duty.spared) if (spared.concerns(situation)) return true;
  return false;
}
