import { changesOn } from '../constructs/standing.ts';
import { fromDay } from '../day.ts';
import type { Standing } from '../standing.ts';
import { doneOn } from './done-on.ts';
import type { Outcome } from './evaluate.ts';
import { SCALE } from './need.ts';

/** An outcome as others read it: texts instead of day numbers and millionths. */
export function standingOf(obligation: string, unit: string, outcome: Outcome): Standing {
  const { subject, span, need, light, tally } = outcome;
  const done = doneOn(outcome);
  const turns = changesOn(light, span);
  return {
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
    ...(done === null ? {} : { doneOn: fromDay(done) }),
  };
}

const shown = new Map<number, string>();
const KEPT = 10_000;

/** 1500000 → `1.5` */
export function showMillionths(amount: number): string {
  const known = shown.get(amount);
  if (known !== undefined) return known;
  const text = millionthsText(amount);
  if (shown.size < KEPT) shown.set(amount, text);
  return text;
}

function millionthsText(amount: number): string {
  const whole = Math.floor(amount / SCALE);
  const rest = amount - whole * SCALE;
  return rest === 0 ? String(whole) : `${whole}.${String(rest).padStart(6, '0').replace(/0+$/, '')}`;
}
