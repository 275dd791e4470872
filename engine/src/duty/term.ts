import type { DayKind, WorkCalendar } from '../calendar.ts';
import { compileCount } from '../count.ts';
import { type DayNumber, fromDay, toDay } from '../day.ts';
import { durationWords, lengthOn, shifted } from '../measure/length.ts';
import type { Parts } from '../parts.ts';
import type { Finding } from '../problem.ts';
import type { Term } from '../schema/term.ts';
import type { Missing, Words } from '../value.ts';
import { say } from '../words.ts';
import { dayKindWords } from './amount-words.ts';

/** A term as it is laid down on a day. */
export interface TermRun {
  /** The day so much later (1) or earlier (-1); the day itself while a parameter is not set. */
  readonly shift: (day: DayNumber, direction: 1 | -1, on: DayNumber) => DayNumber;
  readonly missing: (on: DayNumber) => readonly Missing[];
  /** `15 个工作日`, `3 个月` */
  readonly words: (on: DayNumber) => Words;
}

export const isCount = (term: Term): term is Extract<Term, number | { parameter: string }> =>
  typeof term === 'number' || 'parameter' in term;

/** A term in days of a kind, or in calendar months: three months from 30 November end with February. */
export function compileTerm(
  term: Term,
  days: DayKind | undefined,
  { calendar, parts }: { readonly calendar: WorkCalendar; readonly parts: Parts },
): TermRun {
  if (isCount(term)) {
    const [count, kind] = [compileCount(term, parts), days ?? 'calendar-days'];
    return {
      shift: (day, direction, on) => calendar.shift(day, direction * (count.on(fromDay(on)) ?? 0), kind),
      missing: (on) => count.missing(fromDay(on)),
      words: (on) => {
        const [number, of] = [count.words(fromDay(on)), dayKindWords(kind, count.on(fromDay(on)))];
        return say(`${number['zh-CN']}${typeof term === 'number' ? ' ' : ''}个${of['zh-CN']}`, `${number.en} ${of.en}`);
      },
    };
  }
  return {
    shift: (day, direction, on) => {
      const length = lengthOn(term, parts, fromDay(on));
      return 'missing' in length ? day : toDay(shifted(fromDay(day), length, direction));
    },
    missing: (on) => {
      const length = lengthOn(term, parts, fromDay(on));
      return 'missing' in length ? length.missing : [];
    },
    words: () => durationWords(term, parts),
  };
}

/** The terms of one rule share `days`: it is said where one of them is in days, and only then. */
export function termsProblems(
  terms: Readonly<Record<string, Term | undefined>>,
  days: DayKind | undefined,
  at: string,
): Finding[] {
  const written = Object.entries(terms).flatMap(([key, term]) => (term === undefined ? [] : [[key, term] as const]));
  const asked = written.find(([, term]) => isCount(term)) ?? written[0];
  return asked ? termProblems(asked[1], days, at, asked[0]) : [];
}

/** Days must say of which kind they are; months cannot. */
export function termProblems(term: Term, days: DayKind | undefined, at: string, key: string): Finding[] {
  if (isCount(term) === (days !== undefined)) return [];
  return isCount(term)
    ? [
        {
          code: 'open-choice',
          at: `${at}/${key}`,
          words: say('没有写明是工作日还是自然日', 'It is not said which days are counted'),
          wayOut: say(
            '写 days: working-days 或 days: calendar-days',
            'Write days: working-days or days: calendar-days',
          ),
        },
      ]
    : [
        {
          code: 'two-units',
          at: `${at}/days`,
          words: say('期限已有单位，不再写 days', 'The term has a unit of its own'),
          wayOut: say('删去 days', 'Remove days'),
        },
      ];
}
