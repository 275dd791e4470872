import { lightOf } from '../constructs/standing.ts';
import { type DayNumber, NEVER } from '../day.ts';
import type { Light } from '../standing.ts';
import type { WorldIndex } from '../world-index.ts';
import type { Duty } from './compile.ts';
import { countSpan, firstFrom, type Tally } from './count.ts';
import { type Entries, emptyEntries, gather } from './entries.ts';
import { needOf } from './need.ts';
import { countStates, type StateUse } from './state.ts';
import type { DutySubject, Need, Situation, Span } from './types.ts';

/** One outcome, handed on as it is found; whoever receives it decides what to keep. */
export interface Outcome {
  subject: DutySubject;
  span: Span;
  /** Number of the span within this evaluation, as `entries.usedIn` counts it. */
  number: number;
  need: Need;
  light: Light;
  tally: Tally;
  entries: Entries;
  states: readonly StateUse[];
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

/** Evaluates a duty for every subject it binds and every period asked for. */
export function evaluateDuty(duty: Duty, query: DutyQuery, emit: Emit): void {
  const { index, asOf, to } = query;
  const chained = duty.late.possible || duty.when.overlaps;
  const earliest = chained ? Math.min(query.from, firstDay(duty, index)) : query.from;
  const shared = duty.when.shared ? duty.turns.shared(earliest, to, asOf) : null;
  for (const subject of duty.who.subjects(index)) {
    if (query.wants !== null && !query.wants(subject)) continue;
    if (subject.from > to || subject.to < earliest) continue;
    const spans = shared ?? duty.turns.ofSubject(subject, index, chained ? -NEVER : query.from, to, asOf);
    if (spans.length > 0) evaluateSubject(duty, subject, spans, query, chained, emit);
  }
}

/** Day of the first entry the duty could read. */
function firstDay(duty: Duty, index: WorldIndex): DayNumber {
  let first = NEVER;
  for (const { part } of duty.counts) {
    const { date } = index.columns(part.form);
    for (let row = 0; row < date.length; row++) if ((date[row] as number) < first) first = date[row] as number;
  }
  return first;
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
  const [lifeFrom, lifeTo] = [Math.max(subject.from, duty.from), Math.min(subject.to, duty.to)];
  gather(buffer, duty.counts, subject, index, asOf);
  const situation = { subject, span: spans[0] as Span, from: 0, to: 0, part: false, index, asOf };
  const tally: Tally = { inTime: 0, total: 0, waiting: 0 };
  const firstEntry = buffer.count > 0 ? (buffer.date[0] as number) : NEVER;
  let cursor = 0;
  let cursorDay = -NEVER;
  for (let number = 0; number < spans.length; number++) {
    const span = spans[number] as Span;
    if (span.end < lifeFrom || span.start > lifeTo) continue;
    const asked = span.end >= query.from && span.start <= query.to;
    if (!asked && (!chained || span.lateEnd < firstEntry)) continue;
    situation.span = span;
    situation.from = Math.max(span.start, lifeFrom);
    situation.to = Math.min(span.end, lifeTo);
    situation.part = situation.from > span.start || situation.to < span.end;
    const need = needFor(duty, situation);
    const [from, to] = [Math.max(span.start, subject.from), Math.min(span.end, subject.to)];
    if (from < cursorDay) cursor = firstFrom(buffer, from);
    else while (cursor < buffer.count && (buffer.date[cursor] as number) < from) cursor++;
    cursorDay = from;
    const threshold = need.state === 'known' ? need.threshold : NEVER;
    countSpan(buffer, span, number, cursor, from, to, threshold, duty.when.overlaps, tally);
    let states = NOTHING;
    if (duty.hasStates) {
      const found = countStates(duty.counts, subject, span, from, to, index, asOf);
      tally.inTime += found.inTime;
      tally.total += found.total;
      tally.waiting += found.waiting;
      states = found.uses;
    }
    if (!asked) continue;
    const light = lightOf(need, tally, span, asOf);
    emit({ subject, span, number, need, light, tally, entries: buffer, states });
  }
}

/** A whole period without excuses of the subject's own is the same for everybody: it is worked out once. */
function needFor(duty: Duty, situation: Situation & { span: Span }): Need {
  const { span, subject, part } = situation;
  const own = part || duty.amount.varies || (subject?.doubt.length ?? 0) > 0 || isConcerned(duty, situation);
  if (own) return needOf(duty, situation, null);
  span.full ??= needOf(duty, { ...situation, subject: null }, null);
  return span.full;
}

function isConcerned(duty: Duty, situation: Situation): boolean {
  for (const excuse of duty.excuses) if (excuse.concerns(situation)) return true;
  return false;
}
