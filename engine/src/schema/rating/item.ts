import { Choice } from '../choice.ts';
import { closed, FieldId, type Static, Type, Words } from '../common.ts';
import { Expression } from '../expression.ts';
import { Caps, Entries, OneMatter, PerSize, Points, Repeat, Valid } from './entries.ts';
import { Cap, Floor, Missing, Units, zh } from './shared.ts';

const change = {
  id: Type.Optional(FieldId),
  title: Words,
  points: Expression,
};

/** Constructs `item-times`, `item-when`, `item-entries`: what adds to an item or takes from it. */
export const Change = Type.Union([
  Type.Object(
    {
      ...change,
      times: Expression,
      units: Units,
      at_most: Type.Optional(Expression),
    },
    { ...closed, description: '`points` for each unit of `times`, for at most `at_most` points.' },
  ),
  Type.Object(
    {
      ...change,
      when: Expression,
      unless: Type.Optional(
        Type.Array(FieldId, {
          description: 'Ids of other changes of the item: where one of them takes effect, this does not.',
        }),
      ),
    },
    { ...closed, description: '`points` once, when the condition holds.' },
  ),
  Type.Object(
    {
      ...change,
      points: Points,
      entries: Entries,
      per: Type.Optional(PerSize),
      valid: Type.Optional(Valid),
      one_matter: OneMatter,
      repeat: Repeat,
      caps: Type.Optional(Caps),
      at_most: Type.Optional(Expression),
    },
    {
      ...closed,
      description:
        'Points for each entry of a form, in this order: worth, validity, one matter, units of size, repeats, caps, `at_most`.',
    },
  ),
]);

/** Construct `item`: marks of one item of a scheme. */
export const Item = Type.Object(
  {
    full: Expression,
    starts: Choice(zh('从多少起算', 'Where it starts'), {
      full: zh('从满分扣', 'at the full marks, from which is taken'),
      zero: zh('从零加', 'at zero, to which is added'),
    }),
    deduct: Type.Optional(Type.Array(Change, { minItems: 1 })),
    award: Type.Optional(Type.Array(Change, { minItems: 1 })),
    floor: Floor,
    cap: Cap,
    missing: Missing,
  },
  { ...closed, description: 'Marks of one item: where it starts, what takes from it or adds to it, and its ends.' },
);

export type Change = Static<typeof Change>;
export type Item = Static<typeof Item>;
