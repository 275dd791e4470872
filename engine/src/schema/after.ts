import { Condition, closed, DaysOf, FieldId, FieldName, FormId, type Static, Type } from './common.ts';
import { Count } from './count.ts';
import { DayOff } from './day-off.ts';
import { NamedIn } from './named-in.ts';
import { NextDay, NextPeriod } from './next-period.ts';
import { NthEvent } from './nth-event.ts';
import { says, told } from './says.ts';
import { Term } from './term.ts';

const Match = Type.Union(
  [
    FieldId,
    Type.Object(
      {
        event: told(FieldId, '事由中的字段', 'The field of the event'),
        entry: told(FieldId, '答复中的字段', 'The field of its answer'),
      },
      closed,
    ),
  ],
  {
    ...says(
      '事由与答复相同的字段，如文号：`match: number`；名称不同时写 `match: { event: number, entry: reply_to }`。只有写明该编号的记录才计入，每件事由各自成一期',
      'The field an event and its answer have in common, such as a number: `match: number`, or `match: { event: number, entry: reply_to }` where they are called differently. Only entries that name it count, and each event is a period of its own',
    ),
  },
);

/** An entry from which a duty follows. */
export const Event = Type.Object(
  {
    form: FormId,
    date: Type.Optional(
      told(FieldName, '从哪个日期字段算；不写为发生日期', 'From which date field; the day it happened when absent'),
    ),
    where: Type.Optional(Condition),
    at: Type.Optional(
      told(
        FieldName,
        '几点：`time` 字段，期限以小时计时必写',
        'At what time: a field of type `time`, needed where the term is in hours',
      ),
    ),
    about: Type.Optional(
      Type.Union(
        [
          Type.Literal('above', {
            ...says(
              '上级组织的记录：县里的一份通知对其下每个乡镇都产生义务',
              'Entries about organisations above: one notice of the county binds every township below it',
            ),
          }),
          NamedIn,
        ],
        says('谁的记录；不写为对象本身的', 'Whose entries; the subject’s own when absent'),
      ),
    ),
    nth: Type.Optional(NthEvent),
    match: Type.Optional(Match),
    each: Type.Optional(
      Type.Literal('event', {
        ...says(
          '同一天的每件事由各自成一期；不写则同日合为一期',
          'Each event is a period of its own; without it those of one day are one period',
        ),
      }),
    ),
  },
  closed,
);

const extending = {
  form: FormId,
  where: Type.Optional(Condition),
  match: Type.Optional(Match),
  at_most: Count({ minimum: 1 }, says('最多延几次', 'How often at the most')),
};

/** An entry that moves the last day of an event's term. */
const ExtendedBy = Type.Union(
  [
    Type.Object(
      { ...extending, until: told(FieldName, '延到哪天的日期字段', 'The date field that holds the new last day') },
      { ...closed, ...says('延到批准的日期', 'Until the day that was granted') },
    ),
    Type.Object(
      {
        ...extending,
        by: Term(1),
        days: Type.Optional(DaysOf),
      },
      { ...closed, ...says('每次延长一定时间', 'By so much each time') },
    ),
  ],
  says(
    '经批准可延期：期满前的这种记录把最后一天移到所批的日期（until）或延长一定时间（by）；`where: entry.confirmed` 即须经确认',
    'An approved extension: such an entry, dated by the last day, moves it to the day granted (`until`) or by so much (`by`); `where: entry.confirmed` asks for approval',
  ),
);

export type ExtendedBy = Static<typeof ExtendedBy>;

const Hours = Type.Object(
  { hours: Count({ minimum: 1 }, says('几小时', 'Hours')) },
  {
    ...closed,
    ...says(
      '以小时计：`{ hours: 2 }`，从事由所写的日期和 `at` 钟点算起，到 `counts` 里 `at` 的钟点；灯按天变，过了钟点未办的次日转为逾期。休息日不计：`within: { hours: 24 }, days: working-days`（休息日发生的自下一个工作日零点起算）；休息日照计、到期逢休息日顺延到下一个工作日的同一钟点：`day_off: next-working-day`',
      'In hours: `{ hours: 2 }`, from the day and the time `at` of the event to the time `at` of what counts; lights turn by days, so one not done turns overdue on the day after. Days off do not count: `within: { hours: 24 }, days: working-days` (from midnight of the next working day where it happened on one); they count, and an end on one moves to the same time of the next working day: `day_off: next-working-day`',
    ),
  },
);

/** Construct `after-event`. */
export const AfterEvent = Type.Object(
  {
    after: Type.Union(
      [
        Type.Object(
          { start_of: Type.Literal('subject', says('对象', 'The subject')) },
          { ...closed, ...says('对象开始之后，如任职、到岗', 'After the subject starts, as in a post') },
        ),
        Event,
      ],
      says('在什么之后', 'After what'),
    ),
    begins: Type.Optional(
      told(
        Type.Union([Term(1), NextPeriod]),
        '满多久才开始：`{ months: 6 }`；自次月起 `{ next: month }`；within 自那时算起',
        'How long after it begins: `{ months: 6 }`, or `{ next: month }` from the next month on; `within` runs from then',
      ),
    ),
    within: Type.Union(
      [Term(0), Hours, NextDay],
      says(
        '多久：天数（另以 days 写明工作日或自然日），或 `{ months: 3 }`、`{ weeks: 2 }`、`{ years: 1 }`；以小时计 `{ hours: 2 }`；次月 10 日前 `{ next: month, day: 10 }`',
        'How long: a number of days, of the kind that `days` names, or `{ months: 3 }`, `{ weeks: 2 }`, `{ years: 1 }`; in hours `{ hours: 2 }`; by a day of the next month `{ next: month, day: 10 }`',
      ),
    ),
    days: Type.Optional(DaysOf),
    extended_by: Type.Optional(ExtendedBy),
    day_off: Type.Optional(DayOff),
  },
  closed,
);

/** Construct `before-date`. */
export const BeforeDate = Type.Object(
  {
    before: Type.Object(
      {
        ...Type.Omit(Event, ['at', 'nth']).properties,
        date: told(FieldName, '到期的日期字段', 'The date field that holds the day'),
      },
      { ...closed, ...says('在哪条记录所写的日期之前', 'Before a day that an entry names') },
    ),
    within: Term(0),
    days: Type.Optional(DaysOf),
    day_off: Type.Optional(DayOff),
  },
  {
    ...closed,
    ...says(
      '记录所写日期之前若干时间内，如证照到期前：`before: { form: licence, date: expires_on }, within: 30, days: calendar-days`',
      'In the time before a day that an entry names, such as the end of a licence: `before: { form: licence, date: expires_on }, within: 30, days: calendar-days`',
    ),
  },
);

/** The same, due on the day that the event itself names. */
export const AfterUntil = Type.Object(
  {
    after: told(Event, '在什么之后', 'After what'),
    until: Type.Object(
      {
        field: FieldName,
        at: Type.Optional(told(FieldName, '几点之前：`time` 字段', 'By what time: a field of type `time`')),
      },
      { ...closed, ...says('期限的日期字段', 'The date field that holds the last day') },
    ),
    extended_by: Type.Optional(ExtendedBy),
    day_off: Type.Optional(DayOff),
  },
  {
    ...closed,
    ...says(
      '期限写在事由里：`until: { field: due_date }`，每件事由各自成一期',
      'The event itself names the last day: `until: { field: due_date }`; each event is a period of its own',
    ),
  },
);

export type Event = Static<typeof Event>;
