import { Choice, ChoiceOr } from '../choice.ts';
import { closed, FieldId, type Static, Type } from '../common.ts';
import { Expression } from '../expression.ts';
import { MissingPeers, Own, Within, zh } from './shared.ts';

/** Construct `peers`: a statistic over the group, as a value of each subject. */
export const Peers = Type.Object(
  {
    of: FieldId,
    statistic: Type.Union(
      [
        Type.Literal('mean'),
        Type.Literal('median'),
        Type.Literal('min'),
        Type.Literal('max'),
        Type.Literal('sum'),
        Type.Literal('count'),
        Type.Literal('share'),
      ],
      { description: '`count` and `share` are of the subjects that fulfil `that`.' },
    ),
    that: Type.Optional(Expression),
    within: Within,
    own: Own,
    empty: ChoiceOr(
      zh('没有可比对象时', 'Without anybody to compare with'),
      { 'not-applicable': zh('不适用', 'it does not apply'), zero: zh('按零计', 'it is zero') },
      Type.Object({ value: Expression }, closed),
    ),
    missing: MissingPeers,
  },
  { ...closed, description: 'Mean, median, least, most, sum, number or share of the group.' },
);

export type Peers = Static<typeof Peers>;

export const Against = Type.Object(
  {
    against: Choice(zh('与什么比', 'What it is set against'), {
      mean: zh('平均数', 'the mean'),
      median: zh('中位数', 'the median'),
    }),
    as: Choice(zh('怎么比', 'How it is compared'), {
      difference: zh('相差多少，好于为正', 'by how much it is better'),
      ratio: zh('是其几倍', 'as a multiple'),
    }),
  },
  closed,
);
