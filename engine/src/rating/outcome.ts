import { unknownName } from '../duty/problems.ts';
import { checkUnits } from '../measure/operands.ts';
import type { Figure, FigureType } from '../measure/types.ts';
import { joinUnits, numberIn } from '../measure/unit.ts';
import type { Outcome } from '../schema/rating/bands.ts';
import type { Scale } from '../schema/rating.ts';
import { say } from '../words.ts';
import type { StepChecker, StepCompiler } from './types.ts';

/** Judges what a row gives: a grade of the scale, or points. */
export function checkOutcome(
  outcome: Outcome,
  at: string,
  scale: Scale | null,
  checker: StepChecker,
): FigureType | null {
  if ('points' in outcome) return checker.number(outcome.points, `${at}/points`);
  if (!scale) {
    checker.add({
      code: 'no-scale',
      at: `${at}/grade`,
      words: say('等次没有所属的等次表', 'The grade belongs to no scale'),
      wayOut: say(
        '在步骤中写 scale，并在 scales 中列出各等次',
        'Name the scale in the step, and list its grades in scales',
      ),
    });
    return null;
  }
  const grades = new Map(scale.grades.map((grade) => [grade.id, grade]));
  const unknown = unknownName('grade', outcome.grade, grades, `${at}/grade`);
  for (const finding of unknown) checker.add(finding);
  return unknown.length > 0 ? null : gradeOf(scale.id);
}

export const gradeOf = (scale: string): FigureType => ({ kind: 'text', scale });

/** The type of rows that must all give the same kind of thing. */
export function outcomeType(
  types: readonly (FigureType | null)[],
  scale: string | undefined,
  at: string,
  checker: StepChecker,
): FigureType | null {
  const kinds = new Set(types.map((type) => type?.kind));
  if (kinds.size > 1) {
    checker.add({
      code: 'wrong-kind',
      at: `${at}/rows`,
      words: say('各档有的给等次、有的给分', 'Some rows give grades and some points'),
      wayOut: say('分成两个步骤', 'Make two steps of it'),
    });
    return null;
  }
  if (kinds.has('text')) return gradeOf(scale ?? '');
  if (!checkUnits(types, at, { ...checker, measure: null, check: () => null })) return null;
  return numberIn(joinUnits(types.map((type) => type?.unit)));
}

/** What a row gives, as a figure. */
export function compileOutcome(outcome: Outcome, { compile }: StepCompiler): Figure {
  return compile('points' in outcome ? outcome.points : { text: outcome.grade });
}

/** The title of a grade. */
export const gradeTitle = (grade: string, scale: Scale) =>
  scale.grades.find(({ id }) => id === grade)?.title ?? say(grade, grade);
