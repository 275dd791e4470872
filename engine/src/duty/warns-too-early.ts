import { longestOf } from '../cadence.ts';
import type { Finding } from '../problem.ts';
import type { Obligation } from '../schema/obligation.ts';
import type { Term } from '../schema/term.ts';
import { say } from '../words.ts';

/** The fewest calendar days a term written out has; null where a parameter holds it. */
function fewestDays(term: Term): number | null {
  if (typeof term === 'number') return term;
  if ('weeks' in term) return typeof term.weeks === 'number' ? term.weeks * 7 : null;
  if ('months' in term) return typeof term.months === 'number' ? term.months * 28 : null;
  return 'years' in term && typeof term.years === 'number' ? term.years * 365 : null;
}

/** A warning band longer than the period and its grace: no light would ever say that there is still time. */
export function warnsTooEarly({ when, deadline, due_soon }: Obligation): Finding[] {
  if (!('every' in when) || deadline !== undefined || !('within' in due_soon)) return [];
  const [days, most] = [fewestDays(due_soon.within), longestOf(when.every)];
  if (days === null || days <= most) return [];
  return [
    {
      severity: 'warning',
      code: 'warns-too-early',
      at: '/due_soon/within',
      words: say(
        `提醒期 ${days} 天比本期（最长 ${most} 天）还长：整期都显示临期，看不出还有时间`,
        `The warning band of ${days} days is longer than the period (at most ${most} days): the whole period shows as due soon`,
      ),
      wayOut: say(
        '写得比一期短，例如每月的写 3 至 10 天',
        'Write less than a period, such as 3 to 10 days for a month',
      ),
    },
  ];
}
