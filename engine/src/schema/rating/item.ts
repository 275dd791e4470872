import { Choice } from '../choice.ts';
import { closed, FieldId, type Static, Type, UnitId, Words } from '../common.ts';
import { Expression } from '../expression.ts';
import { says, told } from '../says.ts';
import { sized } from '../sized.ts';
import { Beside, Caps, Entries, Only, PerSize, Points, Split, Valid } from './entries.ts';
import { OneMatter, Repeat } from './matter.ts';
import { Reads } from './reads.ts';
import { Cap, Floor, Missing, Units, zh } from './shared.ts';

/** What every change of an item has. */
export const changeBase = {
  id: Type.Optional(told(FieldId, '供 `unless` 引用', 'So that `unless` can name it')),
  title: told(Words, '扣（加）分情形的名称', 'What takes or adds'),
  points: told(Expression, '扣（加）多少分，写正数', 'How many points, above zero'),
};

/** Constructs `item-times`, `item-when`, `item-entries`: what adds to an item or takes from it. */
export const Change = Type.Union([
  Type.Object(
    {
      ...changeBase,
      times: told(Expression, '几次、少几个、迟几天', 'How often, how many missing, how late'),
      units: Units,
      at_most: Type.Optional(
        sized(told(Expression, '这一情形最多扣（加）多少分', 'The most points of this one'), 'not-negative'),
      ),
    },
    {
      ...closed,
      ...says('每一次（个、天）扣（加）若干分', '`points` for each unit of `times`, for at most `at_most` points'),
    },
  ),
  Type.Object(
    {
      ...changeBase,
      when: told(Expression, '条件', 'The condition'),
      unless: Type.Optional(
        Type.Array(
          FieldId,
          says(
            '同一项目中其他情形的 id：它们之一起作用时，本条不计',
            'Changes of the item: where one takes effect, this does not',
          ),
        ),
      ),
    },
    { ...closed, ...says('符合条件时扣（加）一次', '`points` once, when the condition holds') },
  ),
  Type.Object(
    {
      ...changeBase,
      points: Points,
      entries: Entries,
      reads: Type.Optional(Reads),
      split: Type.Optional(Split),
      per: Type.Optional(PerSize),
      beside: Type.Optional(Beside),
      valid: Type.Optional(Valid),
      one_matter: OneMatter,
      repeat: Repeat,
      only: Type.Optional(Only),
      caps: Type.Optional(Caps),
      at_most: Type.Optional(
        sized(told(Expression, '这一情形最多扣（加）多少分', 'The most points of this one'), 'not-negative'),
      ),
    },
    {
      ...closed,
      ...says(
        '逐条记录计分，次序为：从别的表读数、分值、有效期、点名几个时的分担、旁的记录、同一事项、按大小、重复、只计几条、分段上限、`at_most`',
        'Points for each entry of a form, in this order: reads, worth, validity, the share of one of several named, entries beside it, one matter, units of size, repeats, how many, caps, `at_most`',
      ),
    },
  ),
]);

/** Construct `item`: marks of one item of a scheme. */
export const Item = Type.Object(
  {
    full: Type.Union(
      [
        Type.Literal('none', says('没有满分：累计的分，如信息采用分', 'none: marks that add up without an end')),
        sized(told(Expression, '满分', 'The full marks'), 'not-negative'),
      ],
      says('满分；没有的写 none', 'The full marks, or none'),
    ),
    starts: Choice(zh('从多少起算', 'Where it starts'), {
      full: zh('从满分扣', 'from the full marks, less what is taken'),
      zero: zh('从零加', 'from zero, plus what is added'),
    }),
    deduct: Type.Optional(Type.Array(Change, { minItems: 1, ...says('扣分的各种情形', 'What takes from it') })),
    award: Type.Optional(Type.Array(Change, { minItems: 1, ...says('加分的各种情形', 'What adds to it') })),
    unit: Type.Optional(
      told(UnitId, '单位，如人、件；不写为本办法的单位', 'Its unit, such as persons; that of the rating when absent'),
    ),
    floor: Floor,
    cap: Cap,
    missing: Missing,
  },
  {
    ...closed,
    ...says(
      '一个项目的得分：从多少起算、扣什么、加什么、上下限',
      'Marks of one item: where it starts, what takes from it or adds to it, and its ends',
    ),
  },
);

export type Change = Static<typeof Change>;
export type Item = Static<typeof Item>;
