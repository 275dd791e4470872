import type { Explanation } from '../explanation.ts';
import { type Fraction, showFraction } from '../fraction.ts';
import type { Parts } from '../parts.ts';
import type { Words } from '../value.ts';

export const unitWords = (parts: Parts, unit: string): Words | undefined => parts.units.get(unit)?.title;

/** A step whose result is an amount. */
export const fractionStep = (
  construct: string,
  words: Words,
  value: Fraction,
  unit: Words | undefined,
): Explanation => ({
  construct,
  words,
  result: { state: 'known', value: showFraction(value) },
  ...(unit === undefined ? {} : { unit }),
});

/** The title of the form that excuses, for the entries cited. */
export function titleOf(form: string, parts: Parts): { readonly form?: Words } {
  const title = parts.forms.get(form)?.title;
  return title === undefined ? {} : { form: title };
}
