import { type DayNumber, fromDay, toDay } from '../day.ts';
import { dayOffWords, movedOff } from '../duty/day-off.ts';
import { checkEvent, extensionProblems } from '../duty/event-check.ts';
import { eventSpans } from '../duty/event-spans.ts';
import type { Happened } from '../duty/events.ts';
import { compileExtension } from '../duty/extension.ts';
import { compileTerm, termsProblems } from '../duty/term.ts';
import type { BareSpan, CompileContext, Construct, Span, SpanQuery, WhenRun } from '../duty/types.ts';
import type { When } from '../schema/when.ts';
import type { Missing, Words } from '../value.ts';
import { say } from '../words.ts';

type Part = Extract<When, { after: unknown }>;

/**
 * `when: { after: { form: problem }, within: 15, days: working-days }`, or `until: { field: due_date }`: a term from each event. It may
 * begin later (`begins: { months: 6 }`), and an approved extension may move its last day.
 */
export const afterEvent: Construct<Part, WhenRun> = {
  id: 'after-event',
  check: (part, at, context) => [
    ...('start_of' in part.after ? [] : checkEvent(part.after, untilOf(part), at, context)),
    ...('start_of' in part.after ? noEvent(part, at) : extensionProblems(part.extended_by, part.after, at, context)),
    ...('until' in part ? [] : termsProblems({ begins: part.begins, within: part.within }, part.days, at)),
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
        const [words, off, more] = [term.words(span), dayOffWords(part.day_off), extendedWords(span)];
        return say(`${words['zh-CN']}${off['zh-CN']}${more['zh-CN']}`, `${words.en}${off.en}${more.en}`);
      },
    };
  },
};

function extendedWords({ extended }: Span): Words {
  const times = extended.length;
  if (times === 0) return say('', '');
  return say(`，经延期 ${times} 次`, times === 1 ? ', extended once' : `, extended ${times} times`);
}

const untilOf = (part: Part): string | null => ('until' in part ? part.until.field : null);

interface Term {
  readonly start: (day: DayNumber) => DayNumber;
  /** The last day, and what keeps it from being known. */
  readonly end: (
    day: DayNumber,
    event: Happened['fact'] | null,
  ) => { readonly end: DayNumber; readonly missing: readonly Missing[] };
  readonly words: (span: Span) => Words;
}

function termOf(part: Part, context: CompileContext): Term {
  if ('until' in part) return untilDay(part, context);
  const within = compileTerm(part.within, part.days, context);
  const begins = part.begins === undefined ? null : compileTerm(part.begins, part.days, context);
  return {
    start: (day) => begins?.shift(day, 1, day) ?? day,
    end: (day) => ({
      end: within.shift(begins?.shift(day, 1, day) ?? day, 1, day),
      missing: [...within.missing(day), ...(begins?.missing(day) ?? [])],
    }),
    words: ({ start, end, period }) => {
      const length = within.words(start);
      if (begins === null)
        return say(
          `自 ${fromDay(start)} 起 ${length['zh-CN']}内，至 ${fromDay(end)}`,
          `Within ${length.en} of ${fromDay(start)}: by ${fromDay(end)}`,
        );
      const [day, later] = [period.key.slice(0, 10), begins.words(start)];
      return say(
        `自 ${day} 满 ${later['zh-CN']}，即 ${fromDay(start)} 起 ${length['zh-CN']}内，至 ${fromDay(end)}`,
        `Within ${length.en} of ${fromDay(start)}, ${later.en} after ${day}: by ${fromDay(end)}`,
      );
    },
  };
}

function untilDay(part: Extract<Part, { until: unknown }>, { parts }: CompileContext): Term {
  const { field } = part.until;
  const form = parts.forms.get(part.after.form);
  const title = form?.fields.find(({ id }) => id === field)?.title ?? say(field, field);
  const open = {
    what: `form:${part.after.form}.${field}`,
    words: say(`事由未填写“${title['zh-CN']}”`, `“${title.en}” of the event is not recorded`),
  };
  return {
    start: (day) => day,
    end: (day, event) => {
      const last = event?.data[field];
      return typeof last === 'string'
        ? { end: Math.max(day, toDay(last)), missing: [] }
        : { end: day, missing: [open] };
    },
    words: ({ start, end, extended }) =>
      extended.length > 0
        ? say(
            `自 ${fromDay(start)} 起，“${title['zh-CN']}”之后延至 ${fromDay(end)}`,
            `From ${fromDay(start)} until ${fromDay(end)}, beyond “${title.en}” of the event`,
          )
        : say(
            `自 ${fromDay(start)} 起，至事由所定的“${title['zh-CN']}”${fromDay(end)}`,
            `From ${fromDay(start)} until “${title.en}” of the event: ${fromDay(end)}`,
          ),
  };
}

function spansOf(part: Part, term: Term, context: CompileContext): (query: SpanQuery) => BareSpan[] {
  const { after } = part;
  if ('start_of' in after) {
    return ({ subject }) => {
      if (!subject) return [];
      const { from } = subject;
      return [{ key: fromDay(from), start: term.start(from), countsOn: null, ...term.end(from, null) }];
    };
  }
  const extension = compileExtension(part.extended_by, after, context);
  const apart = 'until' in part || part.extended_by !== undefined;
  const days = (happened: Happened, query: SpanQuery) => {
    const { end: first, missing } = term.end(happened.day, happened.fact);
    const { end, by, missing: more } = extension(first, happened, query);
    const start = term.start(happened.day);
    return { start, end: Math.max(start, end), extended: by, missing: [...missing, ...more] };
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
