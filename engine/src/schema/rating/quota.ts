import { Choice, ChoiceOr } from '../choice.ts';
import { closed, FieldId, Id, type Static, Type, Words } from '../common.ts';
import { Expression } from '../expression.ts';
import { Best, Within, zh } from './shared.ts';

const ends = {
  no_fewer_than: Type.Optional(Expression),
  no_more_than: Type.Optional(Expression),
};

const Size = Type.Union(
  [Type.Object({ share: Expression, ...ends }, closed), Type.Object({ number: Expression, ...ends }, closed)],
  {
    description:
      'A share of the base (`share: 0.2`, `share: param("first.share")`) or a number of subjects; with the least and the most it may come to.',
  },
);

const Place = Type.Object(
  {
    grade: Id,
    at_most: Type.Optional(Size),
    at_least: Type.Optional(Size),
    exactly: Type.Optional(Size),
    needs: Type.Optional(Expression),
  },
  {
    ...closed,
    description:
      'Of `at_most` the last ones fall to the next lower grade. For `at_least` and `exactly` the best below who meet `needs` rise. In the lowest grade nobody can rise: the last who meet `needs` fall into it, and `needs` must stand, as an absolute floor.',
  },
);

/** Construct `quota`: grades within the places there are. */
export const Quota = Type.Object(
  {
    of: FieldId,
    by: Type.Array(Type.Object({ step: FieldId, best: Best }, closed), {
      minItems: 1,
      description: 'Who comes first inside a grade; later steps tell equals apart.',
    }),
    within: Within,
    base: ChoiceOr(
      zh('名额按多少对象计算', 'Of how many subjects the shares are taken'),
      { all: zh('全部对象', 'all subjects'), rated: zh('有等次的对象', 'those that have a grade') },
      Type.Object({ when: Expression }, { ...closed, description: 'Those for whom the condition holds.' }),
    ),
    places: Type.Array(Place, { minItems: 1 }),
    shares: Choice(zh('各等次的名额怎么叠加', 'How the places of several grades stand to each other'), {
      separate: zh('各等次分别计算', 'each for its own grade'),
      running: zh('累计：含其上各等次', 'running: each counts the better grades too'),
    }),
    rounding: Choice(zh('名额不是整数怎么办', 'How part places are rounded'), {
      down: zh('舍去', 'down'),
      up: zh('进一', 'up'),
      'nearest-half-up': zh('四舍五入', 'to the nearest, halves up'),
      'largest-remainder': zh('最大余数法，总数不变', 'largest remainder, the sum stays'),
    }),
    unfilled: Choice(zh('用不完的名额怎么办', 'What happens to places nobody takes'), {
      lapse: zh('作废', 'they lapse'),
      'move-down': zh('转给下一等次', 'they go to the next lower grade'),
    }),
    ties: Choice(zh('名额边界并列怎么办', 'What happens to equals at the border of the places'), {
      'all-in': zh('并列者都入，名额可超', 'all of them are in, beyond the places'),
      'all-out': zh('并列者都不入，名额可缺', 'all of them are out, places stay free'),
    }),
    binding: ChoiceOr(
      zh('名额是硬性的还是原则上的', 'Whether the places bind'),
      { hard: zh('硬性', 'always') },
      Type.Object(
        { unless: Expression, why: Words },
        { ...closed, description: 'As a rule: who meets `unless` (a recorded reason) keeps the grade.' },
      ),
    ),
    direct: ChoiceOr(
      zh('直接定等者占不占名额', 'Whether grades set directly take places'),
      { none: zh('没有直接定等', 'no grades are set directly') },
      Type.Object(
        {
          when: Expression,
          take: Choice(zh('占不占名额', 'Whether they take places'), {
            inside: zh('占名额', 'they take places'),
            outside: zh('不占名额', 'they take none'),
          }),
        },
        { ...closed, description: 'Who has been graded directly: the grade stays as it is.' },
      ),
    ),
    missing: Choice(zh('有对象结果未知时怎么办', 'What happens while a subject is not known'), {
      stop: zh('全组暂不评定', 'nobody of the group has a grade yet'),
      without: zh('先按已知者评定，标明暂定', 'grades among those known, marked provisional'),
    }),
  },
  { ...closed, description: 'Grades of a step, kept within shares or numbers of places.' },
);

export type Quota = Static<typeof Quota>;
