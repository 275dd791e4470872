import { Temporal } from 'temporal-polyfill';

/**
 * Where a published result stands: `shown` while one may object, `objection` while one that came in time waits for its
 * answer, `final` after that, `corrected` once a later version was published.
 */
export type RunState = 'shown' | 'objection' | 'final' | 'corrected';

/** An objection to a result: the day it was made, and the day of its answer once there is one. */
export interface Objection {
  readonly on: string;
  readonly answeredOn: string | null;
}

export interface Shown {
  readonly shownOn: string;
  readonly objectUntil: string | null;
}

export interface ResultState {
  readonly state: Exclude<RunState, 'corrected'>;
  /** The first day on which it is final; null while an objection waits. */
  readonly finalOn: string | null;
}

/** Where a result stands on a day. Objections that came before or after their time do not hold it up. */
export function resultState(
  { shownOn, objectUntil }: Shown,
  objections: readonly Objection[],
  on: string,
): ResultState {
  if (objectUntil === null) return { state: 'final', finalOn: shownOn };
  const inTime = objections.filter((one) => one.on >= shownOn && one.on <= objectUntil);
  if (inTime.some(({ answeredOn }) => answeredOn === null || answeredOn > on))
    return { state: 'objection', finalOn: null };
  const last = inTime.reduce(
    (day, { answeredOn }) => (answeredOn !== null && answeredOn > day ? answeredOn : day),
    objectUntil,
  );
  const finalOn = Temporal.PlainDate.from(last).add({ days: 1 }).toString();
  return { state: on >= finalOn ? 'final' : 'shown', finalOn };
}
