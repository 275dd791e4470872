import { fromDay, toDay } from '../day.ts';
import { dayOffWords, movedOff } from '../duty/day-off.ts';
import { checkEvent } from '../duty/event-check.ts';
import { eventSpans } from '../duty/event-spans.ts';
import { compileTerm, termsProblems } from '../duty/term.ts';
import type { Construct, WhenRun } from '../duty/types.ts';
import type { When } from '../schema/when.ts';
import { say } from '../words.ts';

type Part = Extract<When, { before: unknown }>;

/**
 * `when: { before: { form: licence, date: expires_on }, within: 30, days: calendar-days }`: in the time before a day that an entry names,
 * by that day at the latest. An entry without that day brings no duty.
 */
export const beforeDate: Construct<Part, WhenRun> = {
  id: 'before-date',
  check: (part, at, context) => [
    ...checkEvent(part.before, null, at, context, 'before'),
    ...termsProblems({ within: part.within }, part.days, at),
  ],
  compile: (part, context) => {
    const within = compileTerm(part.within, part.days, context);
    const { form: id, date } = part.before;
    const form = context.parts.forms.get(id);
    const title = form?.fields.find((field) => field.id === date)?.title ?? say(date, date);
    const read = eventSpans(
      part.before,
      false,
      ({ day, fact }) => {
        const named = date === form?.date ? fact.date : fact.data[date];
        if (typeof named !== 'string' || toDay(named) !== day) return null;
        return { start: within.shift(day, -1, day), end: day, missing: within.missing(day) };
      },
      context,
    );
    return {
      shared: false,
      overlaps: true,
      spans: (query) =>
        read(query)
          .flatMap((span) => movedOff(span, part.day_off, context.calendar))
          .filter(({ start, end }) => end >= query.from && start <= query.to),
      explain: ({ start, end, period }) => {
        const [day, term, off] = [period.key.slice(0, 10), within.words(end), dayOffWords(part.day_off)];
        return say(
          `“${title['zh-CN']}”${day} 之前 ${term['zh-CN']}，自 ${fromDay(start)} 起，至 ${fromDay(end)}${off['zh-CN']}`,
          `${term.en} before “${title.en}”, ${day}: from ${fromDay(start)} to ${fromDay(end)}${off.en}`,
        );
      },
    };
  },
};
