import { formOf } from '../formula/form.ts';
import type { Expression } from '../schema/expression.ts';
import type { Measure } from '../schema/pack.ts';
import { type FigureType, SHARE } from './types.ts';

const YES_NO_KEYS: readonly string[] = ['any', 'all', 'compare', 'same', 'both', 'either', 'not', 'truth'];

/** What a measure gives, as it declares itself: a number in its unit, or yes/no when its value is a judgement. */
export function typeOfDeclared({ value, unit }: Measure): FigureType {
  return isJudgement(value) ? { kind: 'boolean' } : { kind: 'number', unit: unit === SHARE ? SHARE : unit };
}

function isJudgement(expression: Expression): boolean {
  const form = formOf(expression);
  if ('choose' in form) return isJudgement(form.choose.then);
  if ('known' in form) return form.known.otherwise === undefined || isJudgement(form.known.value);
  return YES_NO_KEYS.some((key) => key in form);
}
