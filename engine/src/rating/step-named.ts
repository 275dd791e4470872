import { formOf } from '../formula/form.ts';
import type { At } from '../measure/types.ts';
import type { Expression } from '../schema/expression.ts';
import type { Value } from '../value.ts';

/** The step an expression is, and nothing else; null when it is worked out on the spot. */
export function stepNamed(expression: Expression): string | null {
  const form = formOf(expression);
  return 'step' in form ? form.step : null;
}

/** The same place as if one step had another value. */
export const withStep = (at: At, step: string, value: Value): At =>
  at.steps === null
    ? at
    : { ...at, steps: { ...at.steps, value: (id) => (id === step ? value : (at.steps?.value(id) ?? value)) } };
