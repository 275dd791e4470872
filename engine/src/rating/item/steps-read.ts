import { formOf } from '../../formula/form.ts';
import type { Expression, ExpressionForm } from '../../schema/expression.ts';

/** The steps a number is worked out from; null where it is a step itself, or stands on anything else that may change, such as entries. */
export function stepsReadBy(expression: Expression): ReadonlySet<string> | null {
  const found = new Set<string>();
  if ('step' in formOf(expression)) return null;
  return isWorkedOut(expression, found) && found.size > 0 ? found : null;
}

function isWorkedOut(expression: Expression, found: Set<string>): boolean {
  const form = formOf(expression);
  if ('step' in form) {
    found.add(form.step);
    return true;
  }
  return operandsOf(form)?.every((one) => isWorkedOut(one, found)) ?? false;
}

/** What an expression is made of; null where it reads more than its operands. */
function operandsOf(form: ExpressionForm): readonly Expression[] | null {
  if ('number' in form || 'parameter' in form || 'truth' in form || 'text' in form) return [];
  if ('add' in form) return form.add;
  if ('subtract' in form) return form.subtract;
  if ('multiply' in form) return form.multiply;
  if ('ratio' in form) return [form.ratio.of, form.ratio.to];
  if ('round' in form) return [form.round.value];
  if ('least' in form) return form.least;
  if ('greatest' in form) return form.greatest;
  if ('choose' in form) return [form.choose.when, form.choose.then, form.choose.otherwise];
  if ('compare' in form) return [form.compare.left, form.compare.right];
  if ('both' in form) return form.both;
  if ('either' in form) return form.either;
  if ('same' in form) return form.same;
  return 'not' in form ? [form.not] : null;
}
