import type { SubjectRef } from './facts.ts';
import type { Light, Period } from './standing.ts';
import type { ValueJson, Words } from './value.ts';

/** The rule a step follows: enough to find the sentence in the source document. */
export interface RuleRef {
  readonly pack: string;
  readonly version: string;
  readonly hash: string;
  readonly id: string;
  readonly title: Words;
  readonly clause?: string;
  readonly document?: string;
  /** `obligations/weekly-joint-office.yaml:12:3` */
  readonly place?: string;
}

/** A fact as an explanation cites it: who recorded it and when, and how much it counted. */
export interface FactRef {
  readonly id: string;
  readonly form: string;
  readonly formTitle?: Words;
  readonly date: string;
  readonly recordedOn: string;
  readonly recordedBy: string;
  readonly confirmedBy?: string;
  /** What it contributed to the step, exact decimal; absent when it did not count. */
  readonly worth?: string;
  /** Why it did not count, or did so only partly. */
  readonly note?: Words;
}

/**
 * One step of the arithmetic. The root's `result` is the value shown; children are its operands in
 * order. `construct` names the file in `constructs/` that made the step and the component that draws it.
 */
export interface Explanation {
  readonly construct: string;
  readonly words: Words;
  readonly result: ValueJson;
  /** What a person reads instead of the result, e.g. the title of a grade. */
  readonly shown?: Words;
  /** The unit of the result in words; absent for plain numbers, shares, yes/no and text. */
  readonly unit?: Words;
  readonly rule?: RuleRef;
  readonly period?: Period;
  readonly facts?: readonly FactRef[];
  readonly children?: readonly Explanation[];
  /** Construct-specific figures for its component, e.g. the working days of a week. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** The explanation of a standing adds what a person wants to know next. */
export interface StandingExplanation extends Explanation {
  readonly subject: SubjectRef;
  readonly light: Light;
  readonly due: string;
  /** What would change the light: what is still missing, or when it would turn. */
  readonly change: readonly Words[];
  /** Forms that serve this duty, for "act". */
  readonly forms: readonly string[];
}
