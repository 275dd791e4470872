import { toDay } from '../day.ts';
import type { Fact } from '../facts.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';
import { begunHours, type Moments, momentOf, momentText, startOfDay, timeIn } from './moment.ts';

/** Whether what was done came after its moment; the day alone tells where no time is recorded. */
export const isLateBy = (fact: Fact, field: string | undefined, { to }: Moments): boolean =>
  (momentOf(fact, field) ?? startOfDay(toDay(fact.date))) > to;

/** `21:40 才办，迟 1 小时 10 分（按 2 小时计）` */
export function lateBy(fact: Fact, field: string | undefined, { to }: Moments): Words {
  const moment = momentOf(fact, field);
  if (moment === null || field === undefined)
    return say(`${momentText(to)} 之后的日子才办`, `done on a day after ${momentText(to)}`);
  const [minutes, begun] = [moment - to, begunHours(to, moment)];
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const [zh, en] = [
    [hours > 0 ? `${hours} 小时` : '', rest > 0 ? `${rest} 分` : ''].filter(Boolean).join(' '),
    [hours > 0 ? `${hours} h` : '', rest > 0 ? `${rest} min` : ''].filter(Boolean).join(' '),
  ];
  const at = `${fact.date} ${timeIn(fact, field) ?? ''}`;
  return say(`${at} 才办，迟 ${zh}（按 ${begun} 小时计）`, `done ${at}, ${en} late (${begun} begun hours)`);
}
