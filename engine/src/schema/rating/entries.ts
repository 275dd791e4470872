import { Choice, ChoiceOr } from '../choice.ts';
import { Condition, closed, FieldId, type Static, Type, Why } from '../common.ts';
import { Duration } from '../duration.ts';
import { Expression } from '../expression.ts';
import { says, told } from '../says.ts';
import { entrySet } from '../set.ts';
import { sized } from '../sized.ts';
import { besideKeys, WHERE_THERE_IS, WHETHER } from './beside.ts';
import { Units, zh } from './shared.ts';

const cel = (zh: string, en: string) => Type.String({ minLength: 1, ...says(zh, en) });

/** Entries of one form, each of which counts. */
export const Entries = Type.Object(entrySet, {
  ...closed,
  ...says(
    '一种表的哪些记录：符合 `where` 的、`during` 期间的、关于 `about` 的',
    'Entries of a form: which (`where`), of which days (`during`), about whom (`about`)',
  ),
});

const Rung = Type.Union(
  [Expression, Type.Record(Type.String(), Expression)],
  says('多少分，或按第二个键再分', 'Points, or a table by the second key'),
);

/** What one entry is worth. */
export const Points = Type.Union(
  [
    Expression,
    Type.Object(
      {
        of: cel('记录中写的分数：`data.points`', 'The points put down in the entry: `data.points`'),
        from: told(Expression, '最少', 'The least'),
        to: told(Expression, '最多', 'The most'),
        reason: ChoiceOr(
          zh('裁量是否须写理由', 'Whether it needs a reason'),
          { 'not-required': zh('不要求', 'not required') },
          FieldId,
        ),
      },
      {
        ...closed,
        ...says(
          '幅度内裁量：超出幅度或没有理由的不计，并提示',
          'Discretion within a range. An entry outside it or without its reason does not count and says so',
        ),
      },
    ),
    Type.Object(
      {
        by: Type.Union(
          [
            cel('一个字段：`data.level`', 'One field: `data.level`'),
            Type.Array(Type.String({ minLength: 1 }), { minItems: 2, maxItems: 2, ...says('两个字段', 'Two fields') }),
          ],
          says('按什么分档：`data.level`', 'What the ladder goes by: `data.level`'),
        ),
        table: Type.Record(
          Type.String(),
          Rung,
          says(
            '每个值多少分；两个键时是表中表：`{ county: { praise: 3, title: 5 } }`',
            'Points by value; with two keys, a table of tables: `{ county: { praise: 3, title: 5 } }`',
          ),
        ),
        otherwise: ChoiceOr(
          zh('表中没有的值怎么办', 'A value the table does not list'),
          {
            zero: zh('不计分', 'nothing'),
            stop: zh('结果未知，直到写明', 'not known until it is listed'),
          },
          Expression,
        ),
      },
      {
        ...closed,
        ...says('按级别、程度分档计分', 'A ladder: level of honour, of body, of severity; by one key or two'),
      },
    ),
    Type.Object(
      {
        is: cel(
          '由记录算出的分数：`0.5 * working_days_between(data.due, data.done_on)`',
          'The points: `0.5 * working_days_between(data.due, data.done_on)`',
        ),
        at_most: Type.Optional(sized(told(Expression, '每条最多', 'The most of one entry'), 'not-negative')),
      },
      {
        ...closed,
        ...says(
          '由记录里的数算出：可用条件语言的函数；为负的不计',
          'Worked out from the entry with the functions of conditions; below zero does not count',
        ),
      },
    ),
    Type.Object(
      {
        of: cel('按记录中的哪个数分档：`data.days_late`', 'The number judged: `data.days_late`'),
        rows: Type.Array(
          Type.Object(
            {
              at_least: Type.Optional(told(Expression, '不少于', 'So much or more')),
              above: Type.Optional(told(Expression, '多于', 'More than so much')),
              at_most: Type.Optional(told(Expression, '不多于', 'So much or less')),
              below: Type.Optional(told(Expression, '少于', 'Less than so much')),
              gives: told(Expression, '多少分', 'The points'),
            },
            closed,
          ),
          { minItems: 1, ...says('各档，从上到下，先符合的为准', 'Rows from the top; the first that fits decides') },
        ),
        otherwise: ChoiceOr(
          zh('不落入任何一档怎么办', 'A number that fits no row'),
          {
            zero: zh('不计分', 'nothing'),
            stop: zh('结果未知，直到写明', 'not known until it is listed'),
          },
          Expression,
        ),
      },
      {
        ...closed,
        ...says(
          '按记录中的数分档：逾期 1—3 天 1 分，4—7 天 2 分',
          'By steps of a number in the entry: 1 for 1 to 3 days late, 2 for 4 to 7',
        ),
      },
    ),
  ],
  says('每条记录多少分', 'What an entry is worth'),
);

/** What an entry that names several subjects counts for each of them. */
export const Split = Choice(
  zh(
    '一条记录点名几个对象时每个计多少；`about: { field: … }` 指向 `subjects` 字段时必写',
    'What each subject counts where an entry names several; needed where `about: { field: … }` is of type `subjects`',
  ),
  {
    'in-full': zh('各计全分', 'the full points each'),
    'for-each': zh('点到属于它的几个，计几份', 'the full points for each one named that belongs to it'),
    equally: zh('由所点的对象平均分担', 'shared equally by all named'),
    'by-number': zh('按为每个所填的数分', 'shared by the numbers stated for each'),
  },
);

/** Points for each unit of a size recorded in the entry. */
export const PerSize = Type.Object(
  {
    of: cel('记录的大小：`data.minutes`', 'The size of the entry: `data.minutes`'),
    size: sized(told(Expression, '每多少计一次', 'How much makes a unit'), 'divisor'),
    units: Units,
    counted: Choice(zh('单位按每条还是合计计', 'Where units are counted'), {
      'each-entry': zh('每条记录单独计', 'in each entry'),
      together: zh('各条合计后计', 'over all together'),
    }),
  },
  {
    ...closed,
    ...says(
      '每多少计分：`data.minutes` 与 `size: 20` 即每 20 分钟',
      'Points for each so many: `size: 20` with `data.minutes` is each 20 minutes',
    ),
  },
);

const validity = {
  when: Type.Optional(told(Condition, '哪些记录；不写则全部', 'Which entries; all when absent')),
};
const ValidRow = Type.Union([
  Type.Object(
    { ...validity, for: told(Duration, '从发生起多久', 'For so long from its day') },
    { ...closed, ...says('若干时间内', 'For a time') },
  ),
  Type.Object(
    {
      ...validity,
      until: cel('有效的最后一天：`data.until`', 'The last day on which it counts: `data.until`'),
    },
    { ...closed, ...says('到记录写明的一天', 'Until a day the entry states') },
  ),
  Type.Object(
    { ...validity, ends: Type.Literal('never', says('长期', 'It does not end')) },
    { ...closed, ...says('长期有效', 'For good') },
  ),
]);

/** How long an entry counts. */
export const Valid = Type.Union([ValidRow, Type.Array(ValidRow, { minItems: 1 })], {
  ...says(
    '记录的有效期：期末（或查询之日，取早者）仍有效的都计，不论何时发生。先符合 `when` 的一行算；`when` 中可用 `points`',
    'How long an entry counts: if in force on the last day of the period, or the day asked for if earlier. The first row whose `when` holds decides; `when` also knows `points`',
  ),
});

const Per = Type.Union(
  [
    Type.Literal('day', says('每天', 'each day')),
    Type.Literal('week', says('每周', 'each week')),
    Type.Literal('ten-days', says('每旬', 'each ten days')),
    Type.Literal('half-month', says('每半月', 'each half month')),
    Type.Literal('month', says('每月', 'each month')),
    Type.Literal('quarter', says('每季度', 'each quarter')),
    Type.Literal('half-year', says('每半年', 'each half-year')),
    Type.Literal('year', says('每年', 'each year')),
    Type.Literal('period', says('每评定期', 'each period')),
    Type.Object(
      {
        same: cel('这个值相同的合并限：`data.project`', 'Entries with the same value share the cap: `data.project`'),
      },
      { ...closed, ...says('同一事物的', 'Of the same thing') },
    ),
  ],
  says('在什么之内', 'In what'),
);

export const Caps = Type.Array(
  Type.Object(
    {
      per: Per,
      at_most: sized(told(Expression, '至多计多少分', 'The most that counts'), 'not-negative'),
    },
    closed,
  ),
  {
    minItems: 1,
    ...says('每天、每月……合计至多多少；可同时几条', 'The most of one day, month … together; several hold at once'),
  },
);

const number = { per: Per };

/** How many entries count. */
export const Only = Type.Union(
  [
    Type.Object(
      { best: sized(told(Expression, '最高的几条', 'The so many highest'), 'how-many'), ...number },
      { ...closed, ...says('只计最高的几条；同分的先后按日期', 'Only the highest; equals by their day') },
    ),
    Type.Object(
      { first: sized(told(Expression, '最早的几条', 'The so many first'), 'how-many'), ...number },
      { ...closed, ...says('只计最早的几条', 'Only the first') },
    ),
    Type.Object(
      { last: sized(told(Expression, '最近的几条', 'The so many last'), 'how-many'), ...number },
      { ...closed, ...says('只计最近的几条', 'Only the last') },
    ),
  ],
  says('只计几条：每人至多报 3 项，取最高的 3 项', 'How many count: three at most, the highest'),
);

/** Entries of another form that say whether, and how much, an entry counts. */
export const Beside = Type.Array(
  Type.Object(
    {
      ...besideKeys,
      then: ChoiceOr(
        WHERE_THERE_IS,
        WHETHER,
        Type.Object(
          { times: sized(told(Expression, '几倍', 'How many times'), 'not-negative') },
          { ...closed, ...says('按几倍计：减半写 0.5', 'It counts so many times: 0.5 is half') },
        ),
      ),
      why: Why,
    },
    closed,
  ),
  {
    minItems: 1,
    ...says(
      '另一种记录决定这条计不计、计多少：已请假的缺席不扣，15 日内补课的不扣，处分期内的加分不计、减半',
      'Entries of another form say whether and how much it counts: an absence excused, a bonus while a sanction has effect',
    ),
  },
);

export type Beside = Static<typeof Beside>;
export type Split = Static<typeof Split>;
export type Points = Static<typeof Points>;
export type PerSize = Static<typeof PerSize>;
export type Valid = Static<typeof Valid>;
export type ValidRow = Static<typeof ValidRow>;
export type Caps = Static<typeof Caps>;
export type Only = Static<typeof Only>;
