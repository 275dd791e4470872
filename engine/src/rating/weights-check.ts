import { Decimal } from '../decimal.ts';
import type { Expression } from '../schema/expression.ts';
import type { Weighted } from '../schema/rating/weighted.ts';
import { plain } from '../value-json.ts';
import { say } from '../words.ts';
import type { StepChecker } from './types.ts';

/** Weights that are written as numbers must make the declared sum. */
export function checkWeights({ parts, weights_make }: Weighted, at: string, checker: StepChecker): void {
  if (weights_make === undefined) return;
  checker.number(weights_make, `${at}/weights_make`);
  const weights = parts.map(({ weight }) => numberOf(weight));
  const wanted = numberOf(weights_make);
  if (wanted === null || weights.includes(null)) return;
  const sum = (weights as Decimal[]).reduce((so, weight) => so.plus(weight), new Decimal(0));
  if (sum.eq(wanted)) return;
  checker.add({
    code: 'weights',
    at: `${at}/parts`,
    words: say(`权重合计 ${plain(sum)}，应为 ${plain(wanted)}`, `The weights make ${plain(sum)}, not ${plain(wanted)}`),
    wayOut: say('改权重，或改 weights_make', 'Change the weights, or weights_make'),
  });
}

/** A number written in the rule itself; null when it is computed. */
export function numberOf(expression: Expression): Decimal | null {
  const written = typeof expression === 'object' && 'number' in expression ? expression.number : expression;
  return /^-?\d+(\.\d+)?$/.test(String(written)) ? new Decimal(String(written)) : null;
}
