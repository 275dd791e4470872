/**
 * The three states of every value. They stay different all the way to the screen:
 * a number that is not known is never shown, summed or judged as zero, and one that does not
 * apply is neither.
 */
import type { Decimal } from 'decimal.js';

/** A sentence in every language the product speaks. zh-CN comes first. */
export interface Words {
  readonly 'zh-CN': string;
  readonly en: string;
}

export type Language = keyof Words;

/** Something that would have to be recorded before a value could be known. */
export interface Missing {
  /** `form:village-profile.households`, `parameter:first-secretary.pay`, `calendar:2027` … */
  readonly what: string;
  readonly words: Words;
}

export type Scalar = Decimal | boolean | string;

export type Value =
  | { readonly state: 'known'; readonly value: Scalar; readonly unit?: string }
  | { readonly state: 'not-applicable'; readonly why: Words }
  | { readonly state: 'not-known'; readonly missing: readonly Missing[] };

/** `Value` as it travels: decimals become strings, so no digit is lost on the way. */
export type ValueJson =
  | { readonly state: 'known'; readonly value: string | boolean; readonly unit?: string }
  | { readonly state: 'not-applicable'; readonly why: Words }
  | { readonly state: 'not-known'; readonly missing: readonly Missing[] };

export const known = (value: Scalar, unit?: string): Value =>
  unit === undefined ? { state: 'known', value } : { state: 'known', value, unit };
export const notApplicable = (why: Words): Value => ({ state: 'not-applicable', why });
export const notKnown = (...missing: Missing[]): Value => ({ state: 'not-known', missing });
