import type { FigureType } from '../measure/types.ts';
import { say } from '../words.ts';
import type { StepChecker } from './types.ts';

/** Judges a step that must give a number; null when it does not, which is reported. */
export function checkNumberStep(id: string, at: string, checker: StepChecker): FigureType | null {
  const type = checker.step(id, at);
  if (!type || type.kind === 'number') return type;
  checker.add({
    code: 'wrong-kind',
    at,
    words: say(`步骤“${id}”不是数字`, `The step “${id}” is not a number`),
    wayOut: say('改用得出数字的步骤', 'Use a step that gives a number'),
  });
  return null;
}

/** Judges a step whose value is a grade; null when it is not, which is reported. */
export function checkGradeStep(id: string, at: string, checker: StepChecker): FigureType | null {
  const type = checker.step(id, at);
  if (!type || type.scale !== undefined) return type;
  checker.add({
    code: 'wrong-kind',
    at,
    words: say(`步骤“${id}”不是等次`, `The step “${id}” is not a grade`),
    wayOut: say('改用得出等次的步骤，如 bands', 'Use a step that gives a grade, such as bands'),
  });
  return null;
}
