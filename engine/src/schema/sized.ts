import type { TSchema } from 'typebox';

/** Which numbers make sense in a place; `check/sized.ts` says why. */
export type Size = 'divisor' | 'positive' | 'not-negative' | 'how-many' | 'places' | 'share' | 'part' | 'cut';
export type Sized = { readonly sized: Size };

/** A schema under which a number of no sense is found when the pack is checked, also one that comes from a parameter. */
export function sized<Schema extends TSchema>(schema: Schema, size: Size): Schema & Sized {
  const copy = Object.defineProperties({ ...schema }, Object.getOwnPropertyDescriptors(schema));
  return Object.assign(copy, { sized: size });
}
