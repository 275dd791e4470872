import { closed, ParameterId, type Static, Type } from './common.ts';
import type { says } from './says.ts';

/** The whole numbers that may stand in a place. */
export type Whole = { readonly minimum?: number; readonly maximum?: number };

/** A whole number laid down in the rule, or the parameter that holds it: `15` or `{ parameter: reply.days }`. */
export const Count = (whole: Whole, said: ReturnType<typeof says> | Record<string, never> = {}) =>
  Type.Union([Type.Integer(whole), Type.Object({ parameter: ParameterId }, { ...closed, whole })], said);

export type Count = Static<ReturnType<typeof Count>>;
