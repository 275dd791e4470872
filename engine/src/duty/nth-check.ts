import type { Finding } from '../problem.ts';
import type { Event } from '../schema/after.ts';
import { say } from '../words.ts';

/** Events are in a row where nothing else came between: without a condition nothing else can. */
export const nthProblems = ({ nth, where }: Event, at: string): Finding[] =>
  nth?.in_a_row !== true || where !== undefined
    ? []
    : [
        {
          code: 'in-a-row-of-all',
          at: `${at}/in_a_row`,
          words: say(
            '没有 where，每条记录都算，谈不上连续',
            'Without where every entry is such an event, so nothing interrupts a row',
          ),
          wayOut: say(
            '在 where 写明哪些才是（如不合格的），其余的使连续中断；或删去 in_a_row',
            'Say in where which are meant (those that failed, say), so that others interrupt the row; or remove in_a_row',
          ),
        },
      ];
