import { cadenceBetween, cadenceWords } from '../cadence.ts';
import { fromDay } from '../day.ts';
import { dayOffWords, MOST_MOVED, movedOff } from '../duty/day-off.ts';
import { byProblems, byWords, endBy } from '../duty/every-by.ts';
import { countedDays, seasonProblems, seasonWords } from '../duty/season.ts';
import type { Construct, WhenRun } from '../duty/types.ts';
import type { When } from '../schema/when.ts';
import { say } from '../words.ts';

type Part = Extract<When, { every: unknown }>;

/** `when: { every: week }`: each period of a rhythm, until its end or a day in it; in some months or a season only. */
export const every: Construct<Part, WhenRun> = {
  id: 'every',
  check: (part, at) => [...byProblems(part, at), ...seasonProblems(part, at)],
  compile: (part, { calendar }) => {
    const counted = countedDays(part);
    const moves = part.day_off !== undefined && part.day_off !== 'stays';
    return {
      shared: true,
      overlaps: moves,
      spans: ({ from, to }) => {
        const slack = moves ? MOST_MOVED : 0;
        return cadenceBetween(part.every, fromDay(from - slack), fromDay(to + slack), calendar)
          .flatMap((period) => counted(period, endBy(part.by, period)))
          .flatMap((span) => movedOff(span, part.day_off, calendar))
          .filter(({ start, end }) => end >= from && start <= to);
      },
      explain: () => {
        const said = [cadenceWords(part.every), byWords(part.by), seasonWords(part), dayOffWords(part.day_off)];
        return say(said.map((one) => one['zh-CN']).join(''), said.map((one) => one.en).join(''));
      },
    };
  },
};
