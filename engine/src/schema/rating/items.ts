import { closed, type Static, Type, Words } from '../common.ts';
import { Expression } from '../expression.ts';
import { says, told } from '../says.ts';
import { entrySet } from '../set.ts';
import { sized } from '../sized.ts';
import { Beside, Caps, Only, PerSize, Points, Split, Valid } from './entries.ts';
import { Change, Item } from './item.ts';
import { OneMatter, Repeat } from './matter.ts';
import { Reads } from './reads.ts';
import { Units } from './shared.ts';
import { stepBase } from './step-base.ts';
import { Total } from './total.ts';

const { full, starts, floor, cap, missing, deduct, award } = Item.properties;
const [times, when] = Change.anyOf;

const cells = Type.Partial(
  Type.Object({
    full,
    starts,
    floor,
    cap,
    missing,
    points: Points,
    times: times.properties.times,
    units: Units,
    when: when.properties.when,
    unless: when.properties.unless,
    entries: Type.Partial(Type.Object(entrySet), {
      ...closed,
      ...says('哪些记录；行内只写与 `usual` 不同的', 'Which entries; a row writes only what differs from `usual`'),
    }),
    reads: Reads,
    split: Split,
    per: PerSize,
    beside: Beside,
    valid: Valid,
    one_matter: OneMatter,
    repeat: Repeat,
    only: Only,
    caps: Caps,
    at_most: sized(told(Expression, '这一情形最多扣（加）多少分', 'The most points of this one'), 'not-negative'),
  }),
).properties;

/** `items` among the steps of a rating: an annex of many items, a row each. */
export const Items = Type.Object(
  {
    usual: Type.Object(cells, {
      ...closed,
      ...says(
        '各行共同的写法，每行可另写；只用于需要它的行',
        'What rows share; a row may write it otherwise, and takes only what fits it',
      ),
    }),
    rows: Type.Array(
      Type.Object(
        {
          ...stepBase,
          what: Type.Optional(
            told(Words, '扣（加）分情形的名称；不写同 `title`', 'What takes or adds; as `title` when absent'),
          ),
          ...cells,
          deduct,
          award,
        },
        {
          ...closed,
          ...says(
            '一个项目一行：`{ id: roads, title: 道路清洁, full: 5, points: 0.5, times: … }`；`starts: full` 的 `points` 是扣分，`starts: zero` 的是加分；其余情形写 `deduct`、`award`',
            'An item a row: `{ id: roads, title: Roads, full: 5, points: 0.5, times: … }`; `points` are taken with `starts: full`, added with `starts: zero`; further changes under `deduct` and `award`',
          ),
        },
      ),
      { minItems: 1, ...says('各行，每行成为名为其 id 的一步', 'The rows; each becomes the step of its id') },
    ),
    total: Type.Optional(
      Type.Object(
        { ...stepBase, ...Type.Omit(Total, ['of']).properties },
        { ...closed, ...says('各行相加成为的一步', 'The step that is the sum of the rows') },
      ),
    ),
  },
  {
    ...closed,
    ...says(
      '一张考核细则表：共同的写法写一次，每行是一步',
      'An annex of many items: what they share is written once, each row is a step',
    ),
  },
);

export type Items = Static<typeof Items>;
