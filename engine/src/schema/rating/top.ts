import { Choice } from '../choice.ts';
import { closed, FieldId, Id, type Static, Type } from '../common.ts';
import { Expression } from '../expression.ts';
import { Best, BorderTies, MissingPeers, Within, zh } from './shared.ts';

const award = { gives: Type.Optional(Id), needs: Type.Optional(Expression) };

const ShareRounding = Choice(zh('名额不是整数怎么办', 'How part places are rounded'), {
  down: zh('舍去', 'down'),
  up: zh('进一', 'up'),
  'nearest-half-up': zh('四舍五入', 'to the nearest, halves up'),
});

const Award = Type.Union(
  [
    Type.Object({ first: Expression, ...award }, closed),
    Type.Object({ from: Expression, to: Expression, ...award }, closed),
    Type.Object({ share: Expression, rounding: ShareRounding, ...award }, closed),
    Type.Object({ last: Expression, ...award }, closed),
  ],
  {
    description:
      '`first: 3`; `from: 4, to: 9`; the best `share: 0.15`; `last: 2`. `needs` is a minimum, `gives` the grade (prize) of the scale.',
  },
);

/** Construct `top`: the first, the last, or the best share, as yes or no or as a prize. */
export const Top = Type.Object(
  {
    of: FieldId,
    best: Best,
    within: Within,
    scale: Type.Optional(Id),
    awards: Type.Array(Award, { minItems: 1 }),
    short: Choice(zh('名次够而条件不够的', 'Who has the place but not the minimum'), {
      none: zh('不得', 'gets nothing'),
      'next-award': zh('再看下一项', 'is considered for the next award'),
    }),
    vacant: Choice(zh('因此空出的名额', 'A place left free by that'), {
      lapse: zh('作废', 'lapses'),
      'move-up': zh('由其后的递补', 'goes to the next'),
    }),
    ties: BorderTies,
    missing: MissingPeers,
  },
  {
    ...closed,
    description:
      'Awards in the order of the list. Without `scale` it is yes for whoever gets one. Persons are not listed as the last by activity.',
  },
);

export type Top = Static<typeof Top>;
