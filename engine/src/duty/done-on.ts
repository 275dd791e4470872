import type { DayNumber } from '../day.ts';
import type { Outcome } from './evaluate.ts';

/** The day on which the recorded entries of a period reached what it owed; null when they have not. */
export const doneOn = (outcome: Outcome): DayNumber | null =>
  reachedAt(outcome, (i) => outcome.entries.recorded[i] as number);

/** The moment at which what was done reached what a term with a time of day owed; null without one, or when it has not. */
export function doneAt(outcome: Outcome): number | null {
  const { entries, span } = outcome;
  const { moments } = span;
  return moments && reachedAt(outcome, (i) => moments.doneAt(entries.item[i] as number, entries.row[i] as number));
}

/** When what was done late reached what a period owed. */
function reachedAt({ entries, number, need, states, light }: Outcome, at: (i: number) => number): number | null {
  if (need.state !== 'known' || light !== 'late') return null;
  const done: { readonly at: number; readonly amount: number }[] = [];
  for (let i = 0; i < entries.count; i++) {
    if (entries.usedIn[i] !== number + 1) continue;
    done.push({ at: at(i), amount: entries.used[i] as number });
  }
  let sum = states.reduce((total, { worth }) => total + worth, 0);
  for (const one of done.sort((a, b) => a.at - b.at)) {
    sum += one.amount;
    if (sum >= need.threshold) return one.at;
  }
  return null;
}
