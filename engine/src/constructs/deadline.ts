import { compileCount } from '../count.ts';
import type { DayNumber } from '../day.ts';
import { fromDay } from '../day.ts';
import { dayKindWords } from '../duty/amount-words.ts';
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
  check: () => [],
  compile: (part, { calendar, parts }) => {
    if (part === undefined) return { due: (end) => end, missing: () => [], explain: () => say('截止', 'Due') };
    const grace = compileCount(part.grace, parts);
    return {
      due: (end) => calendar.shift(end, grace.on(fromDay(end)) ?? 0, part.days),
      missing: (end) => grace.missing(fromDay(end)),
      explain: (end) => {
        if (part.grace === 0) return say('截止', 'Due');
        const [kind, days] = [dayKindWords(part.days), grace.words(fromDay(end))];
        return say(
          `截止（${fromDay(end)} 后宽限 ${days['zh-CN']} 个${kind['zh-CN']}）`,
          `Due (${days.en} ${kind.en} of grace after ${fromDay(end)})`,
        );
      },
    };
  },
};
