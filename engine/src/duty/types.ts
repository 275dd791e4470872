import type { WorkCalendar } from '../calendar.ts';
import type { VariableType } from '../condition.ts';
import type { DayNumber } from '../day.ts';
import type { Explanation } from '../explanation.ts';
import type { Fact, SubjectRef } from '../facts.ts';
import type { Fraction } from '../fraction.ts';
import type { Parts } from '../parts.ts';
import type { Finding } from '../problem.ts';
import type { Obligation, Who } from '../schema/obligation.ts';
import type { Period } from '../standing.ts';
import type { Missing, Words } from '../value.ts';
import type { WorldIndex } from '../world-index.ts';
import type { TimedMoments } from './moment.ts';

/** Somebody or something a duty binds, for as long as it does. */
export interface DutySubject {
  readonly ref: SubjectRef;
  /** On whose row of the wall chart it shows. */
  readonly organisation: string;
  readonly sending: string | null;
  readonly person: string | null;
  readonly from: DayNumber;
  /** Last day; `NEVER` while it runs. */
  readonly to: DayNumber;
  /** The days of being there where they have gaps; otherwise all from the first to the last. */
  readonly spells?: readonly { readonly from: DayNumber; readonly to: DayNumber }[];
  /** First day of a later spell of the same person elsewhere: periods that reach it are that spell's. */
  readonly yieldsFrom?: DayNumber;
  /** First day of this spell, where an earlier one leads into it: periods that end before are the earlier one's. */
  readonly ownsFrom?: DayNumber;
  /** The organisation, posting or person record that conditions read as `subject`. */
  readonly record: object;
  /** What would have to be recorded to know whether the duty binds it. */
  readonly doubt: readonly Missing[];
  readonly name: string;
}

/** One period of a duty, with the days on which its light turns. */
export interface Span {
  readonly period: Period;
  readonly start: DayNumber;
  readonly end: DayNumber;
  readonly due: DayNumber;
  readonly dueText: string;
  /** First day of the warning band. */
  readonly soon: DayNumber;
  /** Last day on which catching up counts; `due` when it never does. */
  readonly lateEnd: DayNumber;
  /** Last day of recording for an entry of the period to be seen; `lateEnd`, and without end below a limit. */
  readonly recordedBy: DayNumber;
  /** Days of the period that count; null when all do. */
  readonly countsOn: ((day: DayNumber) => boolean) | null;
  /** Which entries can count, by item and row, where they must name the event or its hour; null when all can. */
  readonly accepts: Accepts | null;
  /** Why one of those cannot. */
  readonly declined: Declined | null;
  /** Between which moments it is to be done, where the term has a time of day; null where days alone decide. */
  readonly moments: TimedMoments | null;
  /** The entry from which the period follows; null when it follows from none. */
  readonly event: Fact | null;
  /** Which of several events it is, where only some bind. */
  readonly said: Words | null;
  /** The entries that moved its last day. */
  readonly extended: readonly Fact[];
  readonly missing: readonly Missing[];
  /** Need of a subject bound for the whole period without leave; filled on first use. */
  full: Need | null;
}

/** What is owed. `threshold` is the least amount, in millionths, that fulfils it. */
export interface Need {
  readonly state: 'known' | 'not-known' | 'not-applicable';
  readonly value: Fraction;
  readonly threshold: number;
  /** The most that may be, in millionths; null without a limit. */
  readonly most: number | null;
  /** Of a limit alone: from how much it warns, in millionths; null where something is owed. */
  readonly near: number | null;
  readonly text: string | null;
  /** Why nothing is asked; null where something is, or it is not known. */
  readonly why: Words | null;
  readonly missing: readonly Missing[];
}

/** Everything a need can depend on. */
export interface Situation {
  readonly subject: DutySubject | null;
  readonly span: Span;
  /** The days of the period in which the duty binds the subject. */
  readonly from: DayNumber;
  readonly to: DayNumber;
  /** Whether the subject or the rule starts or ends inside the period. */
  readonly part: boolean;
  readonly index: WorldIndex | null;
  readonly asOf: DayNumber;
}

/** Steps of the arithmetic, gathered only when somebody asks why. */
export type Trace = Explanation[] | null;

/** What a construct is given when it is checked. `at` is its place in the obligation. */
export interface CheckContext {
  readonly parts: Parts;
  readonly obligation: Obligation;
  /** Type of `subject` in conditions over the bound subject. */
  readonly subject: VariableType;
}

export interface CompileContext extends CheckContext {
  readonly calendar: WorkCalendar;
}

/**
 * One word of the pack language: how it is recognised, judged and made to run. What it makes
 * (`Run`) evaluates and explains; each family of constructs has its own `Run`.
 */
export interface Construct<Part, Run> {
  readonly id: string;
  readonly check: (part: Part, at: string, context: CheckContext) => readonly Finding[];
  readonly compile: (part: Part, context: CompileContext) => Run;
}

export interface WhoRun {
  readonly subjects: (index: WorldIndex) => readonly DutySubject[];
  /** One subject each for those who are there on a day of a period; absent where `subjects` already says so. */
  readonly during?: (index: WorldIndex, from: DayNumber, to: DayNumber) => readonly DutySubject[];
  readonly explain: (subject: DutySubject, index: WorldIndex) => Explanation;
}

/** What the choice of subjects may look at: duties and ratings choose theirs in the same words. */
export type WhoContext = Pick<CheckContext, 'parts' | 'subject'>;

export interface WhoConstruct<Part> {
  readonly id: string;
  readonly check: (part: Part, at: string, context: WhoContext) => readonly Finding[];
  readonly compile: (part: Part, context: WhoContext) => WhoRun;
}

export type Accepts = (item: number, row: number) => boolean;
export type Declined = (item: number, row: number) => Words | null;

export type BareSpan = Pick<Span, 'start' | 'end' | 'countsOn' | 'missing'> & {
  readonly key: string;
  readonly accepts?: Accepts;
  readonly declined?: Declined;
  readonly moments?: TimedMoments;
  readonly event?: Fact;
  readonly said?: Words | undefined;
  readonly extended?: readonly Fact[];
};

export interface WhenRun {
  /** Whether every subject has the same periods. */
  readonly shared: boolean;
  /** Whether periods can overlap, so that an entry must be used up by the first that needs it. */
  readonly overlaps: boolean;
  /** Periods that share a day with [from, to], by start. `subject` is null when they are shared. */
  readonly spans: (query: SpanQuery) => readonly BareSpan[];
  readonly explain: (span: Span) => Words;
}

export interface SpanQuery {
  readonly subject: DutySubject | null;
  readonly index: WorldIndex | null;
  readonly from: DayNumber;
  readonly to: DayNumber;
  readonly asOf: DayNumber;
}

export interface AmountRun {
  /** Days the amount is a share of; null when it does not depend on days. */
  readonly days: 'working-days' | 'calendar-days' | null;
  /** Whether it differs between subjects even without leave. */
  readonly varies: boolean;
  /** The amount of the period; `days` is the number of base days left when it is a share of days. */
  readonly amount: (situation: Situation, days: number, trace: Trace) => Amounted;
}

export type Amounted =
  | { readonly state: 'known'; readonly value: Fraction }
  | { readonly state: 'not-known'; readonly missing: readonly Missing[] }
  | { readonly state: 'not-applicable'; readonly why: Words };

/** An excuse that takes days away, or lifts the duty altogether. */
export interface ExcuseRun {
  readonly construct: string;
  readonly reduces: 'pro-rata' | 'only-if-whole-period' | 'lifts';
  readonly round: (value: Fraction) => Fraction;
  readonly roundingWords: Words;
  /** Whether the subject can be concerned at all; false keeps the shared need. */
  readonly concerns: (situation: Situation) => boolean;
  /** Whether the day is excused. */
  readonly excuses: (situation: Situation) => (day: DayNumber) => boolean;
  /** The entries or days behind it, for the explanation. */
  readonly explain: (situation: Situation) => ExcuseReasons;
}

export interface ExcuseReasons {
  readonly words: Words;
  readonly facts: readonly Fact[];
  /** Title of their form. */
  readonly form?: Words;
  readonly details?: Readonly<Record<string, unknown>>;
}

export type WhoKind = 'organisations' | 'postings' | 'persons_posted' | 'holders' | 'members';

export function whoKind(who: Who): WhoKind {
  if ('organisations' in who) return 'organisations';
  if ('postings' in who) return 'postings';
  if ('persons_posted' in who) return 'persons_posted';
  return 'holders' in who ? 'holders' : 'members';
}
