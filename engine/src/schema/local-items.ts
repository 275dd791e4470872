import { closed, Day, FieldId, Id, Source, type Static, Type, Words } from './common.ts';
import { Expression } from './expression.ts';
import { Item } from './rating/item.ts';
import { says } from './says.ts';

const LocalItem = Type.Object(
  {
    id: FieldId,
    title: Words,
    clause: Type.Optional(Type.String(says('依据的条款', 'Clause of the source'))),
    kind: Type.Optional(FieldId),
    reason: Type.Optional({ ...Words, ...says('为什么设这一项', 'Why there is this item') }),
    approved: Type.Optional(
      Type.Object({ by: Words, on: Day }, { ...closed, ...says('谁在哪一天批准', 'Who approved it, and when') }),
    ),
    shown: Type.Optional(
      Type.Object(
        { from: Day, to: Day },
        { ...closed, ...says('公示的首日和末日', 'The first and the last day on which it was shown') },
      ),
    ),
    item: Item,
  },
  closed,
);

/** `local-items/*.yaml`: items that a lower pack puts into the `slots` of a rating above it. */
export const LocalItems = Type.Object(
  {
    id: Id,
    title: Words,
    source: Source,
    rating: Id,
    slots: FieldId,
    for: Type.Optional({
      ...Expression,
      ...says('适用于哪些对象；不写为全部', 'To whom they apply; to all when absent: `parent.name == "…"`'),
    }),
    items: Type.Array(LocalItem, { minItems: 1, ...says('各项目', 'The items') }),
  },
  {
    ...closed,
    ...says(
      '下级在上级评分办法的 slots 中自设的项目，须在上级的限度内',
      'Items made locally, within the limits of the `slots` step of a rating',
    ),
  },
);

export type LocalItems = Static<typeof LocalItems>;
export type LocalItem = Static<typeof LocalItem>;
