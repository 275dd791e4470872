import { compilePredicate } from '../condition.ts';
import { type DayNumber, toDay } from '../day.ts';
import type { Fact } from '../facts.ts';
import type { Event } from '../schema/after.ts';
import type { Missing, Words } from '../value.ts';
import { dutyEnv, dutyVariables, parametersMissing } from './entry-place.ts';
import { type Candidate, compileNth } from './nth.ts';
import { nearestRelation, type Relation, rowsOf } from './relation.ts';
import type { CompileContext, SpanQuery } from './types.ts';

/** Something from which a duty follows, with the day it happened on. */
export interface Happened {
  readonly day: DayNumber;
  readonly fact: Fact;
  /** Which of several it is, in words, where only some bind. */
  readonly said?: Words;
  /** What would have to be set to know whether it binds. */
  readonly missing?: readonly Missing[];
}

/** Whose events bind a subject. */
export const relationOfEvent = (
  event: Event,
  { parts, obligation }: Pick<CompileContext, 'parts' | 'obligation'>,
): Relation => {
  const form = parts.forms.get(event.form);
  return event.about ?? (form ? nearestRelation(form, obligation.who) : 'same');
};

/** The events a subject's duty follows, oldest first; those of one day in the order in which they were recorded. */
export function eventsOf(event: Event, context: CompileContext): (query: SpanQuery) => Happened[] {
  const { parts } = context;
  const form = parts.forms.get(event.form);
  if (!form) return () => [];
  const relation = relationOfEvent(event, context);
  const happened = event.where === undefined ? null : compilePredicate(event.where, dutyVariables(form, parts));
  const dayOf = (fact: Fact): DayNumber => {
    const value = event.date === undefined ? fact.date : fact.data[event.date];
    return toDay(typeof value === 'string' ? value : fact.date);
  };
  const among = event.nth === undefined ? null : compileNth(event.nth, parts);
  return ({ subject, index, asOf }) => {
    if (!subject || !index) return [];
    const judged = (fact: Fact): Candidate => {
      const whole = { day: dayOf(fact), fact };
      if (happened === null) return { happened: whole, holds: true };
      const about = index.postings.get(fact.subject.id) ?? index.organisations.get(fact.subject.id);
      const holds = happened(dutyEnv(fact, about, asOf, parts));
      const missing = holds === undefined ? parametersMissing(happened.reads, parts, fact.date) : [];
      return missing.length === 0
        ? { happened: whole, holds: holds === true }
        : { happened: { ...whole, missing }, holds: true };
    };
    const candidates = rowsOf(relation, subject, form.id, index, asOf)
      .map(judged)
      .sort(({ happened: a }, { happened: b }) => a.day - b.day || (orderOf(a.fact) < orderOf(b.fact) ? -1 : 1));
    return among === null ? candidates.flatMap((one) => (one.holds ? [one.happened] : [])) : among(candidates);
  };
}

const orderOf = ({ recordedAt, id }: Fact): string => `${recordedAt} ${id}`;
