import { type DayNumber, fromDay } from '../day.ts';
import type { When } from '../schema/when.ts';
import { say } from '../words.ts';
import { type EventTerm, hoursTerm, isHours } from './hours.ts';
import { dayOfNext, firstOfNext, isNextDay, isNextPeriod, nextDayWords, nextWords } from './next-period.ts';
import { compileTerm, isCount, type TermRun } from './term.ts';
import type { CompileContext, Span } from './types.ts';

type Part = Extract<When, { within: unknown; after: unknown }>;

/** How long there is after an event: from its day, a later day or the next month on; or until a day of the next month. */
export function eventTerm({ within, begins, days, after }: Part, context: CompileContext): EventTerm {
  if (isHours(within)) return hoursTerm(within, days, after, context);
  if (isNextDay(within)) {
    return {
      start: (day) => day,
      end: (day) => ({ end: dayOfNext(within, day), missing: [] }),
      words: ({ start, end }) => {
        const { 'zh-CN': zh, en } = nextDayWords(within);
        return say(
          `自 ${fromDay(start)} 起，${zh}，至 ${fromDay(end)}`,
          `From ${fromDay(start)}, ${en}: by ${fromDay(end)}`,
        );
      },
    };
  }
  const length = compileTerm(within, days, context);
  if (begins === undefined) return atOnce(length);
  if (!isNextPeriod(begins)) return later(compileTerm(begins, days, context), length);
  return {
    start: (day) => firstOfNext(begins, day),
    end: (day) => ({ end: lastFrom(firstOfNext(begins, day), length, isCount(within)), missing: length.missing(day) }),
    words: (span) => {
      const [next, for_] = [nextWords(begins), length.words(span.start)];
      const [start, end] = [fromDay(span.start), fromDay(span.end)];
      return say(
        `自 ${happenedOn(span)} 的${next['zh-CN']}首日，即 ${start} 起 ${for_['zh-CN']}内（连首日），至 ${end}`,
        `Within ${for_.en} from ${start} on, the first day of ${next.en} after ${happenedOn(span)}: by ${end}`,
      );
    },
  };
}

/** The last day of a term that counts its first. */
const lastFrom = (first: DayNumber, length: TermRun, inDays: boolean): DayNumber =>
  inDays ? length.shift(first - 1, 1, first) : length.shift(first, 1, first) - 1;

const happenedOn = ({ period }: Span): string => period.key.slice(0, 10);

const atOnce = (length: TermRun): EventTerm => ({
  start: (day) => day,
  end: (day) => ({ end: length.shift(day, 1, day), missing: length.missing(day) }),
  words: ({ start, end }) => {
    const { 'zh-CN': zh, en } = length.words(start);
    return say(
      `自 ${fromDay(start)} 起 ${zh}内，至 ${fromDay(end)}`,
      `Within ${en} of ${fromDay(start)}: by ${fromDay(end)}`,
    );
  },
});

const later = (begins: TermRun, length: TermRun): EventTerm => ({
  start: (day) => begins.shift(day, 1, day),
  end: (day) => ({
    end: length.shift(begins.shift(day, 1, day), 1, day),
    missing: [...length.missing(day), ...begins.missing(day)],
  }),
  words: (span) => {
    const [wait, for_] = [begins.words(span.start), length.words(span.start)];
    const [start, end] = [fromDay(span.start), fromDay(span.end)];
    return say(
      `自 ${happenedOn(span)} 满 ${wait['zh-CN']}，即 ${start} 起 ${for_['zh-CN']}内，至 ${end}`,
      `Within ${for_.en} of ${start}, ${wait.en} after ${happenedOn(span)}: by ${end}`,
    );
  },
});
