import { Apart } from './apart.ts';
import { Condition, closed, FieldName, FormId, Id, type Static, Type } from './common.ts';
import { Duration } from './duration.ts';
import { says, told } from './says.ts';

/** Which days a set reads, seen from the period it is worked out for. */
export const During = Type.Union(
  [
    Type.Literal('period', says('本期', 'the period')),
    Type.Literal('to-date', says('截至当日的全部，不晚于期末', 'all up to the day, at most to the end of the period')),
    Type.Literal('previous-period', says('上一期', 'the period before')),
    Type.Literal('previous-year', says('上年同期', 'the same days a year earlier')),
    Type.Literal(
      'previous-year-to-date',
      says('上年同期，只到查询之日的同一天', 'the same days a year earlier, up to the same day'),
    ),
    Type.Object(
      { last: told(Duration, '最近多久', 'How long') },
      { ...closed, ...says('最近若干时间，不晚于期末', 'So long up to the day, at most to the end of the period') },
    ),
    Type.Object(
      { after: told(Duration, '期末之后多久', 'How long') },
      { ...closed, ...says('期末之后若干时间', 'So long after the end of the period') },
    ),
    Type.Object(
      { with_after: told(Duration, '期末之后多久', 'How long') },
      { ...closed, ...says('本期及期末之后若干时间', 'The period and so long after it') },
    ),
  ],
  says('读哪些日子的；不写为本期', 'Days it reads; the period when absent'),
);

const organisation = Type.Literal('organisation', says('它所属的组织', 'the organisation it belongs to'));
const people = Type.Literal(
  'people',
  says(
    '记录当日在那里的成员、任职和派驻的人',
    'members, holders of posts and those posted there on the day of the entry',
  ),
);
const below = Type.Literal('below', says('它和下级组织及其人员', 'organisations at or below it and their people'));
const postings = Type.Literal('postings', says('派驻到那里的人', 'those posted there'));
const sent = Type.Literal('sent', says('它派出的人', 'those it sent'));
const members = Type.Literal('members', says('它的成员', 'its members'));
const holders = Type.Object(
  { holders: told(Id, '职务的 id', 'Id of the post') },
  { ...closed, ...says('任这一职务的人', 'Those who held this post there') },
);

const whereItHolds = Type.Object(
  { where_it_holds: told(Type.Array(Id, { minItems: 1 }), '哪些职务', 'Which posts') },
  {
    ...closed,
    ...says(
      '该人任这些职务的各个组织，只计在任期间的；`tenure` 是当日的任职（from、to）',
      'Each organisation where the person held these posts, while in office; `tenure` is that of the day (from, to)',
    ),
  },
);

/** Entries that name somebody in a field, whoever they are about. */
const Naming = Type.Object(
  {
    field: FieldName,
    names: Type.Optional(
      Type.Union(
        [
          Type.Literal('subject', says('对象本身', 'the subject')),
          organisation,
          people,
          below,
          postings,
          sent,
          members,
          holders,
        ],
        says('这个字段须写着谁；不写为对象本身', 'Whom the field must name; the subject when absent'),
      ),
    ),
  },
  {
    ...closed,
    ...says(
      '不论关于谁，只要这个字段写着对象（或 `names` 所说的人）：`subject`、`subjects` 字段按 id，文字字段按 id 或名称。一条记录点名几个，就计入每一个',
      'Entries of which this field names the subject (or whom `names` says): fields of type `subject` and `subjects` by id, texts by id or name. One that names several concerns each',
    ),
  },
);

/** Whose entries a set reads, seen from the subject it is worked out for. */
export const About = Type.Union(
  [
    Type.Literal('self', says('只关于对象本身', 'about exactly the subject')),
    organisation,
    people,
    below,
    Type.Literal(
      'above',
      says(
        '它所属的组织和其上各级，如乡镇给所辖村定下的',
        'its organisation and those above, as what a township lays down for its villages',
      ),
    ),
    postings,
    sent,
    members,
    holders,
    whereItHolds,
    Naming,
  ],
  says('关于谁的记录；不写为对象本身和所属组织的', 'About whom; the subject and its organisation when absent'),
);

/** On which days somebody must be there to be one of a set of subjects. */
export const On = Type.Union(
  [
    Type.Literal('any-day', says('期内任一日在', 'on any day of the period')),
    Type.Literal('first-day', says('期初在', 'on its first day')),
    Type.Literal('last-day', says('期末在', 'on its last day')),
    Type.Literal('every-day', says('期内一直在', 'on every day of it')),
  ],
  says(
    '人员、组织、派驻在哪一天才算；不写为期内任一日：前任和后任都算',
    'When people, organisations and postings must be there to count; on any day when absent',
  ),
);

/** Whether a merged organisation reads the entries of those it came from. */
export const Joined = Type.Union(
  [
    Type.Literal(
      'joined',
      says(
        '一并读原各组织合并、拆分之前的记录；拆分的按所承继的几成',
        'also entries of those it came from, up to the day before; of a divided one the part taken over',
      ),
    ),
    Type.Literal('left-out', says('不读', 'are not read')),
  ],
  says(
    '合并、拆分而来的组织，其原各组织的记录读不读；不写为不读。组织须登记由谁而来',
    'Whether an organisation that came from others reads their entries; not when absent',
  ),
);

/** A set to aggregate over: entries of a form, or subjects of a kind, below the measure's unit. */
export const set = {
  form: Type.Optional(told(FormId, '这种表的记录', 'Entries of this form')),
  postings: Type.Optional(told(Id, '这一类派驻', 'Postings of this kind')),
  organisations: Type.Optional(told(Id, '这一类组织', 'Organisations of this kind')),
  holders: Type.Optional(told(Id, '任这一职务的人', 'Holders of this post')),
  members: Type.Optional(Type.Literal(true, says('成员', 'Members'))),
  where: Type.Optional(Condition),
  during: Type.Optional(During),
  about: Type.Optional(About),
  on: Type.Optional(On),
  apart: Type.Optional(Apart),
  predecessors: Type.Optional(Joined),
};

/** Entries of one form that a step of a rating reads one by one. */
export const entrySet = {
  form: FormId,
  where: set.where,
  during: set.during,
  about: set.about,
  apart: set.apart,
  predecessors: set.predecessors,
};

export type During = Static<typeof During>;
export type Joined = Static<typeof Joined>;
export type On = Static<typeof On>;
export type About = Static<typeof About>;
export type Naming = Static<typeof Naming>;
