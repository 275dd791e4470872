import { compilePredicate } from '../condition.ts';
import { compileCount } from '../count.ts';
import { type DayNumber, fromDay, toDay } from '../day.ts';
import type { Fact } from '../facts.ts';
import type { Event, ExtendedBy } from '../schema/after.ts';
import type { Missing } from '../value.ts';
import { dutyEnv, dutyVariables } from './entry-place.ts';
import type { Happened } from './events.ts';
import { fieldsOfMatch, textOf } from './matching.ts';
import { nearestRelation, rowsOf } from './relation.ts';
import { compileTerm } from './term.ts';
import type { CompileContext, SpanQuery } from './types.ts';

export interface Extended {
  readonly end: DayNumber;
  /** The entries that moved the last day, in order. */
  readonly by: readonly Fact[];
  readonly missing: readonly Missing[];
}

export type Extension = (end: DayNumber, happened: Happened, query: SpanQuery) => Extended;

/** Moves the last day of an event's term by the extensions that were asked for by then, as often as the rule allows. */
export function compileExtension(part: ExtendedBy | undefined, event: Event, context: CompileContext): Extension {
  const form = part && context.parts.forms.get(part.form);
  if (part === undefined || form === undefined) return (end) => ({ end, by: [], missing: [] });
  const { parts, obligation } = context;
  const granted = part.where === undefined ? null : compilePredicate(part.where, dutyVariables(form, parts));
  const [most, moved, names] = [compileCount(part.at_most, parts), moving(part, context), naming(part, event)];
  const relation = nearestRelation(form, obligation.who);
  return (end, { day, fact }, { subject, index, asOf }) => {
    const missing = most.missing(fromDay(day));
    if (!subject || !index || missing.length > 0) return { end, by: [], missing };
    const found = rowsOf(relation, subject, form.id, index, asOf)
      .filter((one) => toDay(one.date) >= toDay(fact.date) && names(fact, one))
      .filter((one) => granted === null || granted(dutyEnv(one, subject.record, asOf, parts)) === true)
      .toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
    return extended(end, found, most.on(fromDay(day)) ?? 0, moved);
  };
}

const orderOf = ({ date, recordedAt, id }: Fact): string => `${date} ${recordedAt} ${id}`;

type Moved = (end: DayNumber, by: Fact) => DayNumber | null;

function extended(first: DayNumber, found: readonly Fact[], most: number, moved: Moved): Extended {
  let end = first;
  const by: Fact[] = [];
  for (const one of found) {
    if (by.length === most || toDay(one.date) > end) break;
    const next = moved(end, one);
    if (next === null) continue;
    end = next;
    by.push(one);
  }
  return { end, by, missing: [] };
}

/** To the day it names, or by so much; null where it names none. */
function moving(part: ExtendedBy, context: CompileContext): Moved {
  if ('until' in part)
    return (_end, { data }) => {
      const day = data[part.until];
      return typeof day === 'string' ? toDay(day) : null;
    };
  const by = compileTerm(part.by, part.days, context);
  return (end) => by.shift(end, 1, end);
}

/** Whether an extension is about the event: it names the same number, where events are told apart by one. */
function naming({ match }: ExtendedBy, event: Event): (fact: Fact, by: Fact) => boolean {
  const written = match ?? event.match;
  if (written === undefined) return () => true;
  const { event: field, entry } = fieldsOfMatch(written);
  return (fact, by) => textOf(fact.data[field]) !== null && textOf(fact.data[field]) === textOf(by.data[entry]);
}
