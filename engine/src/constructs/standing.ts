import { type DayNumber, fromDay } from '../day.ts';
import { allowedWords, beyondWords } from '../duty/limit-words.ts';
import { showMillionths } from '../duty/millionths.ts';
import { momentText } from '../duty/moment.ts';
import type { Need, Span } from '../duty/types.ts';
import type { Light } from '../standing.ts';
import type { Words } from '../value.ts';
import { inEnglish, say } from '../words.ts';

/** Amounts done, in millionths. */
export interface Done {
  readonly inTime: number;
  readonly total: number;
}

/** The light of a duty: not known, not applicable and excused first, then beyond the limit, then done, then the calendar. */
export function lightOf(need: Need, { inTime, total }: Done, span: Span, asOf: DayNumber): Light {
  const { due, soon, lateEnd } = span;
  if (need.state !== 'known') return need.state;
  if (isBeyond(need, total)) return 'overdue';
  if (need.near !== null) return total > 0 && total >= need.near && asOf <= span.end ? 'due-soon' : 'met';
  if (need.threshold === 0) return 'excused';
  if (inTime >= need.threshold) return 'met';
  if (total >= need.threshold && (need.most === null || lateEnd > due)) return 'late';
  if (asOf > due) return 'overdue';
  return asOf >= soon ? 'due-soon' : 'open';
}

/** Whether more was done than may be. */
export const isBeyond = (need: Need, total: number): boolean =>
  need.state === 'known' && need.most !== null && total > need.most;

/** The next day on which the light can turn by time alone. */
export function changesOn(light: Light, { near }: Need, { due, soon, end }: Span): DayNumber | null {
  if (near !== null) return light === 'due-soon' ? end + 1 : null;
  if (light === 'open') return soon;
  return light === 'due-soon' ? due + 1 : null;
}

const LIGHT_WORDS: Readonly<Record<Light, Words>> = {
  met: say('已完成', 'met'),
  late: say('补办完成', 'caught up late'),
  'due-soon': say('临期', 'due soon'),
  open: say('未到期', 'not yet due'),
  overdue: say('逾期', 'overdue'),
  excused: say('免除', 'excused'),
  'not-applicable': say('不适用', 'not applicable'),
  'not-known': say('未知', 'not known'),
};

/** Beside a limit the same lights say something else: nobody is late who did too much. */
const LIMIT_WORDS: Partial<Readonly<Record<Light, Words>>> = {
  met: say('未超', 'within the limit'),
  'due-soon': say('接近上限', 'near the limit'),
  overdue: say('超出上限', 'beyond the limit'),
  excused: say('不设上限', 'no limit'),
};

/** What a light says of a duty. */
export const lightWords = (light: Light, limit: boolean): Words =>
  (limit ? LIMIT_WORDS[light] : undefined) ?? LIGHT_WORDS[light];

/** What a person wants to know next: what is missing, until when, and what a new entry would do. */
export function changeWords(
  light: Light,
  need: Need,
  span: Span,
  asOf: DayNumber,
  { total, waiting, unit }: { readonly total: number; readonly waiting: number; readonly unit: Words },
): Words[] {
  const due = dueWords(span);
  const short = showMillionths(Math.max(0, need.threshold - total));
  const confirm =
    waiting > 0
      ? [
          say(
            `另有 ${waiting} 条记录待确认`,
            waiting === 1 ? 'One more entry waits for confirmation' : `${waiting} more entries wait for confirmation`,
          ),
        ]
      : [];
  const beyond = beyondWords(need, total, unit);
  if (beyond !== null) return beyond;
  if (need.near !== null) return [...allowedWords(need, span, total, asOf, unit), ...confirm];
  const missing = say(`还差 ${short} ${unit['zh-CN']}`, `${inEnglish(short, unit.en)} still missing`);
  switch (light) {
    case 'open':
      return [
        missing,
        say(`${due['zh-CN']}即为“已完成”`, `${due.en} it is met`),
        say(`${fromDay(span.soon)} 起转为“临期”`, `Turns to due soon on ${fromDay(span.soon)}`),
        ...confirm,
      ];
    case 'due-soon':
      return [
        missing,
        ...(span.moments === null ? [] : [say(`${due['zh-CN']}即为“已完成”`, `${due.en} it is met`)]),
        say(`${fromDay(span.due + 1)} 起转为“逾期”`, `Turns to overdue on ${fromDay(span.due + 1)}`),
        ...confirm,
      ];
    case 'overdue':
      return [missing, lateWords(span, asOf), ...confirm];
    case 'not-known':
      return need.missing.map(({ words }) => say(`需先补齐：${words['zh-CN']}`, `Needed first: ${words.en}`));
    case 'met':
    case 'late':
      return [say('已足额，无须再办', 'Nothing more is needed')];
    case 'excused':
    case 'not-applicable':
      return [];
  }
}

/** Until when it must be done; where recording has days of grace beyond a time of day, both are named. */
function dueWords({ due, end, moments }: Span): Words {
  const last = moments === null ? fromDay(due) : momentText(moments.to);
  return moments === null || due === end
    ? say(`${last} 前完成`, `Done by ${last}`)
    : say(`${last} 前完成、${fromDay(due)} 前填报`, `Done by ${last} and recorded by ${fromDay(due)}`);
}

function lateWords({ due, lateEnd }: Span, asOf: DayNumber): Words {
  if (lateEnd <= due) return say('逾期不可补办', 'It can no longer be caught up');
  const until = fromDay(lateEnd);
  return asOf > lateEnd
    ? say(`补办期已于 ${until} 结束`, `The time to catch up ended on ${until}`)
    : say(`${until} 前补办可转为“补办完成”`, `Caught up by ${until} it turns to caught up late`);
}
