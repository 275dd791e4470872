import type { DeadlineRun } from '../constructs/deadline.ts';
import type { DueSoonRun } from '../constructs/due-soon.ts';
import type { LateRun } from '../constructs/late.ts';
import { type DayNumber, fromDay, NEVER } from '../day.ts';
import type { Missing } from '../value.ts';
import type { WorldIndex } from '../world-index.ts';
import { answersWithin, momentOn } from './moment.ts';
import type { BareSpan, CompileContext, DutySubject, Span, WhenRun } from './types.ts';

export interface SpanTurns {
  /** Periods every subject shares, kept between evaluations. */
  readonly shared: (index: WorldIndex, from: DayNumber, to: DayNumber, asOf: DayNumber) => readonly Span[];
  readonly ofSubject: (
    subject: DutySubject,
    index: WorldIndex,
    from: DayNumber,
    to: DayNumber,
    asOf: DayNumber,
  ) => readonly Span[];
}

interface How {
  readonly limited: boolean;
  readonly lacking: (end: DayNumber) => readonly Missing[];
  readonly context: CompileContext;
}

/** What is done on the last day counts up to a time; what is done before, at any. */
const byTime = (span: BareSpan, at: string, index: WorldIndex, context: CompileContext) =>
  answersWithin({ from: null, to: momentOn(span.end, at) }, span, index, context);

/** Adds to each period the days on which its light turns. */
export function spanMaker(
  when: WhenRun,
  deadline: DeadlineRun,
  late: LateRun,
  dueSoon: DueSoonRun,
  { limited, lacking, context }: How,
): SpanTurns {
  const dated = (bare: BareSpan, index: WorldIndex): Span => {
    const { key, start, end, countsOn, missing: own, event, extended } = bare;
    const time = deadline.at(end);
    const by = time === null ? bare : { ...bare, ...byTime(bare, time, index, context) };
    const due = deadline.due(end);
    const period = { key, start: fromDay(start), end: fromDay(end) };
    const [soon, lateEnd] = [dueSoon.firstDay(due, end), late.lastDay(due, end)];
    const missing = [...own, ...deadline.missing(end), ...late.missing(end), ...dueSoon.missing(end), ...lacking(end)];
    return {
      period,
      start,
      end,
      due,
      dueText: fromDay(due),
      soon,
      lateEnd,
      recordedBy: limited ? NEVER : lateEnd,
      countsOn,
      accepts: by.accepts ?? null,
      declined: by.declined ?? null,
      moments: by.moments ?? null,
      event: event ?? null,
      said: bare.said ?? null,
      extended: extended ?? [],
      missing,
      full: null,
    };
  };
  let kept: { from: DayNumber; to: DayNumber; spans: readonly Span[] } | null = null;
  return {
    shared: (index, from, to, asOf) => {
      if (kept?.from === from && kept.to === to) return kept.spans;
      const spans = when.spans({ subject: null, index: null, from, to, asOf }).map((one) => dated(one, index));
      // Where the time of day counts, periods know the entries of one world.
      if (!deadline.timed) kept = { from, to, spans };
      return spans;
    },
    ofSubject: (subject, index, from, to, asOf) =>
      when.spans({ subject, index, from, to, asOf }).map((one) => dated(one, index)),
  };
}
