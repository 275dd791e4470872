import { changesOn, isBeyond } from '../constructs/standing.ts';
import { fromDay } from '../day.ts';
import type { Standing } from '../standing.ts';
import { doneAt, doneOn } from './done-on.ts';
import type { Outcome } from './evaluate.ts';
import { showMillionths } from './millionths.ts';
import { momentText } from './moment.ts';

/** An outcome as others read it: texts instead of day numbers and millionths. */
export function standingOf(obligation: string, unit: string, outcome: Outcome): Standing {
  const { subject, span, need, light, tally } = outcome;
  const done = doneOn(outcome);
  const at = doneAt(outcome);
  const turns = changesOn(light, need, span);
  const standing: Standing = {
    obligation,
    subject: subject.ref,
    organisation: subject.organisation,
    period: span.period,
    light,
    due: span.dueText,
    need: need.text,
    done: showMillionths(tally.total),
    unit,
    awaiting: tally.waiting,
    missing: need.missing,
    changesOn: turns === null ? null : fromDay(turns),
  };
  const beyond = isBeyond(need, tally.total);
  // Most have none of these, and need not be copied.
  if (done === null && at === null && span.moments === null && !beyond) return standing;
  return {
    ...standing,
    ...(beyond ? { beyond } : {}),
    ...(done === null ? {} : { doneOn: fromDay(done) }),
    ...(span.moments === null ? {} : { dueAt: momentText(span.moments.to) }),
    ...(at === null ? {} : { doneAt: momentText(at) }),
  };
}
