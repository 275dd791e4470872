import type { DayNumber } from '../day.ts';
import { fromDay } from '../day.ts';
import { dayKindWords } from '../duty/amount-words.ts';
import type { Construct } from '../duty/types.ts';
import type { Obligation } from '../schema/obligation.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';

type Part = Obligation['deadline'];

export interface DeadlineRun {
  /** Last day on which doing and recording it is in time. */
  readonly due: (end: DayNumber) => DayNumber;
  readonly explain: (end: DayNumber) => Words;
}

/** `deadline: { grace: 3, days: working-days }`: days after the period's end in which recording is in time. */
export const deadline: Construct<Part, DeadlineRun> = {
  id: 'deadline',
  check: () => [],
  compile: (part, { calendar }) => {
    const due = (end: DayNumber): DayNumber => (part === undefined ? end : calendar.shift(end, part.grace, part.days));
    return {
      due,
      explain: (end) => {
        if (part === undefined || part.grace === 0) return say('截止', 'Due');
        const kind = dayKindWords(part.days);
        return say(
          `截止（${fromDay(end)} 后宽限 ${part.grace} 个${kind['zh-CN']}）`,
          `Due (${part.grace} ${kind.en} of grace after ${fromDay(end)})`,
        );
      },
    };
  },
};
