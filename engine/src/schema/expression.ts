import { asked } from './choice.ts';
import { closed, DaysOf, Decimal, FieldId, Id, ParameterId, type Static, type TSchema, Type } from './common.ts';
import { Count } from './count.ts';
import { Holds, Served } from './office.ts';
import { says } from './says.ts';
import { set } from './set.ts';

const expr = () => Type.Ref('Expression');

const SetOf = Type.Object(set, {
  ...closed,
  description:
    'Exactly one of form, postings, organisations, holders, members. Entries are those dated in the period that stand and are not rejected, about the organisation, postings working there or its members; subjects are those at or below the organisation that are alive in the period.',
});
const over = <Extra extends Record<string, TSchema>>(extra: Extra) => Type.Object({ ...set, ...extra }, closed);
const of = Type.String({
  minLength: 1,
  description:
    'A CEL number or field over each element, e.g. `data.kilometres`, `ceil(days_between(data.due, entry.date) / 7)`, `years_between(subject.attributes.born, period.end)`. Days: `period.start`, `period.end`, `as_of`.',
});

const carries = Type.Optional(
  Type.Boolean({
    description:
      'Whether an entry made before the period holds until a newer one (`true`), or only entries of the period are read (`false`). Must be said, except in a measure to date, which reads everything up to the day.',
  }),
);

const except = Type.Object(
  { ...set, of },
  { ...closed, description: 'Values of this other set are left out, e.g. problems raised except those solved.' },
);

/**
 * The value expressions of measures. Each key is one construct: `constructs/<key>.ts` holds its
 * check, evaluation and explanation, `examples/<key>.yaml` its examples.
 */
export const Expression = Type.Cyclic(
  {
    Expression: Type.Union([
      Type.Number({ description: 'A number laid down in the rule.' }),
      Type.String({
        minLength: 1,
        description:
          'A formula, the short way of writing the constructs below: `total * 0.7 + bonus`, `late >= 2 && !excused`, `round(mean, 1, "half-up")`, `param("joint-office.days")`, `measure("households")`. Names are steps of the rating.',
      }),
      Type.Object({ number: Decimal, unit: Type.Optional(Id) }, closed),
      Type.Object(
        {
          parameter: ParameterId,
          over: Type.Optional(
            Type.Union([Type.Literal('calendar-days'), Type.Literal('working-days'), Type.Literal('months')], {
              description:
                'A value that changes inside the period counts by the days or months on which it held; a month belongs to the value of its first day. Absent: the value of the last day of the period counts for the whole.',
            }),
          ),
        },
        closed,
      ),
      Type.Object(
        {
          measure: Id,
          period: Type.Optional(
            Type.Union([Type.Literal('previous'), Type.Literal('year-before')], {
              description: 'The period before this one, or the same one a year before; this one when absent.',
            }),
          ),
        },
        closed,
      ),
      Type.Object({ count: SetOf }, closed),
      Type.Object({ distinct: over({ of, except: Type.Optional(except) }) }, closed),
      Type.Object({ sum: over({ of }) }, closed),
      Type.Object({ mean: over({ of }) }, closed),
      Type.Object({ median: over({ of }) }, closed),
      Type.Object({ min: over({ of }) }, closed),
      Type.Object({ max: over({ of }) }, closed),
      Type.Object({ latest: over({ of, carries }) }, closed),
      Type.Object(
        { share: over({ that: Type.String({ minLength: 1, description: 'The condition whose share is taken.' }) }) },
        closed,
      ),
      Type.Object({ any: over({ that: Type.String({ minLength: 1 }) }) }, closed),
      Type.Object({ all: over({ that: Type.String({ minLength: 1 }) }) }, closed),
      Type.Object({ add: Type.Array(expr(), { minItems: 2 }) }, closed),
      Type.Object({ subtract: Type.Array(expr(), { minItems: 2, maxItems: 2 }) }, closed),
      Type.Object({ multiply: Type.Array(expr(), { minItems: 2 }) }, closed),
      Type.Object({ ratio: Type.Object({ of: expr(), to: expr() }, closed) }, closed),
      Type.Object(
        {
          round: Type.Object(
            {
              value: expr(),
              decimals: Type.Integer({ minimum: 0, maximum: 10 }),
              mode: Type.Union([
                Type.Literal('half-up'),
                Type.Literal('half-even'),
                Type.Literal('up'),
                Type.Literal('down'),
              ]),
            },
            closed,
          ),
        },
        closed,
      ),
      Type.Object(
        {
          compare: Type.Object(
            {
              left: expr(),
              is: Type.Union([
                Type.Literal('at-least'),
                Type.Literal('more-than'),
                Type.Literal('at-most'),
                Type.Literal('less-than'),
                Type.Literal('equal'),
              ]),
              right: expr(),
            },
            closed,
          ),
        },
        closed,
      ),
      Type.Object({ choose: Type.Object({ when: expr(), then: expr(), otherwise: expr() }, closed) }, closed),
      Type.Object(
        {
          attribute: Type.String({
            pattern: '^(subject|organisation|parent)(\\.[a-z][a-z0-9_]*)+$',
            description:
              'What is recorded of the subject, of the organisation it belongs to, or of the one above that: `subject.attributes.terrain`, `subject.kind`, `parent.name`. In a formula write the path itself, or attr("terrain").',
          }),
          as: Type.Optional(
            Type.Union([Type.Literal('number'), Type.Literal('text'), Type.Literal('boolean')], {
              description: 'What it holds; needed only where no kind declares it, as with persons and postings.',
            }),
          ),
        },
        closed,
      ),
      Type.Object(
        {
          lookup: Type.Object(
            {
              by: Type.Array(expr(), {
                minItems: 1,
                description: 'The texts that are looked up, e.g. [attr("terrain"), class].',
              }),
              rows: Type.Array(
                Type.Object(
                  {
                    is: Type.Union([Type.String(), Type.Array(Type.String(), { minItems: 1 })], {
                      description: 'One text for each of `by`; `*` stands for any.',
                    }),
                    gives: expr(),
                  },
                  closed,
                ),
                { minItems: 1 },
              ),
              otherwise: Type.Union(
                [Type.Literal('stop'), Type.Literal('not-applicable'), Type.Object({ value: expr() }, closed)],
                asked(
                  { 'zh-CN': '表中没有的怎么办', en: 'What a text gets that stands in no row' },
                  {
                    stop: { 'zh-CN': '不应出现：结果未知并提示', en: 'it must not happen: not known, with a message' },
                    'not-applicable': { 'zh-CN': '不适用', en: 'does not apply' },
                  },
                ),
              ),
            },
            closed,
          ),
        },
        { ...closed, description: 'Looks a value up by one or more texts; the first row that fits decides.' },
      ),
      Type.Object(
        {
          result: Type.Object(
            {
              rating: Id,
              step: Type.Optional(FieldId),
              whose: Type.Union([Type.Literal('same'), Type.Literal('above'), Type.Literal('organisation')], {
                description:
                  'Whose result: the subject’s own, that of the nearest organisation above it that is rated, or that of the organisation a posting or person belongs to.',
              }),
              period: Type.Union([Type.Literal('same'), Type.Literal('previous'), Type.Literal('year-before')], {
                description: 'Of this period, of the last one before it, or of the same one a year before.',
              }),
              not_rated: Type.Union(
                [Type.Literal('not-applicable'), Type.Literal('not-known'), Type.Literal('zero')],
                asked(
                  { 'zh-CN': '在那里未评定时', en: 'What holds where it was not rated there' },
                  {
                    'not-applicable': { 'zh-CN': '不适用', en: 'it does not apply' },
                    'not-known': { 'zh-CN': '未知', en: 'it is not known' },
                    zero: { 'zh-CN': '按零计', en: 'it counts as zero' },
                  },
                ),
              ),
            },
            closed,
          ),
        },
        {
          ...closed,
          description:
            'A step of another rating, or of an earlier period; its score when no `step` is named. Only in ratings.',
        },
      ),
      Type.Object(
        {
          day: Type.Union([
            Type.Literal('period-start'),
            Type.Literal('period-end'),
            Type.Literal('as-of'),
            Type.Literal('since'),
          ]),
        },
        {
          ...closed,
          description:
            'A day of the place: in a formula period.start, period.end, as_of; `since`: the first day of the subject, as of a tenure or membership. Only in ratings.',
        },
      ),
      Type.Object(
        { call: Type.Object({ name: FieldId, of: Type.Array(expr(), { minItems: 1 }) }, closed) },
        {
          ...closed,
          description:
            'A function over days, in a formula `days_between("2026-04-12", period.end)`: days_between, working_days_between, months_between, years_between, overlap_days, plus_days, plus_working_days, plus_months, next_working_day, previous_working_day, is_working_day, is_holiday, weekday_of, month_start, in_year_of, year_of, month_of, day_of.',
        },
      ),
      Type.Object(
        {
          windows: Type.Object(
            {
              every: Type.Union(
                [
                  Type.Literal('day'),
                  Type.Literal('working-day'),
                  Type.Literal('week'),
                  Type.Literal('ten-days'),
                  Type.Literal('half-month'),
                  Type.Literal('month'),
                  Type.Literal('quarter'),
                  Type.Literal('half-year'),
                  Type.Object({ months: Count({ minimum: 1, maximum: 12 }) }, closed),
                  Type.Object(
                    {
                      days_of_month: Type.Array(Type.Integer({ minimum: 1, maximum: 31 }), { minItems: 1 }),
                      tolerance: Count({ minimum: 0, maximum: 15 }),
                    },
                    closed,
                  ),
                ],
                {
                  description:
                    'How long a window is: a calendar period, so many months from the start of the period, or fixed days of a month with days of tolerance on both sides.',
                },
              ),
              per: Type.Optional(
                Type.Union(
                  [Type.Object({ holders: Id }, closed), Type.Object({ members: Type.Literal(true) }, closed)],
                  {
                    description:
                      'Each of these owes it: entries about the person count; the subject itself when absent.',
                  },
                ),
              ),
              of: expr(),
              at_least: expr(),
              gives: Type.Union([
                Type.Literal('met'),
                Type.Literal('missed'),
                Type.Literal('shortfall'),
                Type.Literal('share'),
                Type.Literal('due'),
              ]),
              at_most: Type.Optional(expr()),
              grace: Type.Optional(
                Count(
                  { minimum: 0 },
                  says(
                    '窗口结束后多少个自然日内尚不算未达到',
                    'Calendar days after a window in which it is not missed yet.',
                  ),
                ),
              ),
              part_window: Type.Union(
                [Type.Literal('whole'), Type.Literal('left-out'), Type.Literal('pro-rata')],
                asked(
                  {
                    'zh-CN': '只在窗口的一段时间内存在的对象',
                    en: 'A window of which the subject was there for a part only',
                  },
                  {
                    whole: { 'zh-CN': '照常全额应办', en: 'owes the full amount' },
                    'left-out': { 'zh-CN': '该窗口不计', en: 'is left out' },
                    'pro-rata': { 'zh-CN': '按天数之比应办', en: 'owes by the share of its days' },
                  },
                ),
              ),
            },
            closed,
          ),
        },
        {
          ...closed,
          description:
            'A cadence inside the period, window by window: `of` is worked out for the days of each window and set against `at_least`. Windows not due yet are never missed. `gives`: how many are met, missed or due, the share met, or the shortfall of those missed; `at_most` caps what each who owes brings.',
        },
      ),
      Type.Object(
        { step: FieldId },
        { ...closed, description: 'The value of another step of the same rating. Only in ratings.' },
      ),
      Type.Object({ same: Type.Array(expr(), { minItems: 2, maxItems: 2 }) }, closed),
      Type.Object({ both: Type.Array(expr(), { minItems: 2 }) }, closed),
      Type.Object({ either: Type.Array(expr(), { minItems: 2 }) }, closed),
      Type.Object({ not: expr() }, closed),
      Type.Object({ text: Type.String() }, { ...closed, description: 'A text laid down in the rule, e.g. a grade.' }),
      Type.Object({ truth: Type.Boolean() }, closed),
      Type.Object(
        { holding: Type.Array(expr(), { minItems: 1 }) },
        { ...closed, description: 'How many of the conditions hold: in a formula `holding(a, b >= 2, c)`.' },
      ),
      Type.Object(
        { full: FieldId },
        { ...closed, description: 'The full marks of a step, in a formula `full(total)`. Only in ratings.' },
      ),
      Holds,
      Served,
      Type.Object({ least: Type.Array(expr(), { minItems: 2 }) }, closed),
      Type.Object({ greatest: Type.Array(expr(), { minItems: 2 }) }, closed),
      Type.Object(
        {
          known: Type.Object(
            {
              value: expr(),
              asks: Type.Optional(
                Type.Literal(
                  'applies',
                  says('问是否适用，而不是是否已知', 'whether it applies, instead of whether it is known'),
                ),
              ),
              otherwise: Type.Optional(expr()),
            },
            closed,
          ),
        },
        {
          ...closed,
          ...says(
            '是否已知（适用）；有 `otherwise` 时取其值，未知（不适用）时取另一个：`known_or(a, b)`、`applies_or(a, b)`',
            'Whether a value is known (applies); with `otherwise`, the value, or the other when it is not known (does not apply): `known_or(a, b)`, `applies_or(a, b)`',
          ),
        },
      ),
      Type.Object({ days: Type.Object({ of: DaysOf }, closed) }, { ...closed, description: 'Days of the period.' }),
      Type.Object(
        {
          standing: Type.Object(
            {
              obligation: Id,
              counts: Type.Union([
                Type.Literal('met'),
                Type.Literal('owed'),
                Type.Literal('overdue'),
                Type.Literal('late'),
                Type.Literal('days-late'),
                Type.Literal('weeks-late'),
              ]),
            },
            closed,
          ),
        },
        {
          ...closed,
          description:
            'Number of standings of a duty in the period with this outcome; `days-late`, `weeks-late`: by how many days, or begun weeks, they were late together, those overdue until the day looked at.',
        },
      ),
    ]),
  },
  'Expression',
);

/** An expression as written: a number, a formula, or a construct. */
export type Expression = Static<typeof Expression>;
/** An expression as a construct; numbers and formulas are short for one. */
export type ExpressionForm = Exclude<Expression, number | string>;
