import { type DayNumber, fromDay, toDay } from '../day.ts';
import { dayOffWords, movedOff } from '../duty/day-off.ts';
import { checkEvent } from '../duty/event-check.ts';
import { eventsOf, type Happened } from '../duty/events.ts';
import { compileMatch } from '../duty/matching.ts';
import { compileTerm, termProblems } from '../duty/term.ts';
import type { BareSpan, CompileContext, Construct, SpanQuery, WhenRun } from '../duty/types.ts';
import type { When } from '../schema/when.ts';
import type { Missing, Words } from '../value.ts';
import { say } from '../words.ts';

type Part = Extract<When, { after: unknown }>;

/** `when: { after: { form: problem }, within: 15, days: working-days }`, or `until: { field: due_date }`: a term from each event. */
export const afterEvent: Construct<Part, WhenRun> = {
  id: 'after-event',
  check: (part, at, context) => [
    ...('start_of' in part.after ? [] : checkEvent(part.after, untilOf(part), at, context)),
    ...('until' in part ? [] : termProblems(part.within, part.days, at, 'within')),
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
      explain: ({ start, end }) => {
        const [words, off] = [term.words(start, end), dayOffWords(part.day_off)];
        return say(`${words['zh-CN']}${off['zh-CN']}`, `${words.en}${off.en}`);
      },
    };
  },
};

const untilOf = (part: Part): string | null => ('until' in part ? part.until.field : null);

interface Term {
  /** The last day, and what keeps it from being known. */
  readonly end: (
    day: DayNumber,
    event: Happened['fact'] | null,
  ) => { readonly end: DayNumber; readonly missing: readonly Missing[] };
  readonly words: (start: DayNumber, end: DayNumber) => Words;
}

function termOf(part: Part, context: CompileContext): Term {
  const { parts } = context;
  if ('until' in part) {
    const { field } = part.until;
    const form = parts.forms.get(part.after.form);
    const title = form?.fields.find(({ id }) => id === field)?.title ?? say(field, field);
    const open = {
      what: `form:${part.after.form}.${field}`,
      words: say(`事由未填写“${title['zh-CN']}”`, `“${title.en}” of the event is not recorded`),
    };
    return {
      end: (day, event) => {
        const last = event?.data[field];
        return typeof last === 'string'
          ? { end: Math.max(day, toDay(last)), missing: [] }
          : { end: day, missing: [open] };
      },
      words: (start, end) =>
        say(
          `自 ${fromDay(start)} 起，至事由所定的“${title['zh-CN']}”${fromDay(end)}`,
          `From ${fromDay(start)} until “${title.en}” of the event: ${fromDay(end)}`,
        ),
    };
  }
  const within = compileTerm(part.within, part.days, context);
  return {
    end: (day) => ({ end: within.shift(day, 1, day), missing: within.missing(day) }),
    words: (start, end) => {
      const length = within.words(start);
      return say(
        `自 ${fromDay(start)} 起 ${length['zh-CN']}内，至 ${fromDay(end)}`,
        `Within ${length.en} of ${fromDay(start)}: by ${fromDay(end)}`,
      );
    },
  };
}

/** The periods of a subject: one for each event, or for each day with events where they all have the same term. */
function spansOf(part: Part, term: Term, context: CompileContext): (query: SpanQuery) => BareSpan[] {
  const { after } = part;
  if ('start_of' in after) {
    return ({ subject }) =>
      subject
        ? [{ key: fromDay(subject.from), start: subject.from, countsOn: null, ...term.end(subject.from, null) }]
        : [];
  }
  const events = eventsOf(after, context);
  const matched = compileMatch(after, context);
  const apart = after.each === 'event' || after.match !== undefined || 'until' in part;
  return (query) => {
    const { index } = query;
    let last = { day: Number.NaN, number: 0 };
    return events(query).flatMap(({ day, fact }): BareSpan[] => {
      const number = day === last.day ? last.number + 1 : 1;
      last = { day, number };
      if (index === null || (number > 1 && !apart)) return [];
      const key = number === 1 ? fromDay(day) : `${fromDay(day)}.${number}`;
      const { end, missing } = term.end(day, fact);
      const match = matched(fact, index);
      return [{ ...match, key, start: day, end, countsOn: null, event: fact, missing: [...missing, ...match.missing] }];
    });
  };
}
