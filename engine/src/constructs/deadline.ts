import { isTime } from '../condition/time.ts';
import type { DayNumber } from '../day.ts';
import { fromDay } from '../day.ts';
import { dayTimeProblems } from '../duty/moment-check.ts';
import { parameterTime } from '../duty/parameter-check.ts';
import { compileTerm, termProblems } from '../duty/term.ts';
import type { Construct } from '../duty/types.ts';
import type { Parts } from '../parts.ts';
import type { Obligation } from '../schema/obligation.ts';
import type { Missing, Words } from '../value.ts';
import { say } from '../words.ts';

type Part = Obligation['deadline'];
type At = NonNullable<Part>['at'];

export interface DeadlineRun {
  /** Last day on which doing and recording it is in time. */
  readonly due: (end: DayNumber) => DayNumber;
  /** Whether it is to be done by a time of the last day. */
  readonly timed: boolean;
  /** The time of the last day by which it is to be done; null when the day counts, or the time is not known. */
  readonly at: (end: DayNumber) => string | null;
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
      ...(isParameter(part.at) ? parameterTime(part.at.parameter, `${at}/at`, context) : []),
    ];
  },
  compile: (part, context) => {
    const time = compileTime(part?.at, context.parts);
    const timed = part?.at !== undefined;
    const lastDay = (end: DayNumber): Words => {
      if (!timed) return say('截止', 'Due');
      const by = time.words(end);
      return say(`截止（末日 ${by['zh-CN']}前办）`, `Due (done by ${by.en} of the last day)`);
    };
    if (part?.grace === undefined)
      return { due: (end) => end, timed, at: time.on, missing: time.missing, explain: lastDay };
    const grace = compileTerm(part.grace, part.days, context);
    return {
      due: (end) => grace.shift(end, 1, end),
      timed,
      at: time.on,
      missing: (end) => [...grace.missing(end), ...time.missing(end)],
      explain: (end) => {
        if (part.grace === 0) return lastDay(end);
        const [term, by] = [grace.words(end), time.words(end)];
        const [day, zh, en] = [fromDay(end), term['zh-CN'], term.en];
        return timed
          ? say(
              `截止（${day} ${by['zh-CN']}前办，此后宽限 ${zh}填报）`,
              `Due (done by ${day} ${by.en}, recorded in ${en} after)`,
            )
          : say(`截止（${day} 后宽限 ${zh}）`, `Due (${en} of grace after ${day})`);
      },
    };
  },
};

interface TimeRun {
  readonly on: (day: DayNumber) => string | null;
  readonly missing: (day: DayNumber) => readonly Missing[];
  readonly words: (day: DayNumber) => Words;
}

const isParameter = (at: At): at is { readonly parameter: string } => typeof at === 'object';

/** A time of day written out, or taken from a parameter as it stands on the day. */
function compileTime(at: At, parts: Parts): TimeRun {
  if (!isParameter(at)) return { on: () => at ?? null, missing: () => [], words: () => say(`${at ?? ''} `, at ?? '') };
  const { parameter: id } = at;
  const title = parts.parameters.get(id)?.title ?? say(id, id);
  const valueOn = (day: DayNumber) => parts.parameter(id, fromDay(day));
  const on = (day: DayNumber): string | null => {
    const value = valueOn(day);
    return value.state === 'known' && typeof value.value === 'string' && isTime(value.value) ? value.value : null;
  };
  return {
    on,
    missing: (day) => {
      const value = valueOn(day);
      return value.state === 'not-known' ? value.missing : [];
    },
    words: (day) => {
      const [zh, en] = [on(day) ?? '未设定', on(day) ?? 'not set'];
      return say(`${zh}（参数“${title['zh-CN']}”）`, `${en} (the parameter “${title.en}”)`);
    },
  };
}

const nothingSaid = (at: string) => ({
  code: 'missing-key',
  at,
  words: say('没有写宽限，也没有写钟点', 'It names neither days of grace nor a time'),
  wayOut: say('写 grace: 3 或 at: "17:30"，或删去 deadline', 'Write grace: 3 or at: "17:30", or remove deadline'),
});
