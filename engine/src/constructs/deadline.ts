import type { DayNumber } from '../day.ts';
import { fromDay } from '../day.ts';
import { dayTimeProblems } from '../duty/moment-check.ts';
import { compileTerm, termProblems } from '../duty/term.ts';
import type { Construct } from '../duty/types.ts';
import type { Obligation } from '../schema/obligation.ts';
import type { Missing, Words } from '../value.ts';
import { say } from '../words.ts';

type Part = Obligation['deadline'];

export interface DeadlineRun {
  /** Last day on which doing and recording it is in time. */
  readonly due: (end: DayNumber) => DayNumber;
  /** The time of the last day by which it is to be done; null when the day counts. */
  readonly at: string | null;
  readonly missing: (end: DayNumber) => readonly Missing[];
  readonly explain: (end: DayNumber) => Words;
}

/** `deadline: { grace: 3, days: working-days, at: "17:30" }`: recording in time after the period's end, and a time of its last day. */
export const deadline: Construct<Part, DeadlineRun> = {
  id: 'deadline',
  check: (part, at, context) => {
    if (part === undefined) return [];
    if (part.grace === undefined && part.at === undefined) return [nothingSaid(at)];
    return [
      ...(part.grace === undefined ? [] : termProblems(part.grace, part.days, at, 'grace')),
      ...(part.at === undefined ? [] : dayTimeProblems(`${at}/at`, context.obligation)),
    ];
  },
  compile: (part, context) => {
    const at = part?.at ?? null;
    const last =
      at === null ? say('截止', 'Due') : say(`截止（末日 ${at} 前办）`, `Due (done by ${at} of the last day)`);
    if (part?.grace === undefined) return { due: (end) => end, at, missing: () => [], explain: () => last };
    const grace = compileTerm(part.grace, part.days, context);
    return {
      due: (end) => grace.shift(end, 1, end),
      at,
      missing: grace.missing,
      explain: (end) => {
        if (part.grace === 0) return last;
        const term = grace.words(end);
        const [day, zh, en] = [fromDay(end), term['zh-CN'], term.en];
        return at === null
          ? say(`截止（${day} 后宽限 ${zh}）`, `Due (${en} of grace after ${day})`)
          : say(`截止（${day} ${at} 前办，此后宽限 ${zh}填报）`, `Due (done by ${day} ${at}, recorded in ${en} after)`);
      },
    };
  },
};

const nothingSaid = (at: string) => ({
  code: 'missing-key',
  at,
  words: say('没有写宽限，也没有写钟点', 'It names neither days of grace nor a time'),
  wayOut: say('写 grace: 3 或 at: "17:30"，或删去 deadline', 'Write grace: 3 or at: "17:30", or remove deadline'),
});
