import type { FigureType } from '../measure/types.ts';
import type { Rating, Scale } from '../schema/rating.ts';
import { known, type Value, type Words } from '../value.ts';
import { say } from '../words.ts';
import type { StepChecker, StepCompiler } from './types.ts';

/** Position of a grade in its scale, 0 for the best; null when the value is none of its grades. */
export function gradeIndex(value: Value, scale: Scale): number | null {
  if (value.state !== 'known') return null;
  const index = scale.grades.findIndex(({ id }) => id === value.value);
  return index < 0 ? null : index;
}

/** The grade at a position. */
export const gradeAt = (index: number, scale: Scale): Value =>
  known((scale.grades[index] as Scale['grades'][number]).id);

/** What the grade at a position is called. */
export const gradeName = (index: number, scale: Scale): Words => scale.grades[index]?.title ?? say('', '');

/** The type of a grade with what its rating lays down: which grades there are, and what they are called. */
export function gradeTyped(type: FigureType, { scales }: Rating): FigureType {
  const scale = type.titles ? undefined : scales?.find(({ id }) => id === type.scale);
  if (!scale) return type;
  const titles = new Map(scale.grades.map(({ id, title }) => [id, title]));
  return { ...type, options: [...titles.keys()], titles };
}

/** The scale of a step that gives grades; null when it is not declared, which is reported where the step names it. */
export const scaleOfType = (type: FigureType | null, { rating }: Pick<StepChecker, 'rating'>): Scale | null =>
  rating.scales?.find(({ id }) => id === type?.scale) ?? null;

/** The scale a compiled step grades by. */
export const scaleOfStep = (step: string, { typeOf, scale }: StepCompiler): Scale => scale(typeOf(step).scale ?? '');
