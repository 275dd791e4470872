import { fromDay, NEVER } from '../day.ts';
import type { Explanation } from '../explanation.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';
import type { DutySubject } from './types.ts';

/** Whom the duty binds and since when: the first step of every explanation. */
export function boundStep(
  construct: string,
  subject: DutySubject,
  what: Words,
  where: Words | undefined,
  note?: Words,
): Explanation {
  const until =
    subject.to === NEVER ? say('至今', 'on') : say(`至 ${fromDay(subject.to)}`, `to ${fromDay(subject.to)}`);
  const from = fromDay(subject.from);
  const condition = where === undefined ? say('', '') : say(`，条件：${where['zh-CN']}`, `, where ${where.en}`);
  const more = note === undefined ? say('', '') : say(`${note['zh-CN']}，`, ` ${note.en}`);
  return {
    construct,
    words: say(
      `${what['zh-CN']}，${more['zh-CN']}自 ${from} ${until['zh-CN']}${condition['zh-CN']}`,
      `${what.en}${more.en}, from ${from} ${until.en}${condition.en}`,
    ),
    result:
      subject.doubt.length > 0
        ? { state: 'not-known', missing: subject.doubt }
        : { state: 'known', value: subject.name },
    details: { subject: subject.ref, from, to: subject.to === NEVER ? null : fromDay(subject.to) },
  };
}
