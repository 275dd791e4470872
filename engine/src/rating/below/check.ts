import { COUNTED, type FigureType, SHARE } from '../../measure/types.ts';
import { numberIn } from '../../measure/unit.ts';
import type { Below } from '../../schema/rating/below.ts';
import type { Others } from '../../schema/rating/others.ts';
import { say } from '../../words.ts';
import { checkSamePeriods } from '../other.ts';
import type { StepChecker } from '../types.ts';
import { checkThat } from './that.ts';

/** Judges how results of several become one; its type. */
export function checkTaking(part: Below | Others, at: string, checker: StepChecker): FigureType | null {
  const type = checker.other(part, at, true);
  if (!checkSamePeriods(part.rating, checker.rating, at, checker) || !type) return null;
  const { take } = part;
  if (typeof take === 'object') {
    if ('mean_by' in take) {
      const weight = checker.other({ rating: part.rating, step: take.mean_by }, `${at}/take/mean_by`, true);
      return weight?.kind === 'number' ? numberTaken(type, at, checker) : null;
    }
    if ('worst' in take) return numberTaken(type, at, checker);
    const counting = 'number_that' in take;
    const that = counting ? take.number_that : take.share_that;
    const sound = checkThat(that, type, `${at}/take/${counting ? 'number_that' : 'share_that'}`, checker);
    return sound ? numberIn(counting ? COUNTED : SHARE) : null;
  }
  return take === 'number' ? numberIn(COUNTED) : numberTaken(type, at, checker);
}

function numberTaken(type: FigureType, at: string, { add }: StepChecker): FigureType | null {
  if (type.kind === 'number') return numberIn(type.unit);
  add({
    code: 'wrong-kind',
    at: `${at}/take`,
    words: say('等次不能相加或取平均', 'Grades cannot be added up or averaged'),
    wayOut: say('写 number_that 或 share_that', 'Write number_that or share_that'),
  });
  return null;
}
