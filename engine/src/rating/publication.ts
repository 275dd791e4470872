import { workCalendar } from '../calendar.ts';
import { compileCount } from '../count.ts';
import { type DayNumber, fromDay, toDay } from '../day.ts';
import type { Parts } from '../parts.ts';
import type { Publication } from '../schema/rating/consequence.ts';
import type { Missing } from '../value.ts';

export interface PublicationQuery {
  readonly rating: string;
  /** The day on which the provisional result was first shown. */
  readonly shownOn: string;
  /** An objection of the subject asked about, and the day of its answer once there is one. */
  readonly objection?: { readonly on: string; readonly answeredOn?: string };
}

/** The days of a publication; those whose terms are not set are null. */
export interface PublicationDates {
  readonly shownFrom: string;
  readonly shownTo: string | null;
  /** The last day on which one may object. */
  readonly objectUntil: string | null;
  /** Whether the objection came in time; null without one, or while that is not known. */
  readonly inTime: boolean | null;
  /** The last day for the answer; null without an objection in time. */
  readonly answerBy: string | null;
  /** The first day on which the result is final; null while an objection waits for its answer. */
  readonly finalOn: string | null;
  /** Terms that are not set, which leave their days null; years whose calendar is not loaded: Monday to Friday is used. */
  readonly missing: readonly Missing[];
}

/** When a result that was first shown on a day becomes final. @throws Error when the rating has no publication */
export function publicationDates(parts: Parts, { rating, shownOn, objection }: PublicationQuery): PublicationDates {
  const publication = parts.ratings.get(rating)?.publication;
  if (!publication) throw new Error(`The rating “${rating}” says nothing of its publication`);
  const calendar = workCalendar(parts.calendars);
  const { shown, objection: objecting, answer } = publication;
  const first = toDay(shownOn);
  const days = (term: Term): number | null => compileCount(term.days, parts).on(shownOn);
  const after = objecting === 'while-shown' ? null : objecting.after;
  const shownTo = lastShown(publication, first, days(shown), calendar);
  const objectUntil = after === null ? shownTo : shiftedBy(shownTo, days(after), after.of, calendar);
  const on = objection ? toDay(objection.on) : null;
  const inTime = on === null || objectUntil === null ? null : on >= first && on <= objectUntil;
  const answerBy = inTime ? shiftedBy(on, days(answer), answer.of, calendar) : null;
  const last = inTime ? answered(objection?.answeredOn, objectUntil) : objectUntil;
  const terms = [shown, answer, ...(after === null ? [] : [after])];
  const working = terms.some(({ of }) => of === 'working-days');
  return {
    shownFrom: shownOn,
    shownTo: textOf(shownTo),
    objectUntil: textOf(objectUntil),
    inTime,
    answerBy: textOf(answerBy),
    finalOn: last === null ? null : fromDay(last + 1),
    missing: [
      ...terms.flatMap((term) => compileCount(term.days, parts).missing(shownOn)),
      ...(working ? calendar.missing(first, Math.max(objectUntil ?? first, answerBy ?? first)) : []),
    ],
  };
}

type Calendar = ReturnType<typeof workCalendar>;
type Term = Publication['answer'];

const textOf = (day: DayNumber | null): string | null => (day === null ? null : fromDay(day));

const shiftedBy = (day: DayNumber | null, days: number | null, of: Term['of'], calendar: Calendar): DayNumber | null =>
  day === null || days === null ? null : calendar.shift(day, days, of);

/** The last of the days it is shown. The first day counts when it is such a day and the pack says so. */
function lastShown(
  { shown: { of }, first_day }: Publication,
  first: DayNumber,
  days: number | null,
  calendar: Calendar,
): DayNumber | null {
  if (days === null) return null;
  const itself = first_day === 'counts' && calendar.countDays(of, first, first) === 1;
  return calendar.shift(first, itself ? days - 1 : days, of);
}

const answered = (on: string | undefined, objectUntil: DayNumber | null): DayNumber | null =>
  on === undefined || objectUntil === null ? null : Math.max(toDay(on), objectUntil);
