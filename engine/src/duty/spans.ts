import type { DeadlineRun } from '../constructs/deadline.ts';
import type { DueSoonRun } from '../constructs/due-soon.ts';
import type { LateRun } from '../constructs/late.ts';
import { type DayNumber, fromDay, NEVER } from '../day.ts';
import type { Missing } from '../value.ts';
import type { WorldIndex } from '../world-index.ts';
import type { BareSpan, DutySubject, Span, WhenRun } from './types.ts';

export interface SpanTurns {
  /** Periods every subject shares, kept between evaluations. */
  readonly shared: (from: DayNumber, to: DayNumber, asOf: DayNumber) => readonly Span[];
  readonly ofSubject: (
    subject: DutySubject,
    index: WorldIndex,
    from: DayNumber,
    to: DayNumber,
    asOf: DayNumber,
  ) => readonly Span[];
}

/** Adds to each period the days on which its light turns. */
export function spanMaker(
  when: WhenRun,
  deadline: DeadlineRun,
  late: LateRun,
  dueSoon: DueSoonRun,
  { limited, lacking }: { readonly limited: boolean; readonly lacking: (end: DayNumber) => readonly Missing[] },
): SpanTurns {
  const dated = ({ key, start, end, countsOn, missing: own, event, extended, ...by }: BareSpan): Span => {
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
      extended: extended ?? [],
      missing,
      full: null,
    };
  };
  let kept: { from: DayNumber; to: DayNumber; spans: readonly Span[] } | null = null;
  return {
    shared: (from, to, asOf) => {
      if (kept?.from === from && kept.to === to) return kept.spans;
      kept = { from, to, spans: when.spans({ subject: null, index: null, from, to, asOf }).map(dated) };
      return kept.spans;
    },
    ofSubject: (subject, index, from, to, asOf) => when.spans({ subject, index, from, to, asOf }).map(dated),
  };
}
