import { closed, DaysOf, Decimal, ParameterId, Rounding, type Static, Type, UnitId } from './common.ts';
import { Expression } from './expression.ts';
import { says } from './says.ts';
import { sized } from './sized.ts';

const bound = (zh: string, en: string) =>
  Type.Union([Decimal, Type.Object({ parameter: ParameterId }, closed), Expression], says(zh, en));

const AtLeast = sized(
  bound(
    '至少多少：一个数、参数，或按对象算出的式子：`attr("terrain") == "plain" ? 4 : 2`',
    'At least so much: a number, a parameter, or a formula over the subject: `attr("terrain") == "plain" ? 4 : 2`',
  ),
  'not-negative',
);

const AtMost = bound(
  '至多多少：一个数、参数，或按对象算出的式子，如上年的数量；一超过就亮红灯',
  'At most so much: a number, a parameter, or a formula over the subject, such as the figure of last year; beyond it the light is red at once',
);

export const Share = Type.Union(
  [
    Type.Number({ minimum: 0 }),
    Type.String({ pattern: '^\\d+(\\.\\d+)?$' }),
    Type.String({ pattern: '^\\d+/\\d+$', ...says('分数：`2/3`', 'A fraction: `2/3`') }),
    Type.Object({ parameter: ParameterId }, closed),
  ],
  says('占比：`0.5`、`2/3` 或参数', 'A share: `0.5`, `2/3`, or a parameter'),
);

const base = Type.Union(
  [DaysOf, Expression],
  says('基数：本期天数，或算式', 'The base: days of the period, or a figure'),
);

/** Constructs `amount-fixed`, `amount-share`, `amount-most`: how much is owed, or how much may be. */
export const Amount = Type.Union(
  [
    Type.Object(
      { at_most: AtMost, unit: UnitId },
      {
        ...closed,
        ...says(
          '不得超过：没有记录即未超，接近上限时提醒，一超过就亮红灯',
          'A limit: nothing recorded is within it, near it the light warns, beyond it the light is red at once',
        ),
      },
    ),
    Type.Object(
      { at_least: AtLeast, at_most: Type.Optional(AtMost), unit: UnitId },
      {
        ...closed,
        ...says(
          '固定的数量；可另有上限：5 至 7 人',
          'A fixed amount, with an upper end where there is one: 5 to 7 persons',
        ),
      },
    ),
    Type.Object(
      { share: Share, of: base, rounding: Rounding, unit: UnitId },
      { ...closed, ...says('基数的一部分', 'A share of a base') },
    ),
    Type.Object(
      { at_most_share: Share, of: base, rounding: Rounding, unit: UnitId },
      { ...closed, ...says('不得超过基数的一部分', 'Not more than a share of a base') },
    ),
  ],
  says('整个期间应办多少，或至多多少', 'How much is owed in a full period, or how much may be'),
);

export type Amount = Static<typeof Amount>;
