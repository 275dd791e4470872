import { closed, Day, Decimal, FieldId, Id, ParameterId, Source, type Static, Type, Words } from './common.ts';
import { Count } from './count.ts';
import { Expression } from './expression.ts';
import { Rollup } from './rollup.ts';
import { says, told } from './says.ts';

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
              description: '0 nation, 1 province, 2 prefecture, 3 county, 4 township, 5 village, 6 below.',
            }),
            parents: Type.Array(Id, { description: 'Kinds it may stand under.' }),
            party: Type.Optional(Type.Boolean()),
            attributes: Type.Optional(
              Type.Array(Type.Object(attribute, closed), says('登记的属性', 'What is recorded of each')),
            ),
          },
          closed,
        ),
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
    posts: Type.Optional(Type.Array(Type.Object({ id: Id, title: Words, of: Type.Array(Id) }, closed))),
    postings: Type.Optional(
      Type.Array(
        Type.Object(
          {
            id: Id,
            title: Words,
            to: Type.Array(Id),
            sent_by: Type.Array(Id),
            levels: Type.Array(Type.Object({ id: Id, title: Words }, closed)),
          },
          closed,
        ),
      ),
    ),
    units: Type.Optional(Type.Array(Type.Object({ id: Id, title: Words, symbol: Type.Optional(Words) }, closed))),
    duty_groups: Type.Optional(
      Type.Array(Type.Object({ id: Id, title: Words }, closed), {
        description: 'What duties are about, in the order in which a chart shows them; a duty names its `group`.',
      }),
    ),
  },
  closed,
);

/** `calendars/*.yaml`: official days off and make-up working days, by year; festivals by date. */
export const Calendar = Type.Object(
  {
    year: Type.Integer(),
    source: Source,
    days_off: Type.Array(Type.Object({ date: Day, name: Words }, closed)),
    working_weekends: Type.Array(Type.Object({ date: Day, name: Words }, closed)),
    festivals: Type.Array(Type.Object({ id: Id, date: Day, name: Words }, closed)),
  },
  {
    ...closed,
    description: 'One year of the official calendar. An administrator can load a new year without a release.',
  },
);

/** `values/*.yaml`: dated parameters. */
export const Parameter = Type.Object(
  {
    id: ParameterId,
    title: Words,
    unit: Id,
    period: Type.Optional(Type.String({ description: 'The period a rate refers to: per month, per year …' })),
    source: Source,
    limits: Type.Optional(
      Type.Object(
        { at_least: Type.Optional(Decimal), at_most: Type.Optional(Decimal) },
        {
          ...closed,
          description:
            'Packs that build on this one may set the parameter anew within these limits. Without limits nobody may.',
        },
      ),
    ),
    role: Type.Union([Type.Literal('rule'), Type.Literal('target'), Type.Literal('scope'), Type.Literal('fact')]),
    values: Type.Record(
      Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
      Type.Union([Decimal, Type.String(), Type.Null()]),
      {
        description:
          'Value by the day from which it holds. `null` means the source masks it: the value is “not set”, never zero.',
      },
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
    unit: Id,
    at: Type.Array(Id, {
      minItems: 1,
      description: 'Organisation kinds at which it is computed; above them it rolls up.',
    }),
    period: Type.Union([
      Type.Literal('week'),
      Type.Literal('month'),
      Type.Literal('quarter'),
      Type.Literal('half-year'),
      Type.Literal('year'),
      Type.Literal('to-date'),
    ]),
    value: Expression,
    rollup: Rollup,
    decimals: Type.Optional(
      Type.Integer({ minimum: 0, maximum: 10, description: 'Digits shown; the value itself is not rounded.' }),
    ),
    direction: Type.Optional(
      Type.Union([Type.Literal('more-is-better'), Type.Literal('less-is-better'), Type.Literal('neither')]),
    ),
  },
  closed,
);

/** An accepted entry about a person or posting that lifts a rule over postings, until a day the form states. */
export const Exemption = Type.Object(
  {
    form: Id,
    until: Type.Union([
      Type.Object({ field: FieldId }, { ...closed, description: 'The date field that holds the last day; required.' }),
      Type.Literal('withdrawn', { description: 'It holds until the entry is withdrawn.' }),
    ]),
  },
  { ...closed, description: 'Who holds an accepted entry of this form is exempted, until the day stated.' },
);

/** `assignments/*.yaml`: rules on who may or must be sent where, checked over the whole set of postings. */
export const Assignment = Type.Object(
  {
    id: Id,
    title: Words,
    source: Source,
    postings: Id,
    /** What must hold for every posting that runs (CEL over `posting`, `person`, `village`, `unit`). */
    each: Type.Optional(
      Type.Array(Type.Object({ check: Type.String(), message: Words, excused_by: Type.Optional(Exemption) }, closed)),
    ),
    /** At most / at least so many postings per key. */
    per: Type.Optional(
      Type.Array(
        Type.Object(
          {
            key: Type.Union([
              Type.Literal('organisation'),
              Type.Literal('person'),
              Type.Literal('sending-organisation'),
            ]),
            at_least: Type.Optional(Count({ minimum: 0 })),
            at_most: Type.Optional(Count({ minimum: 1 })),
            among: Type.Optional(
              Type.Object(
                {
                  kinds: Type.Array(Id),
                  where: Type.Optional(
                    Type.String({
                      description: 'A CEL condition over `village` (or `unit`, when counted by sending organisation).',
                    }),
                  ),
                },
                closed,
              ),
            ),
            message: Words,
          },
          closed,
        ),
      ),
    ),
    /** Everyone who fulfils `who` must be posted, or hold an accepted exemption. */
    all_posted: Type.Optional(
      Type.Object(
        {
          who: Type.String({ description: 'A CEL condition over `person`.' }),
          by: Type.Optional(Day),
          exempted_by: Type.Optional(Exemption),
          message: Words,
        },
        closed,
      ),
    ),
  },
  { ...closed, description: 'A rule over postings: eligibility, coverage, one village a person.' },
);

export type Manifest = Static<typeof Manifest>;
export type Kinds = Static<typeof Kinds>;
export type Calendar = Static<typeof Calendar>;
export type Parameter = Static<typeof Parameter>;
export type Measure = Static<typeof Measure>;
export type Exemption = Static<typeof Exemption>;
export type Assignment = Static<typeof Assignment>;
