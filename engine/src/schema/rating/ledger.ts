import { Choice, ChoiceOr } from '../choice.ts';
import { Condition, closed, FormId, type Static, Type, Words } from '../common.ts';
import { Duration } from '../duration.ts';
import { Expression } from '../expression.ts';
import { says, told } from '../says.ts';
import { About, Joined } from '../set.ts';
import { sized } from '../sized.ts';
import { Beside, Caps, Points, Split, Valid } from './entries.ts';
import { OneMatter } from './matter.ts';
import { Reads } from './reads.ts';
import { Floor, zh } from './shared.ts';

const entries = Type.Object(
  { form: FormId, where: Type.Optional(Condition), about: Type.Optional(About), predecessors: Type.Optional(Joined) },
  { ...closed, ...says('哪些记录', 'Which entries') },
);

export const LedgerRow = Type.Object(
  {
    title: Words,
    entries,
    reads: Type.Optional(Reads),
    points: Points,
    split: Type.Optional(Split),
    valid: Valid,
    beside: Type.Optional(Beside),
    one_matter: Type.Optional(OneMatter),
    caps: Type.Optional(Caps),
  },
  {
    ...closed,
    ...says(
      '记入积分账的记录、分值、有效期；同一事项只计一条，每天、每月、每年至多多少',
      'Entries put down in the ledger, what each is worth and how long it counts; one matter once, the most of a day, month or year',
    ),
  },
);

/** Construct `ledger`: dated points that live for a time, as of any day. */
export const Ledger = Type.Object(
  {
    plus: Type.Optional(Type.Array(LedgerRow, { minItems: 1, ...says('加分', 'What adds') })),
    minus: Type.Optional(Type.Array(LedgerRow, { minItems: 1, ...says('减分', 'What takes') })),
    exchanges: Type.Optional(
      Type.Object(
        {
          of: Type.Array(
            Type.Object(
              {
                title: Words,
                entries,
                reads: Type.Optional(Reads),
                points: Points,
                split: Type.Optional(Split),
                beside: Type.Optional(Beside),
                caps: Type.Optional(Caps),
              },
              {
                ...closed,
                ...says(
                  '一种兑换；超出 `caps` 的整笔不计，不占限额',
                  'An exchange beyond one of the `caps` is refused as a whole and uses no room',
                ),
              },
            ),
            { minItems: 1, ...says('各种兑换', 'The kinds of exchange') },
          ),
          overdrawn: Choice(zh('兑换超过余额怎么办', 'An exchange beyond the balance'), {
            refused: zh('不计，并提示', 'does not count, and says so'),
            counts: zh('照计，余额为负', 'counts, the balance falls below zero'),
          }),
        },
        {
          ...closed,
          ...says('兑换：先用最早到期的积分', 'Points given for goods or services; they use up what expires first'),
        },
      ),
    ),
    gives: Choice(zh('得出什么', 'What it gives'), {
      score: zh('积分：不因兑换减少', 'the score: exchanges do not lower it'),
      spendable: zh('可用余额：减去已兑换的', 'the balance to spend: less what was exchanged'),
      resets: zh('满额清零的次数', 'how often it was full'),
      highest: zh('本期内最高到过多少', 'the highest it stood at in the period'),
    }),
    starts: ChoiceOr(
      zh('以前各期的积分怎么办', 'Points from before the period'),
      {
        anew: zh('清零，只计本期', 'only entries of the period count'),
        all: zh('全部延续', 'all count as long as they are valid'),
      },
      Type.Object(
        {
          carries: sized(
            told(Expression, '上期末余额的几成：`0.5`', 'The share of what the period before ended with: `0.5`'),
            'not-negative',
          ),
          at_most: Type.Optional(sized(told(Expression, '至多多少分', 'At most so many points'), 'not-negative')),
        },
        {
          ...closed,
          ...says('结转上期末的一部分，欠分也结转', 'A share of what the period before ended with, a debt too'),
        },
      ),
    ),
    floor: Floor,
    cap: ChoiceOr(zh('最高到多少', 'The upper end'), { none: zh('不封顶', 'none') }, Expression),
    ends_hold: Type.Optional(
      Choice(
        zh(
          '上下限随时起作用还是期末才起作用；有加有减、又有上下限时必写',
          'When its ends hold; needed where there is an end and things both add and take',
        ),
        {
          'at-the-end': zh('期末对总和', 'for the sum, at the end'),
          'at-every-entry': zh(
            '每记一笔就起作用：扣到下限为止，其后从下限加起',
            'at every entry: what comes later starts from the end',
          ),
        },
      ),
    ),
    cycle: Type.Optional(
      Type.Object(
        {
          from: ChoiceOr(
            zh('周期从何时起', 'When a cycle begins'),
            { 'first-entry': zh('首次记分之日；届满之后的下一次另起', 'on the day of an entry outside a cycle') },
            told(
              Expression,
              '自这一天起，一个接一个：`attr("licensed_on")`',
              'From this day on, one after the other: `attr("licensed_on")`',
            ),
          ),
          lasts: told(Duration, '一个周期多久', 'How long it lasts'),
        },
        {
          ...closed,
          ...says(
            '记分周期，届满清零：`{ from: first-entry, lasts: { months: 12 } }`',
            'Cycles, each of which begins at nothing: `{ from: first-entry, lasts: { months: 12 } }`',
          ),
        },
      ),
    ),
    resets: Type.Optional(
      Type.Object(
        {
          at: sized(told(Expression, '满多少分', 'At how many points'), 'positive'),
          leaves: Choice(zh('满额后余下的', 'What is left then'), {
            zero: zh('清零，超出的不计', 'nothing'),
            rest: zh('只减去这么多，超出的留下', 'what is beyond it'),
          }),
        },
        {
          ...closed,
          ...says(
            '每满若干分清零重计，如满 12 分约谈；`gives: resets` 得出次数',
            'Begins anew each time it is full: a talk at 12 points; `gives: resets` is how often',
          ),
        },
      ),
    ),
  },
  {
    ...closed,
    ...says('积分账：查询之日有效的积分之和', 'A ledger of points: the sum in force on the day asked for'),
  },
);

export type Ledger = Static<typeof Ledger>;
export type LedgerRow = Static<typeof LedgerRow>;
