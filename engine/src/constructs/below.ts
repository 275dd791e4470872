import { COUNTED, type FigureType, SHARE } from '../measure/types.ts';
import { numberIn } from '../measure/unit.ts';
import { combiner } from '../rating/below/combine.ts';
import { explainBelow } from '../rating/below/explain.ts';
import { belowNeighbours, unitsToReach } from '../rating/below/neighbours.ts';
import { checkThat } from '../rating/below/that.ts';
import { unitsBelow } from '../rating/below/units.ts';
import { checkSamePeriods, stepMeant } from '../rating/other.ts';
import type { StepChecker, StepConstruct, StepPart } from '../rating/types.ts';
import type { Value } from '../value.ts';
import { say } from '../words.ts';

type Part = StepPart<'below'>;

/** `below: { rating: village-year, take: mean, … }`: the results of the villages of a township become its own. */
export const below: StepConstruct<Part> = {
  key: 'below',
  check: (part, at, checker) => {
    const type = checker.other(part, at, true);
    if (!checkSamePeriods(part.rating, checker.rating, at, checker) || !type) return null;
    const { take } = part;
    if (typeof take === 'object') {
      if ('mean_by' in take) {
        const weight = checker.other({ rating: part.rating, step: take.mean_by }, `${at}/take/mean_by`, true);
        return weight?.kind === 'number' ? numberTaken(type, at, checker) : null;
      }
      const counting = 'number_that' in take;
      const that = counting ? take.number_that : take.share_that;
      const sound = checkThat(that, type, `${at}/take/${counting ? 'number_that' : 'share_that'}`, checker);
      return sound ? numberIn(counting ? COUNTED : SHARE) : null;
    }
    return take === 'number' ? numberIn(COUNTED) : numberTaken(type, at, checker);
  },
  compile: (part, compiler) => {
    const other = compiler.parts.ratings.get(part.rating);
    const step = (other && stepMeant(part, other)) ?? '';
    const combine = combiner(part, compiler);
    return {
      column: (sheet) => {
        const units = unitsBelow(part, step, sheet);
        return sheet.subjects.map((_, row) => combine(units(row), sheet.at(row)).value satisfies Value);
      },
      neighbours: (sheet, row) =>
        belowNeighbours(
          part,
          unitsBelow(part, step, sheet)(row),
          (units) => combine(units, sheet.at(row)).value,
          compiler.type,
        ),
      toReach: (sheet, row, value) => {
        const units = unitsBelow(part, step, sheet)(row);
        return unitsToReach(part, units, combine(units, sheet.at(row)).value, value);
      },
      explain: ({ sheet, row, at }) => {
        const units = unitsBelow(part, step, sheet)(row);
        return explainBelow(part, units, combine(units, at), compiler);
      },
    };
  },
};

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
