import { Temporal } from 'temporal-polyfill';
import { workCalendar } from '../calendar.ts';
import { compileCount } from '../count.ts';
import { fromDay, toDay } from '../day.ts';
import { lengthOn, shifted } from '../measure/length.ts';
import { dayBefore } from '../measure/window.ts';
import type { Parts } from '../parts.ts';
import type { Finding } from '../problem.ts';
import type { Consequence } from '../schema/rating/consequence.ts';
import type { Rating } from '../schema/rating.ts';
import type { Missing, Words } from '../value.ts';
import { say } from '../words.ts';
import type { Sheet } from './types.ts';

/** What follows from a result for one subject. */
export interface Follows {
  readonly id: string;
  readonly what: Words;
  /** Who sees to it; null where the scheme does not say. */
  readonly by: Words | null;
  /** Whether it follows, or may: then `missing` says what would have to be recorded. */
  readonly state: 'holds' | 'not-known';
  readonly missing: readonly Missing[];
  /** The day time counts from; null while the result is not published. */
  readonly from: string | null;
  /** The last day on which it has to be done; null without a term, or while `from` is open. */
  readonly due: string | null;
  readonly blocks: Words | null;
  /** The last day of a block or other effect; null without an end, or while `from` is open. */
  readonly until: string | null;
  readonly hearing: Consequence['hearing'];
}

const NONE: readonly Follows[] = [];

/** What follows for a row, in the order of the pack. `published` is the day on which the result was. */
export function followsFor(sheet: Sheet, row: number, published: string | undefined): readonly Follows[] {
  const { rating, consequences, parts } = sheet.rating;
  if (rating.consequences === undefined) return NONE;
  return rating.consequences.flatMap((written, i): Follows[] => {
    const holds = consequences[i]?.evaluate(sheet.at(row));
    if (!holds || holds.state === 'not-applicable') return [];
    if (holds.state === 'known' && holds.value !== true) return [];
    const from = written.counts_from === 'period-end' ? sheet.period.end : (published ?? null);
    const due = from === null ? null : dueDay(written, from, parts);
    const until = from === null ? null : lastDay(written, from, parts);
    return [
      {
        id: written.id,
        what: written.what,
        by: written.by ?? null,
        state: holds.state === 'known' ? 'holds' : 'not-known',
        missing: [
          ...(holds.state === 'known' ? [] : holds.missing),
          ...[due, until].flatMap((day) => (typeof day === 'object' && day !== null ? day.missing : [])),
        ],
        blocks: written.blocks ?? null,
        hearing: written.hearing,
        from,
        due: typeof due === 'string' ? due : null,
        until: typeof until === 'string' ? until : null,
      },
    ];
  });
}

type LastDay = string | null | { readonly missing: readonly Missing[] };

/** The day by which it has to be done, by the rule as it stands on the day time counts from. */
function dueDay({ within }: Consequence, from: string, parts: Parts): LastDay {
  if (!within) return null;
  if (!('of' in within)) {
    const length = lengthOn(within, parts, from);
    return 'missing' in length ? length : shifted(from, length, 1);
  }
  const term = compileCount(within.days, parts);
  const days = term.on(from);
  if (days === null) return { missing: term.missing(from) };
  return fromDay(workCalendar(parts.calendars).shift(toDay(from), days, within.of));
}

/** The last day before it has ended: two years from 10 January end on 9 January. */
function lastDay({ ends }: Consequence, from: string, parts: Parts): LastDay {
  if (!ends) return null;
  const start = Temporal.PlainDate.from(from);
  if (!('on' in ends)) {
    const length = lengthOn(ends, parts, from);
    return 'missing' in length ? length : dayBefore(shifted(from, length, 1));
  }
  const same = Temporal.PlainDate.from(`${start.year}-${ends.on}`);
  return (Temporal.PlainDate.compare(same, start) > 0 ? same : same.add({ years: 1 })).toString();
}

/** Blocks end, and nobody is barred unheard; each id stands once. */
export function checkConsequences({ consequences = [] }: Rating): Finding[] {
  const seen = new Set<string>();
  return consequences.flatMap(({ id, blocks, ends, hearing }, i): Finding[] => {
    const at = `/consequences/${i}`;
    const twice = seen.has(id);
    seen.add(id);
    return [
      ...(twice ? [DUPLICATE(`${at}/id`, id)] : []),
      ...(blocks && !ends ? [ENDLESS(`${at}/blocks`)] : []),
      ...(blocks && hearing === 'none' ? [UNHEARD(`${at}/hearing`)] : []),
    ];
  });
}

const DUPLICATE = (at: string, id: string): Finding => ({
  code: 'duplicate-id',
  at,
  words: say(`后果“${id}”定义了两次`, `The consequence “${id}” is defined twice`),
  wayOut: say('改名或删去一个', 'Rename or remove one'),
});

const ENDLESS = (at: string): Finding => ({
  code: 'endless-block',
  at,
  words: say('限制没有期限', 'What it bars has no end'),
  wayOut: say('写 ends，如 ends: { years: 1 }', 'Write ends, e.g. ends: { years: 1 }'),
});

const UNHEARD = (at: string): Finding => ({
  code: 'unheard',
  at,
  words: say('未听取陈述就限制', 'It bars something without hearing the subject'),
  wayOut: say('写 hearing: before', 'Write hearing: before'),
});
