import type { SubjectRef } from './facts.ts';
import type { Missing } from './value.ts';

/**
 * How a duty stands. Every light has a glyph and a word in the interface; colour is never alone.
 *
 * - `met`            done in time
 * - `late`           done, but after the deadline (补办)
 * - `due-soon`       not done, inside the warning band before the deadline (临期)
 * - `open`           not done, not yet due (未到期)
 * - `overdue`        not done, deadline passed (逾期)
 * - `excused`        nothing was owed after approved excuses (免除)
 * - `not-applicable` the duty does not concern this subject in this period
 * - `not-known`      a needed figure is missing or not set: neither fulfilled nor failed
 */
export const LIGHTS = ['overdue', 'due-soon', 'not-known', 'open', 'late', 'met', 'excused', 'not-applicable'] as const;
export type Light = (typeof LIGHTS)[number];

export interface Period {
  /** `2026-W38`, `2026-09`, `2026-Q3`, `2026-H2`, `2026`, `once`, or the fixed day / event day. */
  readonly key: string;
  readonly start: string;
  readonly end: string;
}

/** The computed standing of one duty for one subject in one period, as of one day. */
export interface Standing {
  readonly obligation: string;
  readonly subject: SubjectRef;
  /** The organisation on whose row of the wall chart this standing appears. */
  readonly organisation: string;
  readonly period: Period;
  readonly light: Light;
  /** Last day on which doing it is in time (period end plus grace). */
  readonly due: string;
  /** Amount owed after excuses and part periods, exact decimal; null when not known / not applicable. */
  readonly need: string | null;
  /** Amount counted so far, exact decimal. */
  readonly done: string;
  readonly unit: string;
  /** Entries that would count once somebody confirms them. */
  readonly awaiting: number;
  readonly missing: readonly Missing[];
  /** The next civil day on which the light can change without any new entry; null when it never does. */
  readonly changesOn: string | null;
  /** Of an overdue one: that more was done than may be. */
  readonly beyond?: boolean;
  /** Of one caught up late: the day on which what was recorded reached the amount. */
  readonly doneOn?: string;
  /** Of a term with a time of day: up to when it is in time, `2026-03-02 23:30`, and when what was done late reached the amount. */
  readonly dueAt?: string;
  readonly doneAt?: string;
}

/** The light that wants attention most; `not-applicable` for none. */
export const worstLight = (lights: readonly Light[]): Light =>
  LIGHTS[Math.min(...lights.map((light) => LIGHTS.indexOf(light)), LIGHTS.length - 1)] ?? 'not-applicable';
