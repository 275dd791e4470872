import { closed, DaysOf, Decimal, FieldId, Id, ParameterId, type Static, StepId, Type, UnitId } from './common.ts';
import { Lookup, Published, Result } from './expression/lookup.ts';
import { expr } from './expression/ref.ts';
import { overSets, SetOf } from './expression/sets.ts';
import { Windows } from './expression/windows.ts';
import { Holds, Served } from './office.ts';
import { Predecessors } from './predecessors.ts';
import { SetBeside } from './rating/beside.ts';
import { Reads } from './rating/reads.ts';
import { says, told } from './says.ts';
import { Joined } from './set.ts';

const several = (zh: string, en: string) => Type.Array(expr(), { minItems: 2, ...says(zh, en) });
const some = (name: string, zh: string, en: string) =>
  Type.Object(
    {
      take: Type.Integer({ minimum: 1, ...says('取几个', 'How many are taken') }),
      of: several('从哪些数中取', 'The numbers they are taken from'),
    },
    {
      ...closed,
      ...says(`${zh}之和；算式中写 \`${name}(2, a, b, c)\``, `${en}, added up: \`${name}(2, a, b, c)\``),
    },
  );
const two = (zh: string, en: string) => Type.Array(expr(), { minItems: 2, maxItems: 2, ...says(zh, en) });

const Round = Type.Object(
  {
    value: told(expr(), '对什么', 'What is rounded'),
    decimals: Type.Integer({ minimum: 0, maximum: 10, ...says('几位小数', 'How many decimals') }),
    mode: Type.Union(
      [
        Type.Literal('half-up', says('四舍五入', 'halves up')),
        Type.Literal('half-even', says('四舍六入五成双', 'halves to the even')),
        Type.Literal('up', says('进一', 'up')),
        Type.Literal('down', says('舍去', 'down')),
      ],
      says('怎么取', 'How'),
    ),
  },
  { ...closed, ...says('取整、保留几位小数：`round(mean, 1, "half-up")`', 'Rounds: `round(mean, 1, "half-up")`') },
);

const Compare = Type.Object(
  {
    left: told(expr(), '左边', 'What stands left'),
    is: Type.Union(
      [
        Type.Literal('at-least', says('≥', '≥')),
        Type.Literal('more-than', says('>', '>')),
        Type.Literal('at-most', says('≤', '≤')),
        Type.Literal('less-than', says('<', '<')),
        Type.Literal('equal', says('=', '=')),
      ],
      says('怎么比', 'How it is compared'),
    ),
    right: told(expr(), '右边', 'What stands right'),
  },
  { ...closed, ...says('比较；算式中写 `late >= 2`', 'Compares: `late >= 2`') },
);

const Choose = Type.Object(
  {
    when: told(expr(), '条件', 'The condition'),
    then: told(expr(), '成立时', 'When it holds'),
    otherwise: told(expr(), '不成立时', 'Else'),
  },
  {
    ...closed,
    ...says('按条件取值；算式中写 `late > 0 ? 1 : 0`', 'One or the other: `late > 0 ? 1 : 0`'),
  },
);

const Standing = Type.Object(
  {
    obligation: told(Id, '职责的 id', 'Id of the duty'),
    counts: Type.Union(
      [
        Type.Literal('met', says('已完成', 'met')),
        Type.Literal('owed', says('应完成', 'owed')),
        Type.Literal('overdue', says('逾期', 'overdue')),
        Type.Literal('late', says('补办', 'caught up late')),
        Type.Literal(
          'days-late',
          says('共迟几天，逾期的计到查看之日', 'days late in all; overdue ones up to the day looked at'),
        ),
        Type.Literal('weeks-late', says('共迟几周，不足一周按一周', 'by how many begun weeks')),
        Type.Literal('hours-late', says('共迟几小时，不足一小时按一小时', 'by how many begun hours')),
      ],
      says('数哪一种', 'Which are counted'),
    ),
    predecessors: Type.Optional(Joined),
  },
  { ...closed, ...says('本期内某职责这种结果有几个', 'Standings of a duty in the period with this outcome') },
);

const Known = Type.Object(
  {
    value: told(expr(), '哪个值', 'The value'),
    asks: Type.Optional(
      Type.Literal('applies', says('问是否适用，而不是是否已知', 'whether it applies, instead of whether it is known')),
    ),
    otherwise: Type.Optional(
      told(expr(), '未知（不适用）时按什么', 'What stands for it when not known or not applying'),
    ),
  },
  {
    ...closed,
    ...says(
      '是否已知（适用）；有 `otherwise` 时取其值，未知（不适用）时取另一个：`known_or(a, b)`、`applies_or(a, b)`',
      'Whether a value is known (applies); with `otherwise` the value, or else the other: `known_or(a, b)`, `applies_or(a, b)`',
    ),
  },
);

const Attribute = Type.Object(
  {
    attribute: Type.String({
      pattern: '^(subject|organisation|parent)(\\.[a-z][a-z0-9_]*)+$',
      ...says(
        '对象、所属组织或其上级的记载：`subject.attributes.terrain`、`subject.kind`、`parent.name`，人员所在单位的 `organisation.attributes.tier`；算式中直接写，或 attr("terrain")',
        'What is recorded of the subject, of its organisation, or of the one above: `subject.attributes.terrain`, `subject.kind`, `parent.name`, of a person’s organisation `organisation.attributes.tier`. In a formula the path itself, or attr("terrain")',
      ),
    }),
    as: Type.Optional(
      Type.Union(
        [
          Type.Literal('number', says('数', 'a number')),
          Type.Literal('text', says('文字', 'a text')),
          Type.Literal('boolean', says('是或否', 'yes or no')),
        ],
        says(
          '内容的类型；kinds 没有声明的（个人、派驻）才写',
          'What it holds; needed where no kind declares it, as for persons and postings',
        ),
      ),
    ),
  },
  closed,
);

const Parameter = Type.Object(
  {
    parameter: told(
      ParameterId,
      '参数的 id；算式中写 `param("joint-office.days")`',
      'Id of a parameter: `param("joint-office.days")`',
    ),
    over: Type.Optional(
      Type.Union(
        [
          Type.Literal('calendar-days', says('按自然日', 'by calendar days')),
          Type.Literal('working-days', says('按工作日', 'by working days')),
          Type.Literal(
            'months',
            says('按月，以每月第一天的值为准', 'by months; a month belongs to the value of its first day'),
          ),
        ],
        says(
          '期内改变的参数按各值的时间加权；不写则以期末的值计全期',
          'A value that changes in the period counts by the time it held. Absent: that of the last day counts for the whole',
        ),
      ),
    ),
  },
  closed,
);

const Measure = Type.Object(
  {
    measure: told(Id, '指标的 id；算式中写 `measure("households")`', 'Id of a measure: `measure("households")`'),
    period: Type.Optional(
      Type.Union(
        [
          Type.Literal('previous', says('上一期', 'the period before')),
          Type.Literal('year-before', says('上年同期', 'the same one a year before')),
        ],
        says('哪一期；不写为本期', 'Which period; this one when absent'),
      ),
    ),
    predecessors: Type.Optional(Predecessors),
  },
  closed,
);

const Day = Type.Object(
  {
    day: Type.Union(
      [
        Type.Literal('period-start', says('期初；算式中写 period.start', 'the first day of the period: period.start')),
        Type.Literal('period-end', says('期末；period.end', 'its last day: period.end')),
        Type.Literal('as-of', says('查询之日；as_of', 'the day asked for: as_of')),
        Type.Literal(
          'since',
          says('对象的第一天，如任职之日', 'the subject’s first day, as of a tenure or membership'),
        ),
      ],
      says('哪一天', 'Which day'),
    ),
  },
  { ...closed, ...says('一个日子；只在评分中', 'A day. Only in ratings') },
);

const Call = Type.Object(
  {
    call: Type.Object(
      {
        name: told(FieldId, '函数名', 'The function'),
        of: Type.Array(expr(), { minItems: 1, ...says('参数', 'What it is given') }),
      },
      { ...closed, ...says('日子、钟点的函数', 'A function over days or times') },
    ),
  },
  {
    ...closed,
    ...says(
      '日子、钟点的函数，算式中写 `days_between("2026-04-12", period.end)`：days_between、working_days_between、months_between、years_between、overlap_days、overlap_working_days、plus_days、plus_working_days、plus_months、next_working_day、previous_working_day、is_working_day、is_holiday、weekday_of、month_start、in_year_of、year_of、month_of、day_of、minutes_between、hours_between、minutes_from_to、hours_from_to',
      'A function over days or times, in a formula `days_between("2026-04-12", period.end)`: days_between, working_days_between, months_between, years_between, overlap_days, overlap_working_days, plus_days, plus_working_days, plus_months, next_working_day, previous_working_day, is_working_day, is_holiday, weekday_of, month_start, in_year_of, year_of, month_of, day_of, minutes_between, hours_between, minutes_from_to, hours_from_to',
    ),
  },
);

/**
 * The value expressions of measures. Each key is one construct: `constructs/<key>.ts` holds its
 * check, evaluation and explanation, `examples/<key>.yaml` its examples.
 */
export const Expression = Type.Cyclic(
  {
    Expression: Type.Union([
      Type.Number(says('规则中写定的数', 'A number laid down in the rule')),
      Type.Boolean(says('规则中写定的是或否', 'Yes or no, laid down in the rule')),
      Type.String({
        minLength: 1,
        ...says(
          '算式，是以下各种写法的简写：`total * 0.7 + bonus`、`late >= 2 && !excused`、`round(mean, 1, "half-up")`、`param("joint-office.days")`、`measure("households")`；名字是本办法的步骤',
          'A formula, short for the constructs below: `total * 0.7 + bonus`, `late >= 2 && !excused`, `round(mean, 1, "half-up")`, `param("joint-office.days")`, `measure("households")`. Names are steps of the rating',
        ),
      }),
      Type.Object(
        { number: told(Decimal, '规则中写定的数', 'A number laid down in the rule'), unit: Type.Optional(UnitId) },
        closed,
      ),
      Parameter,
      Measure,
      ...overSets,
      Type.Object({ add: several('相加', 'The sum of these') }, closed),
      Type.Object({ subtract: two('第一个减第二个', 'The first less the second') }, closed),
      Type.Object({ multiply: several('相乘', 'The product of these') }, closed),
      Type.Object(
        {
          ratio: Type.Object(
            { of: told(expr(), '分子', 'What is divided'), to: told(expr(), '分母', 'By what') },
            { ...closed, ...says('比率：`of` ÷ `to`', 'The ratio `of` ÷ `to`') },
          ),
        },
        closed,
      ),
      Type.Object({ round: Round }, closed),
      Type.Object({ compare: Compare }, closed),
      Type.Object({ choose: Choose }, closed),
      Attribute,
      Type.Object({ lookup: Lookup }, closed),
      Type.Object({ result: Result }, closed),
      Type.Object({ published: Published }, closed),
      Day,
      Call,
      Type.Object({ windows: Windows }, closed),
      Type.Object(
        { step: StepId },
        {
          ...closed,
          ...says('本办法中另一步的值；只在评分中', 'The value of another step of the same rating. Only in ratings'),
        },
      ),
      Type.Object({ same: two('两个文字是否相同', 'Whether two texts are the same') }, closed),
      Type.Object({ both: several('是否全都成立', 'Whether all of these hold') }, closed),
      Type.Object({ either: several('是否有一个成立', 'Whether one of these holds') }, closed),
      Type.Object({ not: told(expr(), '是否不成立', 'Whether it does not hold') }, closed),
      Type.Object(
        { text: Type.String(says('文字', 'The text')) },
        { ...closed, ...says('规则中写定的文字，如等次', 'A text laid down in the rule, e.g. a grade') },
      ),
      Type.Object({ truth: Type.Boolean(says('写定的是或否', 'Yes or no, laid down')) }, closed),
      Type.Object(
        { holding: Type.Array(expr(), { minItems: 1, ...says('各条件', 'The conditions') }) },
        {
          ...closed,
          ...says(
            '几个条件成立；算式中写 `holding(a, b >= 2, c)`',
            'How many of the conditions hold: `holding(a, b >= 2, c)`',
          ),
        },
      ),
      Type.Object(
        { full: StepId },
        {
          ...closed,
          ...says(
            '一步的满分；算式中写 `full(total)`。只在评分中',
            'The full marks of a step: `full(total)`. Only in ratings',
          ),
        },
      ),
      Holds,
      Served,
      Type.Object({ least: several('其中最小的', 'The least of these') }, closed),
      Type.Object({ greatest: several('其中最大的', 'The greatest of these') }, closed),
      Type.Object({ best: some('best', '最大的几个', 'The greatest of these') }, closed),
      Type.Object({ worst: some('worst', '最小的几个', 'The least of these') }, closed),
      Type.Object(
        {
          root: Type.Object(
            {
              of: told(expr(), '对什么开方', 'What the root is taken of'),
              degree: Type.Integer({ minimum: 2, maximum: 60, ...says('开几次方', 'The degree of the root') }),
            },
            {
              ...closed,
              ...says(
                '开方；算式中写 `root(now / before, 2) - 1`。负数不适用',
                'A root: `root(now / before, 2) - 1`. Does not apply below zero',
              ),
            },
          ),
        },
        closed,
      ),
      Type.Object({ known: Known }, closed),
      Type.Object(
        { days: Type.Object({ of: DaysOf }, { ...closed, ...says('本期的天数', 'How many days the period has') }) },
        closed,
      ),
      Type.Object({ standing: Standing }, closed),
    ]),
    Set: SetOf,
    Reads,
    Beside: SetBeside,
  },
  'Expression',
);

/** An expression as written: a number, a formula, or a construct. */
export type Expression = Static<typeof Expression>;
/** An expression as a construct; numbers and formulas are short for one. */
export type ExpressionForm = Exclude<Expression, number | string | boolean>;
