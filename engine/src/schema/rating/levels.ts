import { Choice, ChoiceOr } from '../choice.ts';
import { closed, FieldId, Id, type Static, Type, Words } from '../common.ts';
import { Expression } from '../expression.ts';
import { zh } from './shared.ts';

const Condition = Type.Object({ when: Expression, title: Words }, closed);

const Level = Type.Object(
  {
    grade: Id,
    parts: Type.Optional(
      Type.Array(Type.Object({ of: FieldId, at_least: Expression }, closed), {
        minItems: 1,
        description: 'The pass mark of each part.',
      }),
    ),
    needs: Type.Optional(Type.Array(Condition, { minItems: 1 })),
    only_from: Type.Optional(
      Type.Array(Id, {
        minItems: 1,
        description: 'Levels one of which must have been reached before; needs `before`.',
      }),
    ),
  },
  closed,
);

/** Construct `levels`: stepwise levels with pass marks per part, conditions, and the level reached before. */
export const Levels = Type.Object(
  {
    scale: Id,
    basic: Type.Optional(
      Type.Array(Condition, { minItems: 1, description: 'Without one of these there is no level at all.' }),
    ),
    levels: Type.Array(Level, { minItems: 1 }),
    builds_up: Choice(zh('高一级是否须先符合低一级', 'Whether a level also needs the levels below it'), {
      yes: zh('须同时符合其下各级', 'it needs all below it too'),
      no: zh('各级单独判断', 'each is judged by itself'),
    }),
    before: ChoiceOr(
      zh('此前达到的等级从哪里来', 'Where the level reached before comes from'),
      { none: zh('不看此前的等级', 'it is of no matter') },
      Type.Union([
        Type.Object(
          { is: Expression },
          { ...closed, description: 'A text that names the level, such as the newest entry.' },
        ),
        Type.Object(
          {
            rating: Type.Optional(Id),
            step: FieldId,
            back: Type.Integer({ minimum: 1 }),
            since: Type.String({
              description: 'The first period in which levels were given: before it nobody had one.',
            }),
          },
          { ...closed, description: 'A step that gives levels, of this rating or another, so many periods back.' },
        ),
      ]),
    ),
  },
  { ...closed, description: 'The best level whose conditions all hold; none without the basic conditions.' },
);

export type Levels = Static<typeof Levels>;
