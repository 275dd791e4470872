import { Decimal } from '../decimal.ts';
import type { Expression } from '../schema/expression.ts';
import type { Weighted } from '../schema/rating/weighted.ts';
import { plain } from '../value-json.ts';
import { say } from '../words.ts';
import type { StepChecker } from './types.ts';

/** Weights that are written as numbers must make the declared sum. */
export function checkWeights({ parts, weights_make }: Weighted, at: string, checker: StepChecker): void {
  const places = { parts: `${at}/parts`, make: `${at}/weights_make` };
  checkSum(
    parts.map(({ weight }) => weight),
    weights_make,
    places,
    checker,
  );
}

/** Numbers that are written as such must make the declared sum. */
export function checkSum(
  numbers: readonly Expression[],
  make: Expression | undefined,
  places: { readonly parts: string; readonly make: string },
  checker: StepChecker,
): void {
  if (make === undefined) return;
  checker.number(make, places.make);
  const weights = numbers.map(numberOf);
  const wanted = numberOf(make);
  if (wanted === null || weights.includes(null)) return;
  const sum = (weights as Decimal[]).reduce((so, weight) => so.plus(weight), new Decimal(0));
  if (sum.eq(wanted)) return;
  const key = places.make.slice(places.make.lastIndexOf('/') + 1);
  checker.add({
    code: 'weights',
    at: places.parts,
    words: say(`权重合计 ${plain(sum)}，应为 ${plain(wanted)}`, `The weights make ${plain(sum)}, not ${plain(wanted)}`),
    wayOut: say(`改权重，或改 ${key}`, `Change the weights, or ${key}`),
  });
}

/** A number written in the rule itself; null when it is computed. */
export function numberOf(expression: Expression): Decimal | null {
  const written = typeof expression === 'object' && 'number' in expression ? expression.number : expression;
  return /^-?\d+(\.\d+)?$/.test(String(written)) ? new Decimal(String(written)) : null;
}
