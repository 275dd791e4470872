import { workCalendar } from '../calendar.ts';
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

/** The days of a publication. */
export interface PublicationDates {
  readonly shownFrom: string;
  readonly shownTo: string;
  /** The last day on which one may object. */
  readonly objectUntil: string;
  /** Whether the objection came in time; null without one. */
  readonly inTime: boolean | null;
  /** The last day for the answer; null without an objection in time. */
  readonly answerBy: string | null;
  /** The first day on which the result is final; null while an objection waits for its answer. */
  readonly finalOn: string | null;
  /** Years whose calendar is not loaded: Monday to Friday is used. */
  readonly missing: readonly Missing[];
}

/** When a result that was first shown on a day becomes final. @throws Error when the rating has no publication */
export function publicationDates(parts: Parts, { rating, shownOn, objection }: PublicationQuery): PublicationDates {
  const publication = parts.ratings.get(rating)?.publication;
  if (!publication) throw new Error(`The rating “${rating}” says nothing of its publication`);
  const calendar = workCalendar(parts.calendars);
  const { shown, objection: objecting, answer } = publication;
  const first = toDay(shownOn);
  const shownTo = lastShown(publication, first, calendar);
  const objectUntil =
    objecting === 'while-shown' ? shownTo : calendar.shift(shownTo, objecting.after.days, objecting.after.of);
  const inTime = objection ? toDay(objection.on) >= first && toDay(objection.on) <= objectUntil : null;
  const answerBy = objection && inTime ? calendar.shift(toDay(objection.on), answer.days, answer.of) : null;
  const last = answerBy === null ? objectUntil : answered(objection?.answeredOn, objectUntil);
  const working = [shown, answer, ...(objecting === 'while-shown' ? [] : [objecting.after])].some(
    ({ of }) => of === 'working-days',
  );
  return {
    shownFrom: shownOn,
    shownTo: fromDay(shownTo),
    objectUntil: fromDay(objectUntil),
    inTime,
    answerBy: answerBy === null ? null : fromDay(answerBy),
    finalOn: last === null ? null : fromDay(last + 1),
    missing: working ? calendar.missing(first, Math.max(objectUntil, answerBy ?? first)) : [],
  };
}

/** The last of the days it is shown. The first day counts when it is such a day and the pack says so. */
function lastShown(
  { shown, first_day }: Publication,
  first: DayNumber,
  calendar: ReturnType<typeof workCalendar>,
): DayNumber {
  const itself = first_day === 'counts' && calendar.countDays(shown.of, first, first) === 1;
  return calendar.shift(first, itself ? shown.days - 1 : shown.days, shown.of);
}

const answered = (on: string | undefined, objectUntil: DayNumber): DayNumber | null =>
  on === undefined ? null : Math.max(toDay(on), objectUntil);
