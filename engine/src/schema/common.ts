import { type Static, type TSchema, Type } from 'typebox';

/** Every object of the pack language is closed: an unknown key is an error, never ignored. */
export const closed = { additionalProperties: false } as const;

export const Words = Type.Object(
  { 'zh-CN': Type.String({ minLength: 1 }), en: Type.String({ minLength: 1 }) },
  { ...closed, description: '两种语言的文字，中文在前。/ Text in both languages, Chinese first.' },
);

export const Id = Type.String({
  pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
  description: '小写英文，用 - 连接。/ Lower-case words joined by hyphens: `weekly-joint-office`.',
});

export const FieldId = Type.String({
  pattern: '^[a-z][a-z0-9]*(_[a-z0-9]+)*$',
  description:
    '小写英文，用 _ 连接，条件里才能写 `data.households_total`。/ Lower-case words joined by underscores, so that conditions can say `data.households_total`.',
});

export const ParameterId = Type.String({
  pattern: '^[a-z][a-z0-9-]*(\\.[a-z0-9-]+)*$',
  description: '小写英文，用 . 连接。/ Dotted lower-case words: `joint-office.days`.',
});

export const Day = Type.String({
  pattern: '^\\d{4}-\\d{2}-\\d{2}$',
  description: '日期，年-月-日。/ A civil day, YYYY-MM-DD.',
});
export const MonthDay = Type.String({ pattern: '^\\d{2}-\\d{2}$', description: 'A day of every year, MM-DD.' });
export const Decimal = Type.Union([Type.Number(), Type.String({ pattern: '^-?\\d+(\\.\\d+)?$' })], {
  description: 'An exact decimal; write it as text when it has many digits.',
});

export const Source = Type.Object(
  {
    document: Type.String({ description: 'Title and number of the document the rule stands in.' }),
    clause: Type.Optional(Type.String({ description: 'Clause or paragraph.' })),
    url: Type.Optional(Type.String()),
    requirement: Type.Optional(Type.Array(Type.String({ pattern: '^R\\d{3}-\\d{2}$' }))),
    note: Type.Optional(Type.String()),
  },
  {
    ...closed,
    description: '依据：没有出处的规则不能执行。/ Where the rule stands. A rule without a source cannot be applied.',
  },
);

export const Condition = Type.String({
  minLength: 1,
  description:
    'A CEL condition over `data` (the entry’s fields), `entry` (date, recorded_on, confirmed) and `subject` (kind, level, attributes).',
});

export const Rounding = Type.Union(
  [
    Type.Literal('none'),
    Type.Literal('up'),
    Type.Literal('down'),
    Type.Literal('half-up'),
    Type.Literal('half-even'),
    Type.Literal('to-half-up'),
    Type.Literal('to-half-down'),
  ],
  {
    description:
      'How a part unit is rounded: `none` keeps 5/3 as it is; `up`, `down`, `half-up`, `half-even` give whole units; `to-half-…` give half units.',
  },
);

export const DaysOf = Type.Union([Type.Literal('working-days'), Type.Literal('calendar-days')]);

export type { Static, TSchema };
export { Type };
