import { fromDay } from '../day.ts';
import type { Event } from '../schema/after.ts';
import { compileAnswers } from './answers.ts';
import { eventsOf, type Happened } from './events.ts';
import { compileMatch } from './matching.ts';
import { answersWithin, type Moments } from './moment.ts';
import type { BareSpan, CompileContext, SpanQuery } from './types.ts';

/** The days of a period that follows an event; null where there is none. */
export type Term = (
  happened: Happened,
  query: SpanQuery,
) => (Pick<BareSpan, 'start' | 'end' | 'missing' | 'extended'> & { readonly moments?: Moments }) | null;

/** The periods of a subject: one for each event, or for each day with events where they all have the same term. */
export function eventSpans(
  event: Event,
  apart: boolean,
  termOf: Term,
  context: CompileContext,
): (query: SpanQuery) => BareSpan[] {
  const events = eventsOf(event, context);
  const matched = compileMatch(event, context);
  const answered = compileAnswers(event, context);
  const asks = context.obligation.counts.some(({ answers }) => answers !== undefined);
  const single = apart || asks || event.each === 'event' || event.match !== undefined;
  return (query) => {
    const { index } = query;
    let last = { day: Number.NaN, number: 0 };
    return events(query).flatMap((happened): BareSpan[] => {
      const { day, fact } = happened;
      const days = termOf(happened, query);
      if (index === null || days === null) return [];
      const number = day === last.day ? last.number + 1 : 1;
      last = { day, number };
      if (number > 1 && !single) return [];
      const key = number === 1 ? fromDay(day) : `${fromDay(day)}.${number}`;
      const named = matched(fact, index);
      const match = { ...named, ...answered(fact, query, named) };
      const { moments, ...term } = days;
      const timed = moments && answersWithin(moments, match, index, context);
      const missing = [...(happened.missing ?? []), ...days.missing, ...match.missing];
      return [{ ...match, ...term, ...timed, key, countsOn: null, event: fact, said: happened.said, missing }];
    });
  };
}
