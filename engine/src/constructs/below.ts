import { checkTaking } from '../rating/below/check.ts';
import { combiner } from '../rating/below/combine.ts';
import { explainBelow } from '../rating/below/explain.ts';
import { belowNeighbours, unitsToReach } from '../rating/below/neighbours.ts';
import { unitsBelow } from '../rating/below/units.ts';
import { stepMeant } from '../rating/other.ts';
import type { StepConstruct, StepPart } from '../rating/types.ts';
import type { Value } from '../value.ts';
import { say } from '../words.ts';

type Part = StepPart<'below'>;

const NOBODY = say('下级均未评定', 'Nobody below is rated');
const BELOW = say('下级', 'below');

/** `below: { rating: village-year, take: mean, … }`: the results of the villages of a township become its own. */
export const below: StepConstruct<Part> = {
  key: 'below',
  check: checkTaking,
  compile: (part, compiler) => {
    const other = compiler.parts.ratings.get(part.rating);
    const step = (other && stepMeant(part, other)) ?? '';
    const combine = combiner(part, compiler, NOBODY);
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
        return unitsToReach(part, units, combine(units, sheet.at(row)).value, value, BELOW);
      },
      explain: ({ sheet, row, at }) => {
        const units = unitsBelow(part, step, sheet)(row);
        return explainBelow(part, units, combine(units, at), compiler, BELOW);
      },
    };
  },
};
