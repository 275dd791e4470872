import type { Parts } from './parts.ts';
import type { Count } from './schema/count.ts';
import type { Missing, Words } from './value.ts';
import { say } from './words.ts';

/** A number of days, months or times as it stands on a day. */
export interface CountRun {
  /** Null when it is a parameter that is not set: whatever needs it is not known. */
  readonly on: (day: string) => number | null;
  readonly missing: (day: string) => readonly Missing[];
  /** `15`, or `15（参数“答复期限”）`. */
  readonly words: (day: string) => Words;
}

const NONE: readonly Missing[] = [];

/** A count written out, or taken from a parameter as it holds on the day asked for. */
export function compileCount(written: Count, parts: Pick<Parts, 'parameter' | 'parameters'>): CountRun {
  if (typeof written === 'number') {
    const words = say(`${written}`, `${written}`);
    return { on: () => written, missing: () => NONE, words: () => words };
  }
  const { parameter: id } = written;
  const title = parts.parameters.get(id)?.title ?? say(id, id);
  const on = (day: string): number | null => {
    const value = parts.parameter(id, day);
    const number = value.state === 'known' ? Number(String(value.value)) : Number.NaN;
    return Number.isSafeInteger(number) ? number : null;
  };
  return {
    on,
    missing: (day) => {
      if (on(day) !== null) return NONE;
      const value = parts.parameter(id, day);
      return value.state === 'not-known' ? value.missing : [notWhole(id, title)];
    },
    words: (day) => {
      const count = on(day);
      const [zh, en] = count === null ? ['未设定', 'not set'] : [`${count}`, `${count}`];
      return say(`${zh}（参数“${title['zh-CN']}”）`, `${en} (the parameter “${title.en}”)`);
    },
  };
}

const notWhole = (id: string, { 'zh-CN': zh, en }: Words): Missing => ({
  what: `parameter:${id}`,
  words: say(`参数“${zh}”不是整数`, `The parameter “${en}” is not a whole number`),
});
