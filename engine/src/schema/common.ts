import { type Static, type TSchema, Type } from 'typebox';
import { says, told } from './says.ts';

/** Every object of the pack language is closed: an unknown key is an error, never ignored. */
export const closed = { additionalProperties: false } as const;

export const Words = Type.Object(
  {
    'zh-CN': Type.String({ minLength: 1, ...says('中文', 'In Chinese') }),
    en: Type.String({ minLength: 1, ...says('英文', 'In English') }),
  },
  {
    ...closed,
    bilingual: true,
    ...says(
      '给人看的文字：`迟报`，或两种语言 `{ zh-CN: 迟报, en: Late report }`',
      'Text for people: `迟报`, or in both languages `{ zh-CN: 迟报, en: Late report }`',
    ),
  },
);

export const Id = Type.String({
  pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
  ...says('小写英文，用 - 连接：`weekly-joint-office`', 'Lower-case words joined by hyphens: `weekly-joint-office`'),
});

export const FieldId = Type.String({
  pattern: '^[a-z][a-z0-9]*(_[a-z0-9]+)*$',
  ...says(
    '小写英文，用 _ 连接，条件里才能写 `data.households_total`',
    'Lower-case words joined by underscores, for conditions: `data.households_total`',
  ),
});

export const ParameterId = Type.String({
  pattern: '^[a-z][a-z0-9-]*(\\.[a-z0-9-]+)*$',
  ...says('小写英文，用 . 连接：`joint-office.days`', 'Dotted lower-case words: `joint-office.days`'),
});

export const Day = Type.String({
  pattern: '^\\d{4}-\\d{2}-\\d{2}$',
  ...says('日期，年-月-日：`2026-03-05`', 'A civil day, year-month-day: `2026-03-05`'),
});
export const MonthDay = Type.String({
  pattern: '^\\d{2}-\\d{2}$',
  ...says('每年的某一天，月-日：`06-30`', 'A day of every year, month-day: `06-30`'),
});
export const Decimal = Type.Union([Type.Number(), Type.String({ pattern: '^-?\\d+(\\.\\d+)?$' })], {
  ...says('精确的数；位数多时加引号', 'An exact decimal; quote it when it has many digits'),
});

export const Source = Type.Object(
  {
    document: Type.String({ ...says('文件名称与文号', 'Title and number of the document the rule stands in') }),
    clause: Type.Optional(Type.String({ ...says('条、款、项', 'Clause or paragraph') })),
    url: Type.Optional(Type.String(says('公开的网址', 'Where it is published'))),
    requirement: Type.Optional(
      Type.Array(
        Type.String({ pattern: '^R\\d{3}-\\d{2}$', ...says('需求编号：`R001-02`', 'Number of a demand: `R001-02`') }),
        says('它满足的需求', 'The demands it meets'),
      ),
    ),
    note: Type.Optional(Type.String(says('说明：与原文不同之处、理解', 'A remark: how the text was read'))),
  },
  {
    ...closed,
    ...says('依据：没有出处的规则不能执行', 'Where the rule stands; a rule without a source cannot be applied'),
  },
);

export const Condition = Type.String({
  minLength: 1,
  ...says(
    '条件：`data` 是记录的字段，`entry` 是记录本身（date、recorded_on、confirmed），`subject` 是记录所关于的对象（kind、level、attributes）；在评分和指标中 `rated` 是被评的对象本身（since、until、attributes）：`data.kind == "late"`',
    'A condition over `data` (the entry’s fields), `entry` (date, recorded_on, confirmed), `subject` (whom it is about: kind, level, attributes) and, in ratings and measures, `rated` (since, until, attributes): `data.kind == "late"`',
  ),
});

export const Rounding = Type.Union(
  [
    Type.Literal('none', says('不取整，5/3 就是 5/3', 'not at all: 5/3 stays as it is')),
    Type.Literal('up', says('向上取整', 'up to a whole one')),
    Type.Literal('down', says('向下取整', 'down to a whole one')),
    Type.Literal('half-up', says('四舍五入', 'to the nearest whole one, halves up')),
    Type.Literal('half-even', says('四舍六入五成双', 'to the nearest whole one, halves to the even one')),
    Type.Literal('to-half-up', says('向上取到半个', 'up to a half one')),
    Type.Literal('to-half-down', says('向下取到半个', 'down to a half one')),
  ],
  says('不足一个单位怎么取整', 'How a part unit is rounded'),
);

export const DaysOf = Type.Union(
  [
    Type.Literal('working-days', says('工作日', 'working days')),
    Type.Literal('calendar-days', says('自然日', 'calendar days')),
  ],
  says('按工作日还是自然日', 'Working days or calendar days'),
);

/** Ids that name something else: what they name. */
export const FormId = told(Id, '表单的 id', 'Id of a form');
export const FieldName = told(FieldId, '表单中字段的 id', 'Id of a field of the form');
export const StepId = told(FieldId, '本办法中一步的 id', 'Id of a step of this rating');
export const GradeId = told(Id, '等次的 id', 'Id of a grade');
export const ScaleId = told(Id, '等次表的 id（见 scales）', 'Id of a scale of grades (see scales)');
export const UnitId = told(Id, '单位的 id（见 kinds 的 units）', 'Id of a unit (see units in kinds)');
export const UnitOrShare = told(
  Id,
  '单位的 id（见 kinds 的 units）；占比、增长率写 share：8% 即 0.08',
  'Id of a unit (see units in kinds); for shares and growth share: 8 % is 0.08',
);
export const Why = told(Words, '理由，写进说明', 'The reason, as the explanation gives it');

export type { Static, TSchema };
export { Type };
