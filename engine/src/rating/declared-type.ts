import { ConditionError } from '../condition/error.ts';
import { formOf } from '../formula/form.ts';
import type { FigureType } from '../measure/types.ts';
import type { Expression } from '../schema/expression.ts';
import type { Rating, Step } from '../schema/rating.ts';
import { gradeTyped } from './grades.ts';

/**
 * What a step gives as far as its text says: of a rating that is being judged, where an earlier period of it is asked for. The
 * unit of what cannot be told is left open: it fits every unit.
 */
export function declaredType(rating: Rating, id: string): FigureType {
  return gradeTyped(new Reader(rating).step(id), rating);
}

class Reader {
  readonly #rating: Rating;
  readonly #seen = new Set<string>();

  constructor(rating: Rating) {
    this.#rating = rating;
  }

  step(id: string): FigureType {
    const step = this.#rating.steps.find((one) => one.id === id);
    if (!step || this.#seen.has(id)) return this.#number;
    this.#seen.add(id);
    return this.#stepType(step);
  }

  #stepType(step: Step): FigureType {
    if ('class' in step) return graded(step.class.scale);
    if ('levels' in step) return graded(step.levels.scale);
    if ('direct' in step) return graded(step.direct.scale);
    if ('bands' in step && step.bands.scale !== undefined) return graded(step.bands.scale);
    if ('top' in step) return step.top.scale === undefined ? YES_OR_NO : graded(step.top.scale);
    if ('sample' in step) return YES_OR_NO;
    if ('quota' in step) return this.step(step.quota.of);
    if ('shift' in step) return this.step(step.shift.of);
    if ('ceiling' in step) return this.step(step.ceiling.of);
    if ('veto' in step) return this.step(step.veto.of);
    if ('formula' in step) return this.#formula(step.formula);
    return { kind: 'number', ...unitOf(step, this.#rating) };
  }

  #formula(written: Expression): FigureType {
    const form = read(written);
    if (form === null) return this.#number;
    if ('step' in form) return this.step(form.step);
    if ('text' in form) return { kind: 'text' };
    if ('choose' in form) return this.#formula(form.choose.then);
    if ('known' in form && form.known.otherwise !== undefined) return this.#formula(form.known.value);
    return Object.keys(form).some((key) => JUDGES.has(key)) ? YES_OR_NO : this.#number;
  }

  get #number(): FigureType {
    return { kind: 'number' };
  }
}

/** Steps whose unit is written, or is that of the rating whatever they read. */
function unitOf(step: Step, { unit }: Rating): { readonly unit?: string } {
  const paid = 'pay' in step ? step.pay : 'entitlement' in step ? step.entitlement : null;
  if (paid) return { unit: paid.unit };
  if ('distribute' in step) return { unit: step.distribute.unit };
  if ('item' in step) return { unit: step.item.unit ?? unit };
  return ['slots', 'ledger', 'reviewed', 'scorers'].some((key) => key in step) ? { unit } : {};
}

const YES_OR_NO: FigureType = { kind: 'boolean' };
const JUDGES: ReadonlySet<string> = new Set([
  'all',
  'any',
  'both',
  'compare',
  'either',
  'holds',
  'known',
  'not',
  'same',
  'truth',
]);

const graded = (scale: string | undefined): FigureType =>
  scale === undefined ? { kind: 'text' } : { kind: 'text', scale };

function read(written: Expression) {
  try {
    return formOf(written);
  } catch (error) {
    if (error instanceof ConditionError) return null;
    throw error;
  }
}
