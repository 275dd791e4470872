import { Amount } from './amount.ts';
import { Apart } from './apart.ts';
import {
  Condition,
  closed,
  Day,
  DaysOf,
  Decimal,
  FieldName,
  FormId,
  Id,
  ParameterId,
  Rounding,
  Source,
  type Static,
  Type,
  Words,
} from './common.ts';
import { NamedIn } from './named-in.ts';
import { says, told } from './says.ts';
import { Joined } from './set.ts';
import { sized } from './sized.ts';
import { Term } from './term.ts';
import { TIME } from './time.ts';
import { When } from './when.ts';
import { Who } from './who.ts';

export { Amount, When, Who };

/** Construct `counts`: which entries serve the duty, and for how much. */
export const Counts = Type.Object(
  {
    form: FormId,
    where: Type.Optional(Condition),
    worth: Type.Optional(
      Type.String(says('每条计多少：`data.hours`；不写为 1', 'What an entry counts: `data.hours`; 1 when absent')),
    ),
    per: Type.Optional(
      Type.Object(
        {
          distinct: told(FieldName, '这个字段相同的合并', 'Entries with the same value of this field'),
          at_most: Type.Optional(
            sized(told(Decimal, '合并后至多计多少；不写为 1', 'The most they count; 1 when absent'), 'positive'),
          ),
        },
        {
          ...closed,
          ...says('同一事物（如同一户）合并计', 'Entries about the same thing, e.g. one household, count together'),
        },
      ),
    ),
    answers: Type.Optional(
      told(
        Condition,
        '与事由对照的条件，`event` 是事由的字段：`data.places >= event.places`；只在随记录而来的职责中，每件事由各自成一期',
        'A condition that sets it beside the event it answers, whose fields stand under `event`: `data.places >= event.places`. Only in duties that follow an entry; each event is a period of its own then',
      ),
    ),
    apart: Type.Optional(Apart),
    at: Type.Optional(
      told(
        FieldName,
        '几点办的：`time` 字段，期限有钟点时必写',
        'At what time it was done: a field of type `time`, needed where the term has a time',
      ),
    ),
    confirmed: Type.Optional(
      Type.Boolean(says('只计经第二人确认的', 'Only entries confirmed by the second person count')),
    ),
    latest: Type.Optional(
      Type.Boolean(
        says(
          '只计最近一条：状态，到下一条为止',
          'Only the latest entry counts: a state that holds until the next entry',
        ),
      ),
    ),
    carries: Type.Optional(
      Type.Boolean(says('本期之前仍有效的也计', 'An entry made before the period counts too, as long as it stands')),
    ),
    predecessors: Type.Optional(Joined),
    from_subject: Type.Optional(
      Type.Union(
        [
          Type.Literal('same', says('对象本身的', 'the subject’s own')),
          Type.Literal('organisation', says('所属组织的', 'its organisation’s')),
          Type.Literal('sending-organisation', says('派出单位的', 'its sending organisation’s')),
          Type.Literal('postings-here', says('派驻在这里的', 'those of postings working in this organisation')),
          Type.Literal('postings-sent', says('它派出的', 'those of postings it sent')),
          NamedIn,
        ],
        says('谁的记录计；不写为对象本身的', 'Whose entries count; the subject’s own when absent'),
      ),
    ),
  },
  { ...closed, ...says('一种算数的记录', 'Entries of a form that count') },
);

const reduces = Type.Union(
  [
    Type.Literal('pro-rata', says('按天数之比减', 'by the share of the days')),
    Type.Literal('only-if-whole-period', says('整个期间才免', 'only when it is the whole period')),
  ],
  says('怎么减', 'How it lessens the duty'),
);

/** Constructs `excuse-leave`, `excuse-holidays`, `excuse-reason`: what lessens or lifts the duty. */
export const Excuse = Type.Union(
  [
    Type.Object(
      {
        leave: told(Id, '请假的表单', 'The form of the leave'),
        from: told(FieldName, '第一天的字段', 'The field with its first day'),
        to: told(FieldName, '最后一天的字段', 'The field with its last day'),
        where: Type.Optional(Condition),
        reduces,
        rounding: Rounding,
      },
      { ...closed, ...says('请假', 'Leave') },
    ),
    Type.Object(
      {
        holidays: Type.Literal(true, says('法定节假日', 'Public holidays')),
        reduces,
        rounding: Rounding,
      },
      { ...closed, ...says('放假', 'Public holidays') },
    ),
    Type.Object(
      {
        reason: told(Id, '理由的表单', 'The form of the reason'),
        where: Condition,
        date: Type.Optional(told(FieldName, '看哪个日期字段', 'Which date field is looked at')),
      },
      {
        ...closed,
        ...says(
          '期内有一条被批准的这种记录即免；随记录而来的职责，where 还可用 event（事由的字段）',
          'An approved entry of this form whose date lies in the period lifts the duty; where it follows an entry, `where` also knows `event` (its fields)',
        ),
      },
    ),
  ],
  says('减免的情形', 'What lessens or lifts the duty'),
);

export const Obligation = Type.Object(
  {
    id: Id,
    title: Words,
    short: Type.Optional(told(Words, '作战图上的短名', 'A short name for the chart')),
    group: Type.Optional(
      told(Id, '属于哪一组（见 kinds 的 duty_groups）', 'One of the `duty_groups`: what it is about'),
    ),
    source: Source,
    in_force: Type.Optional(
      Type.Object(
        {
          from: Type.Optional(told(Day, '自这一天', 'The first day')),
          to: Type.Optional(told(Day, '到这一天', 'The last day')),
        },
        { ...closed, ...says('何时生效；不写随包', 'When it is in force; as the pack when absent') },
      ),
    ),
    who: told(Who, '谁应办', 'Who owes it'),
    when: When,
    amount: Amount,
    counts: Type.Array(Counts, { minItems: 1, ...says('哪些记录算数', 'Which entries count') }),
    excuses: Type.Optional(Type.Array(Excuse, says('哪些情形减免', 'What lessens or lifts it'))),
    part_period: Type.Union(
      [
        Type.Object(
          {
            owes: Type.Union(
              [Type.Literal('full', says('全额', 'the full amount')), Type.Literal('nothing', says('不办', 'nothing'))],
              says('应办多少', 'What it owes'),
            ),
          },
          { ...closed, ...says('全额或不办', 'The full amount, or nothing') },
        ),
        Type.Object(
          { owes: Type.Literal('pro-rata', says('按比例', 'in proportion')), by: DaysOf, rounding: Rounding },
          { ...closed, ...says('按天数之比', 'By the share of its days') },
        ),
      ],
      says('期间中途开始或结束的对象应办多少', 'What a period owes in which the subject starts or ends'),
    ),
    deadline: Type.Optional(
      Type.Object(
        {
          grace: Type.Optional(
            told(
              Term(0),
              '期末之后几天内填报仍算按时',
              'Days after the period’s end in which recording is still in time',
            ),
          ),
          days: Type.Optional(DaysOf),
          at: Type.Optional(
            Type.Union(
              [
                Type.String({ pattern: TIME, ...says('钟点，如 `17:30`', 'A time of day, such as `17:30`') }),
                Type.Object({ parameter: ParameterId }, closed),
              ],
              says(
                '末日几点之前办：`17:30`，或参数（按末日的值）；`counts` 以 at 写明几点办的',
                'By what time of the last day it is to be done: `17:30`, or a parameter as it stands on that day; `counts` name when it was in `at`',
              ),
            ),
          ),
        },
        { ...closed, ...says('期末的宽限，或末日的钟点', 'Grace after the end, or a time of the last day') },
      ),
    ),
    late: Type.Union(
      [
        Type.Literal('never', says('不能补办', 'no longer')),
        Type.Object(
          { within: Term(1), days: Type.Optional(DaysOf) },
          { ...closed, ...says('若干天内可补办', 'For so many days') },
        ),
      ],
      says(
        '过期之后能否补办、多久之内',
        'Whether doing or recording it after the deadline still counts as caught up, and how long',
      ),
    ),
    due_soon: Type.Union(
      [
        Type.Object(
          { within: Term(0), days: Type.Optional(DaysOf) },
          { ...closed, ...says('到期前多久提醒', 'The warning band before the deadline') },
        ),
        Type.Object(
          {
            left: Type.Union(
              [Decimal, Type.Object({ parameter: ParameterId }, closed)],
              says('还剩多少（或更少）时提醒：`1`', 'Warns when so much or less is left: `1`'),
            ),
          },
          { ...closed, ...says('上限还剩多少时提醒', 'Of a limit: how much is left when it warns') },
        ),
        Type.Object(
          {
            used: Type.Union(
              [Decimal, Type.Object({ parameter: ParameterId }, closed)],
              says('用到上限的几成时提醒：`0.8`', 'Warns when this share of the limit is used: `0.8`'),
            ),
          },
          { ...closed, ...says('用到上限的几成时提醒', 'Of a limit: the share that is used when it warns') },
        ),
      ],
      says('何时提醒', 'When it warns'),
    ),
    act: Type.Optional(
      Type.Array(
        FormId,
        says(
          '点“去办”时给哪些表；不写为算数的表',
          'Forms offered to the person who acts; the counted forms when absent',
        ),
      ),
    ),
    responsible: Type.Optional(told(Words, '由谁负责', 'Who is responsible')),
    locally: Type.Optional(
      Type.Union(
        [
          Type.Literal('fixed', says('不得改动', 'nothing')),
          Type.Literal('tightened', says('只可从严另定', 'set anew if it is no looser')),
          Type.Literal('replaced', says('可另定', 'set anew')),
          Type.Literal('lifted', says('可另定，也可免去', 'set anew or lifted')),
        ],
        says(
          '在本包之上的包可怎么改；不写为只可从严',
          'What packs that build on this one may do with it; only tighten it when absent',
        ),
      ),
    ),
  },
  {
    ...closed,
    ...says(
      '一项职责：谁、办什么、多久一次、何时为止、何种情形减免',
      'A duty: who owes what, how often, until when, with which excuse',
    ),
  },
);

export type Obligation = Static<typeof Obligation>;
export type Counts = Static<typeof Counts>;
export type Excuse = Static<typeof Excuse>;
