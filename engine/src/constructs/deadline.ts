import type { DayNumber } from '../day.ts';
import { fromDay } from '../day.ts';
import { compileTerm, termProblems } from '../duty/term.ts';
import type { Construct } from '../duty/types.ts';
import type { Obligation } from '../schema/obligation.ts';
import type { Missing, Words } from '../value.ts';
import { say } from '../words.ts';

type Part = Obligation['deadline'];

export interface DeadlineRun {
  /** Last day on which doing and recording it is in time. */
  readonly due: (end: DayNumber) => DayNumber;
  readonly missing: (end: DayNumber) => readonly Missing[];
  readonly explain: (end: DayNumber) => Words;
}

/** `deadline: { grace: 3, days: working-days }`: days after the period's end in which recording is in time. */
export const deadline: Construct<Part, DeadlineRun> = {
  id: 'deadline',
  check: (part, at) => (part === undefined ? [] : termProblems(part.grace, part.days, at, 'grace')),
  compile: (part, context) => {
    if (part === undefined) return { due: (end) => end, missing: () => [], explain: () => say('截止', 'Due') };
    const grace = compileTerm(part.grace, part.days, context);
    return {
      due: (end) => grace.shift(end, 1, end),
      missing: grace.missing,
      explain: (end) => {
        if (part.grace === 0) return say('截止', 'Due');
        const term = grace.words(end);
        return say(
          `截止（${fromDay(end)} 后宽限 ${term['zh-CN']}）`,
          `Due (${term.en} of grace after ${fromDay(end)})`,
        );
      },
    };
  },
};
