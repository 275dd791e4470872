import { Choice, ChoiceOr } from '../choice.ts';
import { closed, FieldId, GradeId, Id, ScaleId, type Static, StepId, Type, Words } from '../common.ts';
import { Expression } from '../expression.ts';
import { says, told } from '../says.ts';
import { zh } from './shared.ts';

const Condition = Type.Object(
  { when: told(Expression, '条件', 'The condition'), title: told(Words, '条件的名称', 'What it is called') },
  closed,
);

const Level = Type.Object(
  {
    grade: GradeId,
    parts: Type.Optional(
      Type.Array(Type.Object({ of: StepId, at_least: told(Expression, '至少多少', 'At least so much') }, closed), {
        minItems: 1,
        ...says('每部分的及格线', 'The pass mark of each part'),
      }),
    ),
    needs: Type.Optional(Type.Array(Condition, { minItems: 1, ...says('还须符合', 'What must hold besides') })),
    only_from: Type.Optional(
      Type.Array(Id, {
        minItems: 1,
        ...says(
          '只能从这些等级升上来；须有 `before`',
          'Levels one of which must have been reached before; needs `before`',
        ),
      }),
    ),
  },
  closed,
);

/** Construct `levels`: stepwise levels with pass marks per part, conditions, and the level reached before. */
export const Levels = Type.Object(
  {
    scale: ScaleId,
    basic: Type.Optional(
      Type.Array(Condition, {
        minItems: 1,
        ...says('基本条件：缺一条就没有等级', 'Without one of these there is no level at all'),
      }),
    ),
    levels: Type.Array(Level, { minItems: 1, ...says('各等级，从高到低', 'The levels, best first') }),
    builds_up: Choice(zh('高一级是否须先符合低一级', 'Whether a level needs those below it'), {
      yes: zh('须同时符合其下各级', 'all below it too'),
      no: zh('各级单独判断', 'each by itself'),
    }),
    before: ChoiceOr(
      zh('此前达到的等级从哪里来', 'Where the level before comes from'),
      { none: zh('不看此前的等级', 'it does not matter') },
      Type.Union([
        Type.Object(
          { is: told(Expression, '等级的 id', 'The id of the level') },
          {
            ...closed,
            ...says('写明等级的文字，如最近一条记录', 'A text that names the level, such as the newest entry'),
          },
        ),
        Type.Object(
          {
            rating: Type.Optional(told(Id, '哪个评分办法；不写为本办法', 'Id of the rating; this one when absent')),
            step: told(FieldId, '得出等级的步骤', 'The step that gives levels'),
            back: Type.Integer({ minimum: 1, ...says('往前几期', 'How many periods back') }),
            since: Type.String(
              says('最早评等级的期间：此前谁都没有等级', 'The first period with levels: nobody had one before'),
            ),
          },
          {
            ...closed,
            ...says(
              '前几期某一步得出的等级',
              'A step that gives levels, of this rating or another, so many periods back',
            ),
          },
        ),
      ]),
    ),
  },
  {
    ...closed,
    ...says(
      '逐级认定：条件全部符合的最高一级；不符合基本条件的没有等级',
      'The best level whose conditions all hold; none without the basic ones',
    ),
  },
);

export type Levels = Static<typeof Levels>;
