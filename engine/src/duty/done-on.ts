import type { DayNumber } from '../day.ts';
import type { Outcome } from './evaluate.ts';

/** The day on which the recorded entries of a period reached what it owed; null when they have not. */
export function doneOn({ entries, number, need, states, light }: Outcome): DayNumber | null {
  if (need.state !== 'known' || light !== 'late') return null;
  const done: { readonly day: DayNumber; readonly amount: number }[] = [];
  for (let i = 0; i < entries.count; i++) {
    if (entries.usedIn[i] !== number + 1) continue;
    done.push({ day: entries.recorded[i] as number, amount: entries.used[i] as number });
  }
  let sum = states.reduce((total, { worth }) => total + worth, 0);
  for (const { day, amount } of done.sort((a, b) => a.day - b.day)) {
    sum += amount;
    if (sum >= need.threshold) return day;
  }
  return null;
}
