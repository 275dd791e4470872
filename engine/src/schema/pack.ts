import {
  closed,
  Day,
  Decimal,
  FieldId,
  Id,
  ParameterId,
  Source,
  type Static,
  Type,
  UnitOrShare,
  Words,
} from './common.ts';
import { Expression } from './expression.ts';
import { Rollup } from './rollup.ts';
import { says, told } from './says.ts';

export { Assignment, Exemption } from './assignment.ts';

/** `pack.yaml` */
export const Manifest = Type.Object(
  {
    id: told(Id, '包的名字，与目录同名：`qinghe-county`', 'Name of the pack, as its folder is called: `qinghe-county`'),
    version: Type.String({
      pattern: '^\\d+\\.\\d+\\.\\d+$',
      ...says('版本号，每次改动都换：`1.0.0`', 'Version, a new one for each change: `1.0.0`'),
    }),
    title: told(Words, '制度的名称', 'What the rules are called'),
    jurisdiction: Type.Optional(
      Type.String(
        says(
          '所属辖区的行政区划代码；谁都可以在其上制定的包不写',
          'Division code of the jurisdiction the pack belongs to; absent for packs anybody may build on',
        ),
      ),
    ),
    authority: told(Words, '制定机关', 'Who issued it'),
    in_force: Type.Object(
      {
        from: told(Day, '自这一天起生效', 'The first day on which it is in force'),
        to: Type.Optional(told(Day, '到这一天为止；没有期限的不写', 'The last day; absent when it has no end')),
      },
      { ...closed, ...says('何时生效', 'When it is in force') },
    ),
    depends_on: Type.Optional(
      Type.Array(Id, says('在哪些包之上：`[national-base]`', 'The packs it builds on: `[national-base]`')),
    ),
    accepted: Type.Optional(
      Type.Array(
        Type.Object(
          {
            finding: Type.String({
              minLength: 1,
              ...says('提醒的代号：`turned-points`', 'The name of the warning: `turned-points`'),
            }),
            at: Type.String({
              minLength: 1,
              ...says(
                '在哪里：部件的 id，可再写其中步骤、字段等的 id：`year/news`',
                'Where: the id of the part, and of the step or field in it: `year/news`',
              ),
            }),
            reason: told(Words, '为什么就该如此', 'Why it is right as it is'),
          },
          closed,
        ),
        says(
          '已核对、确应如此的提醒，各有理由；错误不能这样放过',
          'Warnings that were looked at and are right as they are, each with its reason; errors cannot be accepted',
        ),
      ),
    ),
  },
  { ...closed, ...says('包是什么、谁制定、何时生效', 'What the pack is, who issued it and since when it is in force') },
);

/** Something recorded of every organisation of a kind. */
const attribute = {
  id: FieldId,
  title: Words,
  type: Type.Union(
    [
      Type.Literal('text', says('文字', 'text')),
      Type.Literal('integer', says('整数', 'a whole number')),
      Type.Literal('decimal', says('小数', 'a number')),
      Type.Literal('boolean', says('是否', 'yes or no')),
      Type.Literal('date', says('日期', 'a day')),
      Type.Literal('choice', says('从 options 中选一', 'one of the options')),
    ],
    says('属性的类型', 'What kind of value it is'),
  ),
  unit: Type.Optional(Type.String(says('数的单位：`person`', 'Unit of a number: `person`'))),
  options: Type.Optional(
    Type.Array(Type.Object({ id: FieldId, title: Words }, closed), {
      minItems: 2,
      ...says('type 为 choice 时可选的值；写错的值在检查时就会发现', 'What can be chosen when the type is choice'),
    }),
  ),
};

/** `kinds/*.yaml`: what organisations, posts and postings there are. Never a database enum. */
export const Kinds = Type.Object(
  {
    organisations: Type.Optional(
      Type.Array(
        Type.Object(
          {
            id: Id,
            title: Words,
            level: Type.Integer({
              minimum: 0,
              maximum: 9,
              ...says(
                '0 国家，1 省，2 市，3 县，4 乡镇，5 村，6 以下',
                '0 nation, 1 province, 2 prefecture, 3 county, 4 township, 5 village, 6 below',
              ),
            }),
            parents: Type.Array(Id, says('上级可以是哪些类', 'Kinds it may stand under')),
            party: Type.Optional(Type.Boolean(says('是否党组织', 'Whether it is a Party organisation'))),
            attributes: Type.Optional(
              Type.Array(Type.Object(attribute, closed), says('登记的属性', 'What is recorded of each')),
            ),
          },
          closed,
        ),
        says('各类组织', 'Kinds of organisations'),
      ),
    ),
    attributes: Type.Optional(
      Type.Array(
        Type.Object(
          {
            of: Type.Array(told(Id, '组织种类的 id', 'Id of a kind of organisation'), {
              minItems: 1,
              ...says('加给哪些组织种类', 'Which kinds of organisations it is added to'),
            }),
            ...attribute,
          },
          closed,
        ),
        says(
          '给上级包的组织种类加本地的属性：村的人口、地形、类别',
          'Attributes of your own for kinds of packs this one builds on: population, terrain, class of a village',
        ),
      ),
    ),
    parents: Type.Optional(
      Type.Array(
        Type.Object(
          {
            of: Type.Array(told(Id, '组织种类的 id', 'Id of a kind of organisation'), {
              minItems: 1,
              ...says('哪些组织种类', 'Which kinds of organisations'),
            }),
            add: Type.Array(Id, { minItems: 1, ...says('还可在哪些种类之下', 'Kinds they may stand under as well') }),
          },
          closed,
        ),
        says(
          '让上级包的组织种类还可归在本地种类之下：村归管委会',
          'Lets kinds of packs this one builds on stand under your own: villages under a zone',
        ),
      ),
    ),
    posts: Type.Optional(
      Type.Array(
        Type.Object(
          { id: Id, title: Words, of: Type.Array(Id, says('哪些类组织有', 'Kinds of organisations that have it')) },
          closed,
        ),
        says('各种职务', 'Kinds of posts'),
      ),
    ),
    postings: Type.Optional(
      Type.Array(
        Type.Object(
          {
            id: Id,
            title: Words,
            to: Type.Array(Id, says('派到哪些类组织', 'Kinds of organisations it leads to')),
            sent_by: Type.Array(Id, says('由哪些类组织派出', 'Kinds of organisations that send')),
            levels: Type.Array(
              Type.Object({ id: Id, title: Words }, closed),
              says('由哪一级派出', 'The level that sends'),
            ),
          },
          closed,
        ),
        says('各类派驻', 'Kinds of postings'),
      ),
    ),
    units: Type.Optional(
      Type.Array(
        Type.Object(
          {
            id: Id,
            title: Words,
            symbol: Type.Optional(told(Words, '写在数后的符号', 'The sign written after a figure')),
          },
          closed,
        ),
        says('各种单位：分、次、元', 'Units: points, times, yuan'),
      ),
    ),
    duty_groups: Type.Optional(
      Type.Array(
        Type.Object({ id: Id, title: Words }, closed),
        says(
          '职责的分组，依作战图上的先后；职责用 `group` 指明',
          'What duties are about, in the order in which a chart shows them; a duty names its `group`',
        ),
      ),
    ),
  },
  closed,
);

/** `calendars/*.yaml`: official days off and make-up working days, by year; festivals by date. */
export const Calendar = Type.Object(
  {
    year: Type.Integer(says('年份', 'The year')),
    source: Source,
    days_off: Type.Array(Type.Object({ date: Day, name: Words }, closed), says('放假的日子', 'Official days off')),
    working_weekends: Type.Array(
      Type.Object({ date: Day, name: Words }, closed),
      says('调休上班的周末', 'Make-up working days at weekends'),
    ),
    festivals: Type.Array(Type.Object({ id: Id, date: Day, name: Words }, closed), says('节日', 'Festivals by date')),
  },
  {
    ...closed,
    ...says(
      '一年的国家日历；管理员可随时载入新的一年',
      'One year of the official calendar. An administrator can load a new year without a release',
    ),
  },
);

/** `values/*.yaml`: dated parameters. */
export const Parameter = Type.Object(
  {
    id: ParameterId,
    title: Words,
    unit: UnitOrShare,
    period: Type.Optional(
      Type.String(says('标准按什么期间：每月、每年', 'The period a rate refers to: per month, per year')),
    ),
    source: Source,
    limits: Type.Optional(
      Type.Object(
        {
          at_least: Type.Optional(told(Decimal, '不得低于', 'Not below this')),
          at_most: Type.Optional(told(Decimal, '不得高于', 'Not above this')),
        },
        {
          ...closed,
          ...says(
            '在本包之上的包可在此限度内另定；不写则不得另定',
            'Packs that build on this one may set the parameter anew within these limits. Without limits nobody may',
          ),
        },
      ),
    ),
    role: Type.Union(
      [
        Type.Literal('rule', says('规则的数：分值、比例、期限', 'a figure of the rule')),
        Type.Literal('target', says('目标', 'a target')),
        Type.Literal('scope', says('范围', 'a scope')),
        Type.Literal('fact', says('事实', 'a fact')),
      ],
      says('它是什么', 'What it is'),
    ),
    values: Type.Record(
      Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
      Type.Union([Decimal, Type.String(), Type.Null()]),
      says(
        '值，按起用之日：`{ "2026-01-01": 0.2 }`。`null` 是原文未公开：未定，绝不是零',
        'Value by the day from which it holds: `{ "2026-01-01": 0.2 }`. `null` means the source masks it: the value is “not set”, never zero',
      ),
    ),
  },
  closed,
);

/** `measures/*.yaml` */
export const Measure = Type.Object(
  {
    id: Id,
    title: Words,
    source: Source,
    unit: UnitOrShare,
    at: Type.Array(Id, {
      minItems: 1,
      ...says('在哪些类组织计算，其上逐级汇总', 'Organisation kinds at which it is computed; above them it rolls up'),
    }),
    period: Type.Union(
      [
        Type.Literal('week', says('每周', 'weekly')),
        Type.Literal('ten-days', says('每旬', '1–10, 11–20, 21–end')),
        Type.Literal('half-month', says('每半月', '1–15, 16–end')),
        Type.Literal('month', says('每月', 'monthly')),
        Type.Literal('quarter', says('每季度', 'quarterly')),
        Type.Literal('half-year', says('每半年', 'half-yearly')),
        Type.Literal('year', says('每年', 'yearly')),
        Type.Literal('to-date', says('截至当日', 'up to the day')),
      ],
      says('按什么期间', 'Its period'),
    ),
    value: told(Expression, '怎么算', 'How it is worked out'),
    rollup: Rollup,
    decimals: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: 10,
        ...says('显示几位小数；值本身不取整', 'Digits shown; the value itself is not rounded'),
      }),
    ),
    direction: Type.Optional(
      Type.Union(
        [
          Type.Literal('more-is-better', says('越多越好', 'more is better')),
          Type.Literal('less-is-better', says('越少越好', 'less is better')),
          Type.Literal('neither', says('无所谓', 'neither')),
        ],
        says('哪头为好', 'Which end is better'),
      ),
    ),
  },
  closed,
);

export type Manifest = Static<typeof Manifest>;
export type Kinds = Static<typeof Kinds>;
export type Calendar = Static<typeof Calendar>;
export type Parameter = Static<typeof Parameter>;
export type Measure = Static<typeof Measure>;
