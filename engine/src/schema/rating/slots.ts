import { Choice, ChoiceOr } from '../choice.ts';
import { Condition, closed, FieldId, type Static, Type, Words } from '../common.ts';
import { Expression } from '../expression.ts';
import { says, told } from '../says.ts';
import { sized } from '../sized.ts';
import { Entries } from './entries.ts';
import { Missing, zh } from './shared.ts';

const Size = Type.Union(
  [
    sized(Expression, 'not-negative'),
    Type.Object(
      {
        at_least: Type.Optional(sized(told(Expression, '至少', 'At least'), 'not-negative')),
        at_most: Type.Optional(sized(told(Expression, '至多', 'At most'), 'not-negative')),
        exactly: Type.Optional(sized(told(Expression, '恰好', 'Exactly'), 'not-negative')),
      },
      { ...closed, minProperties: 1 },
    ),
  ],
  {
    ...says(
      '至多多少；或写明至少、恰好。须为数字或参数，检查时才能核对',
      'The most; or `at_least`, `exactly`. A number or a parameter, to be checked',
    ),
  },
);

const Side = Type.Object(
  { each: Type.Optional(Size), together: Type.Optional(Size), number: Type.Optional(Size) },
  { ...closed, ...says('每项、各项合计、项数的限度', 'Limits of each item, of all together, of how many') },
);

const FromPacks = Type.Object(
  {
    packs: Type.Object(
      {
        needs: Type.Optional(
          Type.Array(Type.Union([Type.Literal('reason'), Type.Literal('approved')]), {
            minItems: 1,
            ...says('每项须写明：设置理由、批准单位和日期', 'What each item must state: its reason, who approved it'),
          }),
        ),
        shown_days: Type.Optional(
          Type.Integer({
            minimum: 1,
            ...says('每项须公示至少几天', 'For how many days each must have been shown'),
          }),
        ),
      },
      { ...closed, ...says('下级制度包', 'Packs that build on this one') },
    ),
  },
  {
    ...closed,
    ...says(
      '自设项目写在下级制度包的 local-items/ 中',
      'The items stand in `local-items/` of packs that build on this one',
    ),
  },
);

const Need = Type.Object(
  { check: Condition, message: Words },
  {
    ...closed,
    ...says(
      '自设项目须符合的条件，如有理由、经公示：填报时和评定时都核对',
      'What a declaration must fulfil, e.g. a reason: judged when it is entered and when it is rated',
    ),
  },
);

const Declared = Type.Object(
  {
    entries: Entries,
    name: Type.String({ minLength: 1, ...says('项目叫什么：`data.name`', 'What the item is called') }),
    marks: Type.String({
      minLength: 1,
      ...says('项目分值：`data.marks`；负数为减分项', 'Its marks; below zero when it takes'),
    }),
    minus_when: Type.Optional(Condition),
    kind: Type.Optional(Type.String({ minLength: 1, ...says('项目类别：`data.kind`', 'Its kind') })),
    needs: Type.Optional(
      Type.Array(Need, { minItems: 1, ...says('申报须符合什么', 'What a declaration must fulfil') }),
    ),
  },
  { ...closed, ...says('申报自设项目的记录', 'The entries that declare items') },
);

const Scored = Type.Object(
  {
    entries: Entries,
    name: Type.String({ minLength: 1, ...says('对应项目的名称', 'The name of the item it is for') }),
    points: Type.String({
      minLength: 1,
      ...says('得（减）多少分，写正数：`data.points`', 'How many points it brings or takes, above zero'),
    }),
    several: Choice(zh('一项有多条评分怎么办', 'Several scores of one item'), {
      sum: zh('相加', 'their sum'),
      latest: zh('以最近一条为准', 'the latest'),
      highest: zh('取最高', 'the highest'),
      mean: zh('取平均', 'their mean'),
    }),
    beyond: Choice(zh('评分超过项目分值怎么办', 'A score beyond the marks of the item'), {
      capped: zh('按项目分值计', 'the marks of the item'),
      'does-not-count': zh('不计，并提示', 'does not count, and says so'),
    }),
    unscored: Choice(zh('已申报而没有评分的项目', 'An item that was declared and not scored'), {
      zero: zh('按零计', 'counts as zero'),
      full: zh('按项目分值计', 'the marks of the item'),
      stop: zh('结果未知，直到评分', 'the result is not known'),
    }),
  },
  { ...closed, ...says('为自设项目评分的记录', 'The entries that score items') },
);

/** Construct `slots`: room for items made locally, within limits. */
export const Slots = Type.Object(
  {
    number: Type.Optional(Size),
    plus: Type.Optional(Side),
    minus: Type.Optional(Side),
    together: Type.Optional(Size),
    kinds: Type.Optional(
      Type.Array(Type.Object({ id: FieldId, title: Words }, closed), {
        minItems: 1,
        ...says('只能是这些类别', 'Only of these kinds'),
      }),
    ),
    filled_by: Type.Union(
      [
        FromPacks,
        Type.Object(
          { declared: Declared, scored: Scored },
          {
            ...closed,
            ...says(
              '自设项目由记录申报和评分',
              'The items are declared and scored by entries; what breaks a limit is refused when it is entered',
            ),
          },
        ),
      ],
      says('自设项目写在哪里', 'Where the items stand'),
    ),
    none: ChoiceOr(
      zh('没有自设项目时', 'Where there are no items'),
      { zero: zh('按零计', 'counts as zero'), 'not-applicable': zh('不适用', 'does not apply') },
      Type.Object({ value: told(Expression, '按这个值', 'This value') }, closed),
    ),
    missing: Missing,
  },
  {
    ...closed,
    ...says(
      '留给下级自设项目的位置：项数、正负、每项和合计的限度。没写 minus 的不得设减分项',
      'Room for items made locally: how many, of which sign and size. Without `minus` no item may take marks',
    ),
  },
);

export type Slots = Static<typeof Slots>;
export type SlotSize = Static<typeof Size>;
export type SlotSide = Static<typeof Side>;
