import type { Variables } from '../condition.ts';
import type { Decimal } from '../decimal.ts';
import type { DutySubject, WhoRun } from '../duty/types.ts';
import type { Explanation, FactRef } from '../explanation.ts';
import type { Micros, Numbers } from '../measure/micros.ts';
import type { At, Figure, FigureType, OtherTypes, Rows, SheetAt } from '../measure/types.ts';
import type { Parts } from '../parts.ts';
import type { Finding } from '../problem.ts';
import type { Expression } from '../schema/expression.ts';
import type { Rank } from '../schema/rating/rank.ts';
import type { Rating, Scale, Step } from '../schema/rating.ts';
import type { Period } from '../standing.ts';
import type { Value, Words } from '../value.ts';
import type { Matters } from './entries/across.ts';

/** Among whom subjects are set against each other. */
export type Within = Rank['within'];

/** A subject that is rated: one row of the sheet. */
export type RatedSubject = DutySubject;

/** One rating of one period as known on one day: all subjects by all steps. Columns are worked out when first asked for. */
export interface Sheet extends Rows, SheetAt {
  readonly rating: CompiledRating;
  readonly subjects: readonly RatedSubject[];
  /** Whether every value is worked out by itself instead of whole columns in one pass: the check of the quick way. */
  readonly oneByOne: boolean;
  /** The numbers of a step that no other step reads, which are not kept: `own` ones may be written into and given back. */
  readonly handOver: (step: string) => HandedOver;
  /** A column nobody reads any more: the next one is written into it, so that many items take the room of few. */
  readonly giveBack: (column: Micros) => void;
  /** Values of a step in the order of the subjects. */
  readonly column: (step: string) => readonly Value[];
  /** Tells of a row: what was explained once, is only named after that. */
  readonly telling: (row: number) => Telling;
  /** The sheet of another rating or period of the same world. @throws Error when there is no such rating or period */
  readonly other: (rating: string, period: Period) => Sheet;
  /** The same rating of this or a later period as it would stand on a later day if nothing more were recorded. */
  readonly later: (period: Period, asOf: string) => Sheet;
}

export interface HandedOver {
  readonly numbers: Numbers;
  readonly own: boolean;
}

/** One row being explained: a step that was explained before on the way is only named. */
export interface Telling {
  readonly sheet: Sheet;
  readonly row: number;
  readonly at: At;
  readonly step: (id: string) => Explanation;
}

/** How a step arrived at its value. */
export interface StepExplanation {
  /** The way in half a sentence, set behind the step's title: “from the full 7 marks, less 1.5”. */
  readonly words: Words;
  readonly children?: readonly Explanation[];
  readonly facts?: readonly FactRef[];
  readonly details?: Readonly<Record<string, unknown>>;
}

/** What a step's value would be if one thing were otherwise: one more, one fewer. */
export interface Neighbour {
  readonly words: Words;
  readonly value: Value;
  /** The round that is otherwise, which other steps may read too. */
  readonly round?: RoundOtherwise;
}

/** A round with another value: one of these, which is not told; none where only is said what that value fulfils. */
export interface RoundOtherwise {
  readonly rating: string;
  readonly step: string;
  readonly period: string;
  readonly values: readonly Value[];
}

/** What time alone will make of a step, when nothing more is recorded. */
export interface Turn {
  readonly words: Words;
  /** The first day on which it is otherwise: in the period that is rated, or the first of a later one. */
  readonly on: string;
}

/** The nearest value at which a step would turn, and to what. */
export interface Border {
  readonly words: Words;
  readonly gives: Value;
  /** The value that must be reached, and the value as it is. */
  readonly at: Decimal;
  readonly now: Decimal;
  /** Whether the border itself belongs to the other side. */
  readonly included: boolean;
  /** The step whose value is judged; absent where it is worked out on the spot. */
  readonly of?: string;
}

/** Something about a group that people must look at, such as sums that do not match. */
export interface StepFinding {
  readonly organisation: string;
  readonly words: Words;
}

/** An entry that a step does not take, and why. */
export interface EntryRefusal {
  readonly fact: string;
  readonly words: Words;
  readonly wayOut: Words;
}

/** A compiled step. */
export interface StepRun {
  /** `quick` are its numbers in one pass, where there is such a way. */
  readonly column: (sheet: Sheet, quick: Numbers | null) => readonly Value[];
  /** The same numbers in one pass; null, or absent, when there is no such way. */
  readonly micros?: (sheet: Sheet) => Numbers | null;
  readonly explain: (telling: Telling) => StepExplanation;
  /** A subject's value depends on its own alone; absent where the step must know all subjects rated together. */
  readonly perRow?: true;
  /** The marks of a step whose every demand is fulfilled; absent where the notion has no meaning. */
  readonly full?: (sheet: Sheet, row: number) => Value;
  readonly fullMicros?: (sheet: Sheet) => Numbers | null;
  /** The borders around the value a step judges, nearest first, better and worse. */
  readonly borders?: (sheet: Sheet, row: number) => readonly Border[];
  /** What people must look at before the result stands. */
  readonly findings?: (sheet: Sheet) => readonly StepFinding[];
  /** Forms whose entries the step may refuse. */
  readonly judges?: readonly string[];
  /** Entries of a subject that the step does not take: they are refused when they are entered. */
  readonly refusals?: (sheet: Sheet, row: number) => readonly EntryRefusal[];
  /** Values one event away, for “what would change it”. */
  readonly neighbours?: (sheet: Sheet, row: number) => readonly Neighbour[];
  /** Its value were a round another; null where that cannot be told, absent where it does not read that round. */
  readonly withRound?: (sheet: Sheet, row: number, round: RoundOtherwise) => Value | null | undefined;
  /** What time alone will change, the next first. */
  readonly turns?: (sheet: Sheet, row: number) => readonly Turn[];
  /** What its parts must still come to for the step to reach a value; null when that says nothing more than the value. */
  readonly toReach?: (sheet: Sheet, row: number, value: Decimal) => Words | null;
}

export interface StepChecker {
  readonly parts: Parts;
  readonly rating: Rating;
  /** What is recorded of the subjects and the organisations around them. */
  readonly names: Variables;
  readonly add: (finding: Finding) => void;
  /** The type of another step; null when it is unsound or unknown, which has been reported. */
  readonly step: (id: string, at: string) => FigureType | null;
  /** Judges a step of another rating, its score when none is named. */
  readonly other: OtherTypes;
  /** The type of a step that exists in another rating; null when it is unsound or a circle, which has been reported. */
  readonly elsewhere: (rating: string, step: string, at: string, sameTime: boolean) => FigureType | null;
  /** Judges a number; null when unsound, which has been reported. */
  readonly number: (expression: Expression, at: string) => FigureType | null;
  /** Judges a condition. */
  readonly judgement: (expression: Expression, at: string) => FigureType | null;
  /** Judges an expression of any kind. */
  readonly any: (expression: Expression, at: string) => FigureType | null;
  readonly scale: (id: string, at: string) => Scale | null;
  /** The same for what is worked out once for a group: names are those of the organisation it stands under. */
  readonly over: (within: Within) => StepChecker;
  /** The same for what is reported elsewhere: steps it needs are noted, findings are not. */
  readonly aside: () => StepChecker;
}

export interface StepCompiler {
  readonly parts: Parts;
  readonly rating: Rating;
  /** The id of the step that is compiled. */
  readonly step: string;
  /** Where its items see each other’s entries. */
  readonly matters: Matters;
  /** The type of the step that is compiled. */
  readonly type: FigureType;
  readonly compile: (expression: Expression) => Figure;
  readonly typeOf: (step: string) => FigureType;
  readonly titleOf: (step: string) => Words;
  readonly scale: (id: string) => Scale;
  /** The same for what is worked out once for a group. */
  readonly over: (within: Within) => StepCompiler;
}

/** One word of the rating language. `at` is the pointer of the part inside the rating. */
export interface StepConstruct<Part> {
  readonly key: string;
  readonly check: (part: Part, at: string, checker: StepChecker) => FigureType | null;
  readonly compile: (part: Part, compiler: StepCompiler) => StepRun;
}

/** The part of a step that a construct reads, e.g. `StepPart<'item'>`. */
export type StepPart<Key extends string> = Extract<Step, Record<Key, unknown>>[Key &
  keyof Extract<Step, Record<Key, unknown>>];

export interface CompiledStep {
  readonly step: Step;
  readonly construct: string;
  readonly type: FigureType;
  readonly run: StepRun;
}

export interface CompiledRating {
  readonly rating: Rating;
  readonly parts: Parts;
  readonly who: WhoRun;
  /** Conditions of what follows, in the order of the pack. */
  readonly consequences: readonly Figure[];
  readonly steps: ReadonlyMap<string, CompiledStep>;
}
