import { Choice } from '../choice.ts';
import { closed, FieldId, FieldName, type Static, Type } from '../common.ts';
import { Expression } from '../expression.ts';
import { says, told } from '../says.ts';
import { sized } from '../sized.ts';
import { Entries } from './entries.ts';
import { zh } from './shared.ts';

const withoutValue = {
  stop: zh('结果未知', 'the result is not known'),
  'not-applicable': zh('此项不适用', 'does not apply'),
};

/** Construct `ballots`: grades given on papers, counted by option; never who gave which. */
export const Ballots = Type.Object(
  {
    entries: Entries,
    options: Type.Array(
      Type.Object(
        {
          field: FieldName,
          points: Type.Optional(told(Expression, '每票计多少，如 1、0.6、0', 'What a paper counts: 1, 0.6, 0')),
        },
        closed,
      ),
      {
        minItems: 2,
        ...says(
          '各选项的票数在哪个字段、每票计多少，从好到差',
          'Fields with the number of papers for each option, best first, and what a paper counts',
        ),
      },
    ),
    invalid: Type.Optional(
      Type.Array(
        Type.Object(
          {
            field: FieldName,
            counts: Choice(zh('空白票、废票是否计入基数', 'Blank and spoiled papers'), {
              'leaves-base': zh('不计入基数', 'leave the base'),
              'in-base': zh('计入基数，不得分', 'are in the base and count nothing'),
            }),
          },
          closed,
        ),
        { minItems: 1, ...says('空白票、废票的票数在哪个字段', 'Fields that hold blank and spoiled papers') },
      ),
    ),
    gives: Type.Union(
      [
        Type.Object(
          {
            points_of: sized(
              told(Expression, '满分；平均每票所计 × 满分', 'The full marks: mean points of a paper × this'),
              'positive',
            ),
          },
          { ...closed, ...says('得分：`points_of: 14`', 'Points: `points_of: 14`') },
        ),
        Type.Object(
          {
            share_of: Type.Array(FieldName, {
              minItems: 1,
              ...says('这些选项合计占基数之比', 'The share of these options in the base'),
            }),
          },
          { ...closed, ...says('满意率等：`share_of: [good, fair]`', 'A share: `share_of: [good, fair]`') },
        ),
      ],
      says('得出分数还是比例', 'Points, or a share'),
    ),
    no_valid: Choice(zh('没有有效票怎么办', 'Without a valid paper'), withoutValue),
    turnout: Type.Optional(
      Type.Object(
        {
          of: told(FieldId, '应参评人数的字段', 'The field with the number of those entitled'),
          at_least: sized(told(Expression, '参评率至少多少：`0.66`', 'The turnout that is needed: `0.66`'), 'part'),
          below: Choice(zh('参评率不足怎么办', 'When too few took part'), {
            ...withoutValue,
            zero: zh('按零计', 'counts as zero'),
          }),
        },
        {
          ...closed,
          ...says('参评率要求', 'The share of those entitled that must give a paper'),
        },
      ),
    ),
    shown_from: Type.Integer({
      minimum: 3,
      ...says(
        '少于这个票数时说明不显示各选项票数，以免认出个人',
        'With fewer papers the explanation shows no distribution, so nobody is recognised',
      ),
    }),
  },
  { ...closed, ...says('测评票折成分数，或某些选项的占比', 'Ballot papers to points, or the share of some options') },
);

export type Ballots = Static<typeof Ballots>;
