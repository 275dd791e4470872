import type { WorkCalendar } from '../calendar.ts';
import type { Variables } from '../condition.ts';
import type { Explanation } from '../explanation.ts';
import type { SubjectRef } from '../facts.ts';
import type { Parts } from '../parts.ts';
import type { Finding } from '../problem.ts';
import type { Expression, ExpressionForm } from '../schema/expression.ts';
import type { Measure } from '../schema/pack.ts';
import type { Period, Standing } from '../standing.ts';
import type { Value, Words } from '../value.ts';
import type { WorldIndex } from '../world-index.ts';
import type { Micros, Numbers } from './micros.ts';

/** What an expression gives. A number without `unit` is plain and fits every unit. */
export interface FigureType {
  readonly kind: 'number' | 'boolean' | 'text';
  readonly unit?: string;
  /** The scale a grade belongs to. */
  readonly scale?: string;
  /** The texts it can be, where they are laid down. */
  readonly options?: readonly string[];
  /** What people read instead of a text, e.g. the title of a grade. */
  readonly titles?: ReadonlyMap<string, Words>;
}

/** Unit of what was counted: fits other counts and plain numbers, but neither kilometres nor yuan. */
export const COUNTED = '#';
/** Unit of a part of a whole, 0 to 1, shown in per cent. Known without being declared by a pack. */
export const SHARE = 'share';

/** Where an expression is worked out: for whom, for which days, as known on which day. */
export interface At {
  readonly subject: SubjectRef;
  /** The organisation the subject belongs to; sets of subjects are those at or below it. */
  readonly organisation: string;
  readonly period: Period;
  readonly asOf: string;
  readonly run: Run;
  /** The day whose mergers and divisions hold, where the days that are read are not those it is worked out for. */
  readonly joinedOn?: string;
  /** The steps of the rating it is worked out in; null outside ratings. */
  readonly steps: StepsAt | null;
}

/** The other steps of a rating, for the same subject. */
export interface StepsAt {
  readonly value: (step: string) => Value;
  readonly explain: (step: string) => Explanation;
  readonly titleOf: (step: string) => Words;
  /** The full marks of a step; null where the notion has no meaning. */
  readonly full: (step: string) => Value | null;
  /** The first and the last day on which the subject is rated. */
  readonly there: {
    readonly from: number;
    readonly to: number;
    readonly days: readonly { readonly from: number; readonly to: number }[];
  };
  /** Where those stand who are rated with it: all, or those under the same organisation of a kind; the same list for each of them. */
  readonly mates: (under: string | null) => readonly At[];
  /** The sheet of another rating, or of another period, of the same world. */
  readonly other: (rating: string, period: Period) => SheetAt;
}

/** A sheet as others see it: who is rated, and the values of one subject. */
export interface SheetAt {
  /** Works a step out for all its subjects. */
  readonly workOut: (step: string) => void;
  readonly rates: (subject: SubjectRef) => boolean;
  /** Null when the subject is not rated. */
  readonly valueFor: (step: string, subject: SubjectRef) => Value | null;
  readonly explainFor: (step: string, subject: SubjectRef) => Explanation | null;
}

/** Standings of a duty that share a day with [from, to], as known on a day. */
export type StandingsOf = (obligation: string, from: string, to: string, asOf: string) => readonly Standing[];

export type When = Pick<At, 'period' | 'asOf'>;

/** One pass over one world: every value is worked out once. */
export interface Run {
  readonly index: WorldIndex;
  /** The value of a measure for an organisation: its own, or rolled up from the units below it. */
  readonly measure: (id: string, organisation: string, when: When) => Value;
  readonly explainMeasure: (id: string, organisation: string, when: When) => Explanation;
  /** What the organisation itself contributes; null when the measure is not computed at it. */
  readonly own: (id: string, organisation: string, when: When) => Value | null;
  /** Standings of a duty on an organisation's row whose period ends in the place's period. */
  readonly standings: (obligation: string, organisation: string, when: When) => readonly Standing[];
}

/** Rows that are worked out together: all subjects of a rating. */
export interface Rows {
  readonly length: number;
  readonly subjects: readonly { readonly ref: SubjectRef; readonly organisation: string }[];
  readonly period: Period;
  readonly asOf: string;
  readonly run: Run;
  readonly at: (row: number) => At;
  /** Another step's column, which must not be written into. */
  readonly micros: (step: string) => Micros;
  /** A column of zeros to write into. */
  readonly blank: () => Micros;
  /** What several expressions of the rows share, made once. */
  readonly once: <T>(name: string, make: () => T) => T;
}

/** A compiled expression. */
export interface Figure {
  readonly evaluate: (at: At) => Value;
  /** The same numbers for many rows in one pass; null, or absent, when there is no such way. */
  readonly micros?: (rows: Rows) => Numbers | null;
  /** The same value with every step; `result` is always what `evaluate` gives. */
  readonly explain: (at: At) => Explanation;
}

export type OtherTypes = (
  named: { readonly rating: string; readonly step?: string },
  at: string,
  sameTime: boolean,
) => FigureType | null;

export interface Checker {
  readonly parts: Parts;
  /** The measure the expression belongs to; null for the base of a duty. */
  readonly measure: Measure | null;
  /** Whether it is what a duty asks. */
  readonly inDuty?: true;
  /** Names of what is recorded of the subject and the organisations around it; null where there is no subject. */
  readonly names: Variables | null;
  /** The type of a step of the same rating; null when there is none, which has been reported. */
  readonly step: (id: string, at: string) => FigureType | null;
  /** The type of a step of another rating, `sameTime` when of the same period; null when unsound, which has been reported. */
  readonly other: OtherTypes;
  readonly add: (finding: Finding) => void;
  /** Judges an operand; null when it is not sound, which has been reported. */
  readonly check: (expression: Expression, at: string) => FigureType | null;
}

export interface Compiler {
  readonly parts: Parts;
  readonly calendar: WorkCalendar;
  readonly names: Variables | null;
  readonly typeOf: (expression: Expression) => FigureType;
  readonly compile: (expression: Expression) => Figure;
}

/** One key of the expression language; `at` is the JSON pointer of the expression inside its part. */
export interface ExpressionConstruct<Part> {
  readonly key: string;
  readonly check: (part: Part, at: string, checker: Checker) => FigureType | null;
  readonly compile: (part: Part, compiler: Compiler) => Figure;
}

/** The expression that carries a key, e.g. `PartOf<'sum'>`. */
export type PartOf<Key extends string> = Extract<ExpressionForm, Record<Key, unknown>>;

/** How a measure's values become those of the organisations above. `at` is the pointer of the roll-up. */
export interface RollupConstruct<Part> {
  readonly id: string;
  readonly check: (part: Part, at: string, checker: Checker, type: FigureType | null) => void;
  readonly compile: (part: Part, measure: Measure, parts: Parts) => Figure;
}
