import { Choice } from '../choice.ts';
import { closed, FieldId, type Static, Type } from '../common.ts';
import { Expression } from '../expression.ts';
import { Entries } from './entries.ts';
import { zh } from './shared.ts';

const withoutValue = {
  stop: zh('结果未知', 'the result is not known'),
  'not-applicable': zh('此项不适用', 'the step does not apply'),
};

/** Construct `ballots`: grades given on papers, counted by option; never who gave which. */
export const Ballots = Type.Object(
  {
    entries: Entries,
    options: Type.Array(Type.Object({ field: FieldId, points: Type.Optional(Expression) }, closed), {
      minItems: 2,
      description: 'Fields that hold how many papers chose each option, best first, and what it counts.',
    }),
    invalid: Type.Optional(
      Type.Array(
        Type.Object(
          {
            field: FieldId,
            counts: Choice(zh('空白票、废票是否计入基数', 'Whether blank and spoiled papers are part of the base'), {
              'leaves-base': zh('不计入基数', 'they leave the base'),
              'in-base': zh('计入基数，不得分', 'they are part of the base and count nothing'),
            }),
          },
          closed,
        ),
        { minItems: 1 },
      ),
    ),
    gives: Type.Union(
      [
        Type.Object({ points_of: Expression }, closed),
        Type.Object({ share_of: Type.Array(FieldId, { minItems: 1 }) }, closed),
      ],
      {
        description: '`points_of: 14`: the mean of the points × 14. `share_of: [good, fair]`: their share of the base.',
      },
    ),
    no_valid: Choice(zh('没有有效票怎么办', 'What happens without a valid paper'), withoutValue),
    turnout: Type.Optional(
      Type.Object(
        {
          of: FieldId,
          at_least: Expression,
          below: Choice(zh('参评率不足怎么办', 'What happens when too few took part'), {
            ...withoutValue,
            zero: zh('按零计', 'it counts as zero'),
          }),
        },
        {
          ...closed,
          description: 'The share of those entitled (a field) that must have given a paper: `at_least: 0.66`.',
        },
      ),
    ),
    shown_from: Type.Integer({
      minimum: 3,
      description: 'With fewer papers the explanation shows no distribution, so that nobody can be recognised.',
    }),
  },
  { ...closed, description: 'Ballot papers to points, or the share of some grades.' },
);

export type Ballots = Static<typeof Ballots>;
