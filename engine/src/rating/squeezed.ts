import type { Scale } from '../schema/rating.ts';
import type { Value } from '../value.ts';
import { say } from '../words.ts';
import { gradeIndex, gradeName } from './grades.ts';
import type { Sheet, StepFinding } from './types.ts';

/**
 * A group in which limits or places put everybody into the lowest grade though not all stood there: somebody must look at it. A
 * group of one says nothing.
 */
export function squeezed(
  rows: readonly number[],
  before: readonly Value[],
  after: readonly Value[],
  scale: Scale,
  organisation: string,
): StepFinding[] {
  const last = scale.grades.length - 1;
  const graded = rows.filter((row) => gradeIndex(after[row] as Value, scale) !== null);
  if (graded.length < 2 || graded.some((row) => gradeIndex(after[row] as Value, scale) !== last)) return [];
  if (graded.every((row) => gradeIndex(before[row] as Value, scale) === last)) return [];
  const name = gradeName(last, scale);
  return [
    {
      organisation,
      words: say(
        `名额和限制使全组 ${graded.length} 个都落入“${name['zh-CN']}”，请核对`,
        `Places and limits put all ${graded.length} of the group into “${name.en}”: check them`,
      ),
    },
  ];
}

/** Everybody of a sheet, for limits that know no groups. */
export const everybody = ({ subjects }: Sheet): number[] => [...subjects.keys()];
