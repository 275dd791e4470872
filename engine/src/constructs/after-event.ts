import { fromDay, toDay } from '../day.ts';
import { dayOffWords, momentsOff, movedOff } from '../duty/day-off.ts';
import { checkEvent, extensionProblems } from '../duty/event-check.ts';
import { eventSpans } from '../duty/event-spans.ts';
import { eventTerm } from '../duty/event-term.ts';
import type { Happened } from '../duty/events.ts';
import { compileExtension } from '../duty/extension.ts';
import { type EventTerm, isHours } from '../duty/hours.ts';
import { endOfDay, fieldTitle, momentOn, momentText, notRecorded, timeIn } from '../duty/moment.ts';
import { momentProblems } from '../duty/moment-check.ts';
import { isNextDay, isNextPeriod, nextDayProblems } from '../duty/next-period.ts';
import { termProblems, termsProblems } from '../duty/term.ts';
import type { BareSpan, CompileContext, Construct, Span, SpanQuery, WhenRun } from '../duty/types.ts';
import type { Finding } from '../problem.ts';
import type { When } from '../schema/when.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';

type Part = Extract<When, { after: unknown }>;

/**
 * `when: { after: { form: problem }, within: 15, days: working-days }`, or `until: { field: due_date }`: a term from each event. It may
 * begin later (`begins: { months: 6 }`), and an approved extension may move its last day. In hours (`within: { hours: 2 }`) it runs
 * from a time of day to a time of day; lights still turn by days.
 */
export const afterEvent: Construct<Part, WhenRun> = {
  id: 'after-event',
  check: (part, at, context) => [
    ...('start_of' in part.after ? [] : checkEvent(part.after, untilOf(part), at, context)),
    ...('start_of' in part.after ? noEvent(part, at) : extensionProblems(part.extended_by, part.after, at, context)),
    ...daysProblems(part, at),
    ...momentProblems(part, at, context),
  ],
  compile: (part, context) => {
    const term = termOf(part, context);
    const read = spansOf(part, term, context);
    return {
      shared: false,
      overlaps: true,
      spans: (query) =>
        read(query)
          .flatMap((span) => movedOff(span, part.day_off, context.calendar))
          .filter(({ start, end }) => end >= query.from && start <= query.to),
      explain: (span) => {
        const said = [term.words(span), dayOffWords(part.day_off), extendedWords(span), span.said ?? say('', '')];
        const note = term.note !== undefined && span.moments !== null ? [term.note] : [];
        return [...said, ...note].reduce(followed);
      },
    };
  },
};

const followed = (a: Words, b: Words): Words => say(`${a['zh-CN']}${b['zh-CN']}`, `${a.en}${b.en}`);

function extendedWords({ extended }: Span): Words {
  const times = extended.length;
  if (times === 0) return say('', '');
  return say(`，经延期 ${times} 次`, times === 1 ? ', extended once' : `, extended ${times} times`);
}

function daysProblems(part: Part, at: string): Finding[] {
  if ('until' in part || isHours(part.within)) return [];
  const { begins, within, days } = part;
  const wait = isNextPeriod(begins) ? {} : { begins };
  if (!isNextDay(within)) return termsProblems({ ...wait, within }, days, at);
  return [
    ...nextDayProblems(within, `${at}/within`),
    ...(begins === undefined ? [] : [twoBeginnings(`${at}/begins`)]),
    ...(days === undefined ? [] : termProblems({ months: 1 }, days, at, 'within')),
  ];
}

const twoBeginnings = (at: string): Finding => ({
  code: 'two-units',
  at,
  words: say('within 已写到哪一天为止', 'within names the last day itself'),
  wayOut: say(
    '删去 begins；要自次月起算的，within 写天数或月数',
    'Remove begins; for a term from the next month on write days or months in within',
  ),
});

const untilOf = (part: Part): string | null => ('until' in part ? part.until.field : null);

const termOf = (part: Part, context: CompileContext): EventTerm =>
  'until' in part ? untilDay(part, context) : eventTerm(part, context);

function untilDay({ after, until }: Extract<Part, { until: unknown }>, { parts }: CompileContext): EventTerm {
  const title = fieldTitle(parts, after.form, until.field);
  const open = (field: string) => [notRecorded(parts, after.form, field)];
  return {
    start: (day) => day,
    end: (day, event) => {
      const last = event?.data[until.field];
      if (event === null || typeof last !== 'string') return { end: day, missing: open(until.field) };
      const end = Math.max(day, toDay(last));
      if (until.at === undefined) return { end, missing: [] };
      const [time, began] = [timeIn(event, until.at), after.at === undefined ? null : timeIn(event, after.at)];
      if (time === null) return { end, missing: open(until.at) };
      const from = began === null ? null : momentOn(day, began);
      return { end, missing: [], moments: { from, to: momentOn(end, time) } };
    },
    words: ({ start, end, moments, extended }) => {
      const last = moments === null ? fromDay(end) : momentText(moments.to);
      return extended.length > 0
        ? say(
            `自 ${fromDay(start)} 起，“${title['zh-CN']}”之后延至 ${last}`,
            `From ${fromDay(start)} until ${last}, beyond “${title.en}” of the event`,
          )
        : say(
            `自 ${fromDay(start)} 起，至事由所定的“${title['zh-CN']}”${last}`,
            `From ${fromDay(start)} until “${title.en}” of the event: ${last}`,
          );
    },
  };
}

function spansOf(part: Part, term: EventTerm, context: CompileContext): (query: SpanQuery) => BareSpan[] {
  const { after } = part;
  if ('start_of' in after) {
    return ({ subject }) => {
      if (!subject) return [];
      const { from } = subject;
      const { end, missing } = term.end(from, null);
      return [{ key: fromDay(from), start: term.start(from), end, countsOn: null, missing }];
    };
  }
  const extension = compileExtension(part.extended_by, after, context);
  const apart = 'until' in part || part.extended_by !== undefined || isHours(part.within);
  const days = (happened: Happened, query: SpanQuery) => {
    const { end: first, missing, moments } = term.end(happened.day, happened.fact);
    const { end, by, missing: more } = extension(first, happened, query);
    const start = term.start(happened.day);
    const timed = moments && by.length > 0 ? { ...moments, to: endOfDay(end) } : moments;
    const span = { start, end: Math.max(start, end), extended: by, missing: [...missing, ...more] };
    return timed ? { ...span, ...momentsOff(span.end, timed, part.day_off, context.calendar) } : span;
  };
  return eventSpans(after, apart, days, context);
}

/** Nobody asks to extend a term that begins with a post. */
const noEvent = (part: Part, at: string) =>
  part.extended_by === undefined
    ? []
    : [
        {
          code: 'extends-nothing',
          at: `${at}/extended_by`,
          words: say('自对象开始之日起算的期限不能延期', 'A term from the start of the subject cannot be extended'),
          wayOut: say('改写 after: { form: … }', 'Write after: { form: … }'),
        },
      ];
