import { Condition, closed, Decimal, FieldId, Id, Source, type Static, Type, Words } from './common.ts';
import { Of, Share, whom } from './form-subject.ts';
import { says, told } from './says.ts';

export const Option = Type.Object({ id: FieldId, title: Words }, closed);

const options = Type.Array(Option, {
  minItems: 2,
  ...says('各选项', 'The options'),
});

const fieldBase = {
  id: told(FieldId, '字段的名字，条件里写 `data.<id>`', 'Name of the field; conditions say `data.<id>`'),
  title: told(Words, '问什么', 'What is asked'),
  hint: Type.Optional(told(Words, '填写提示', 'A hint for whoever fills it in')),
  required: Type.Optional(Type.Boolean({ default: false, ...says('必填', 'Whether it must be filled in') })),
  when: Type.Optional(told(Condition, '符合条件时才问', 'Asked only when this holds over the other fields')),
};

export const Field = Type.Union(
  [
    Type.Object(
      {
        ...fieldBase,
        type: Type.Literal('text', says('文字', 'text')),
        max: Type.Optional(Type.Integer({ minimum: 1, maximum: 2000, ...says('最多多少字', 'The most characters') })),
        pattern: Type.Optional(
          Type.String(says('须符合的写法（正则表达式）', 'How it must be written: a regular expression')),
        ),
      },
      closed,
    ),
    Type.Object(
      {
        ...fieldBase,
        type: Type.Literal('integer', says('整数', 'a whole number')),
        unit: Type.Optional(Type.String(says('单位', 'The unit'))),
        min: Type.Optional(Type.Integer(says('最小', 'The least'))),
        max: Type.Optional(Type.Integer(says('最大', 'The most'))),
      },
      closed,
    ),
    Type.Object(
      {
        ...fieldBase,
        type: Type.Literal('decimal', says('小数', 'a decimal')),
        unit: Type.String(says('单位', 'The unit')),
        decimals: Type.Integer({ minimum: 1, maximum: 6, ...says('几位小数', 'How many decimals') }),
        min: Type.Optional(told(Decimal, '最小', 'The least')),
        max: Type.Optional(told(Decimal, '最大', 'The most')),
      },
      closed,
    ),
    Type.Object(
      {
        ...fieldBase,
        type: Type.Literal('date', says('日期', 'a date')),
        not_future: Type.Optional(Type.Boolean(says('不得晚于填报之日', 'It may not lie in the future'))),
      },
      closed,
    ),
    Type.Object(
      {
        ...fieldBase,
        type: Type.Literal('time', says('钟点，如 08:30', 'a time of day such as 08:30')),
      },
      closed,
    ),
    Type.Object({ ...fieldBase, type: Type.Literal('boolean', says('是或否', 'yes or no')) }, closed),
    Type.Object(
      {
        ...fieldBase,
        type: Type.Literal('choice', says('单选', 'one of several')),
        options,
      },
      closed,
    ),
    Type.Object(
      {
        ...fieldBase,
        type: Type.Literal('choices', says('多选', 'several of several')),
        options,
      },
      closed,
    ),
    Type.Object(
      {
        ...fieldBase,
        type: Type.Literal('subject', says('一个对象，从名册中选', 'one subject, chosen from the register')),
        of: Of,
      },
      closed,
    ),
    Type.Object(
      {
        ...fieldBase,
        type: Type.Literal('subjects', says('几个对象，从名册中选', 'several subjects, chosen from the register')),
        of: Of,
        share: Type.Optional(Share),
      },
      closed,
    ),
    Type.Object(
      {
        ...fieldBase,
        type: Type.Literal('file', says('文件', 'a file')),
        max_megabytes: Type.Optional(
          Type.Integer({ minimum: 1, maximum: 50, ...says('最大多少兆', 'The most megabytes') }),
        ),
        accept: Type.Optional(
          Type.Array(
            Type.String(),
            says('可收的类型：`[application/pdf]`', 'Types that are taken: `[application/pdf]`'),
          ),
        ),
      },
      closed,
    ),
  ],
  says('表单的一个问题；照片和位置不得必填', 'One question of a form. Photos and locations can never be compulsory'),
);

export const Form = Type.Object(
  {
    id: Id,
    title: Words,
    help: Type.Optional(told(Words, '填表说明', 'How to fill it in')),
    source: Source,
    owner: told(Words, '由谁设立', 'Who asks for it'),
    frequency: Type.Union(
      [
        Type.Literal('as-it-happens', says('随时', 'as it happens')),
        Type.Literal('day', says('每天', 'daily')),
        Type.Literal('week', says('每周', 'weekly')),
        Type.Literal('ten-days', says('每旬', 'every ten days')),
        Type.Literal('half-month', says('每半月', 'half-monthly')),
        Type.Literal('month', says('每月', 'monthly')),
        Type.Literal('two-months', says('每两个月', 'every two months')),
        Type.Literal('quarter', says('每季度', 'quarterly')),
        Type.Literal('half-year', says('每半年', 'half-yearly')),
        Type.Literal('year', says('每年', 'yearly')),
        Type.Literal('once', says('一次', 'once')),
      ],
      says('多久填一次', 'How often it is filled in'),
    ),
    minutes: Type.Number({
      exclusiveMinimum: 0,
      maximum: 60,
      ...says('填一次约几分钟，据此统计负担', 'Estimated minutes to fill it in once; feeds the burden meter'),
    }),
    subject: Type.Object(whom, {
      ...closed,
      ...says(
        '记录的是谁：派驻、组织或个人，恰好一种',
        'What an entry of this form is about: postings, organisations, or a person. Exactly one',
      ),
    }),
    date: told(FieldId, '哪个日期字段是发生的日期', 'The date field that says when it happened'),
    confirmation: Type.Optional(
      Type.Union(
        [
          Type.Literal('none', says('不需要', 'nobody')),
          Type.Literal('village', says('村', 'the village')),
          Type.Literal('township', says('乡镇', 'the township')),
          Type.Literal('county', says('县', 'the county')),
          told(
            Id,
            '组织种类的 id：由管这个对象的这类组织（校办、街道、市直部门）的账号确认',
            'Id of a kind of organisation: whoever keeps the records of the one of that kind that the subject stands under (a bureau, a street)',
          ),
        ],
        {
          default: 'none',
          ...says(
            '记录人之外由谁确认；代替照片和定位',
            'Who, other than the recorder, confirms that it happened. Replaces photos and location',
          ),
        },
      ),
    ),
    entered_by: Type.Array(
      Type.Union([
        Type.Literal('county-officer', says('县级干部', 'county officer')),
        Type.Literal('township-officer', says('乡镇干部', 'township officer')),
        Type.Literal('village-clerk', says('村级文书', 'village clerk')),
        Type.Literal('first-secretary', says('第一书记', 'first secretary')),
        Type.Literal('sending-unit', says('派出单位', 'sending unit')),
      ]),
      { minItems: 1, ...says('谁可填报，各在自己的范围内', 'Roles that may enter it, each within its own scope') },
    ),
    restricted: Type.Optional(
      Type.Boolean(
        says(
          '内容只有记录人、所在乡镇和县可见',
          'Only the recorder, the subject’s township and the county see the fields',
        ),
      ),
    ),
    fields: Type.Array(Field, { minItems: 1, ...says('各问题', 'The questions') }),
    rules: Type.Optional(
      Type.Array(
        Type.Object(
          { check: Condition, message: told(Words, '不符合时怎么说', 'What is said when it does not hold') },
          closed,
        ),
        says('各字段之间必须成立的条件', 'What must hold over the fields together'),
      ),
    ),
    locally: Type.Optional(
      Type.Union(
        [
          Type.Literal('extended', says('可加填字段和选项', 'ask more')),
          Type.Literal('fixed', says('不得加填', 'nothing')),
        ],
        says(
          '在本包之上的包可否加填；不写为可以',
          'What packs that build on this one may do with it; ask more when absent',
        ),
      ),
    ),
    retention_years: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 30, ...says('保存几年', 'For how many years it is kept') }),
    ),
  },
  {
    ...closed,
    ...says(
      '一种记录及其字段；只问一次，供所有要用它的规则使用',
      'A kind of record and its fields. Asked once; serves every duty and measure that reads it',
    ),
  },
);

export type Form = Static<typeof Form>;
export type Field = Static<typeof Field>;
