import { Choice, ChoiceOr } from '../choice.ts';
import { Condition, closed, FieldId, type Static, Type } from '../common.ts';
import { Duration } from '../duration.ts';
import { Expression } from '../expression.ts';
import { entrySet } from '../set.ts';
import { Units, zh } from './shared.ts';

const cel = (description: string) => Type.String({ minLength: 1, description });

/** Entries of one form, each of which counts. */
export const Entries = Type.Object(entrySet, {
  ...closed,
  description: 'Entries of a form: which (`where`), of which days (`during`), about whom (`about`).',
});

const Rung = Type.Union([Expression, Type.Record(Type.String(), Expression)]);

/** What one entry is worth. */
export const Points = Type.Union([
  Expression,
  Type.Object(
    {
      of: cel('The points somebody put down in the entry: `data.points`.'),
      from: Expression,
      to: Expression,
      reason: ChoiceOr(
        zh('裁量是否须写理由', 'Whether a reason must be given'),
        { 'not-required': zh('不要求', 'not required') },
        FieldId,
      ),
    },
    {
      ...closed,
      description: 'Discretion within a range. An entry outside it, or without its reason, does not count and says so.',
    },
  ),
  Type.Object(
    {
      by: Type.Union([
        cel('What the ladder goes by: `data.level`.'),
        Type.Array(Type.String({ minLength: 1 }), { minItems: 2, maxItems: 2 }),
      ]),
      table: Type.Record(Type.String(), Rung, {
        description: 'Points by value; with two keys, a table of tables: `{ county: { praise: 3, title: 5 } }`.',
      }),
      otherwise: ChoiceOr(
        zh('表中没有的值怎么办', 'What a value gets that the table does not list'),
        { zero: zh('不计分', 'nothing'), stop: zh('结果未知，直到写明', 'the result is not known until it is listed') },
        Expression,
      ),
    },
    { ...closed, description: 'A ladder: level of honour, of body, of severity; by one key or two.' },
  ),
]);

/** Points for each unit of a size recorded in the entry. */
export const PerSize = Type.Object(
  {
    of: cel('The size of the entry: `data.minutes`.'),
    size: Expression,
    units: Units,
    counted: Choice(zh('单位按每条还是合计计', 'Whether units are counted in each entry or over all'), {
      'each-entry': zh('每条记录单独计', 'in each entry by itself'),
      together: zh('各条合计后计', 'over all entries together'),
    }),
  },
  { ...closed, description: 'The points count for each so many: `size: 20` with `data.minutes` is each 20 minutes.' },
);

/** Which of several entries about one matter count. */
export const OneMatter = ChoiceOr(
  zh('同一事项的多条记录怎么计', 'What several entries about one matter count'),
  { each: zh('每条都计', 'each of them') },
  Type.Object(
    {
      same: Type.Array(Type.String({ minLength: 1 }), {
        minItems: 1,
        description: 'What makes it one matter: `data.matter`. An entry in which all are empty is a matter of its own.',
      }),
      counts: Choice(zh('同一事项计哪一条', 'Which of them counts'), {
        highest: zh('最高的一条', 'the highest'),
        first: zh('最早的一条', 'the first'),
        last: zh('最近的一条', 'the last'),
      }),
    },
    {
      ...closed,
      description: 'One matter counts once: several honours for it, several persons in it, a double mention.',
    },
  ),
);

/** What an entry counts that repeats an earlier one. */
export const Repeat = ChoiceOr(
  zh('重复发生怎么计', 'What a repeated one counts'),
  { single: zh('每次照常计', 'each counts its own points') },
  Type.Object(
    {
      same: Type.Array(Type.String({ minLength: 1 }), {
        minItems: 1,
        description: 'What makes it the same again: `data.kind`.',
      }),
      within: Type.Union([Type.Literal('period'), Duration], {
        description: 'How far back an earlier one is looked for, also before the period.',
      }),
      times: Type.Array(Type.Number({ minimum: 0 }), {
        minItems: 1,
        description:
          'Factor of the first, the second …; the last holds for all further ones. `[1, 2]`: doubled on repeat.',
      }),
      when_earlier_expires: Choice(
        zh('先前的一次失效后，加倍的怎么办', 'What happens to a doubled one when the earlier one expires'),
        {
          stays: zh('保持不变', 'it stays as it is'),
          'falls-back': zh('恢复为未重复', 'it counts as if it were the first'),
        },
      ),
    },
    closed,
  ),
);

const validity = { when: Type.Optional(Condition) };
const ValidRow = Type.Union([
  Type.Object({ ...validity, for: Duration }, closed),
  Type.Object({ ...validity, until: cel('The last day on which it counts: `data.until`.') }, closed),
  Type.Object({ ...validity, ends: Type.Literal('never') }, closed),
]);

/** How long an entry counts. */
export const Valid = Type.Union([ValidRow, Type.Array(ValidRow, { minItems: 1 })], {
  description:
    'How long an entry counts: those in force on the last day of the period, or on the day asked for when that is earlier, whenever they happened. The first row whose `when` holds decides; `when` also knows `points`.',
});

export const Caps = Type.Array(
  Type.Object(
    {
      per: Type.Union([
        Type.Literal('day'),
        Type.Literal('week'),
        Type.Literal('month'),
        Type.Literal('quarter'),
        Type.Literal('half-year'),
        Type.Literal('year'),
        Type.Literal('period'),
        Type.Object({ same: cel('Entries with the same value share the cap: `data.project`.') }, closed),
      ]),
      at_most: Expression,
    },
    closed,
  ),
  { minItems: 1, description: 'The most that entries of one day, month … count together; several hold at once.' },
);

export type Points = Static<typeof Points>;
export type PerSize = Static<typeof PerSize>;
export type OneMatter = Static<typeof OneMatter>;
export type Repeat = Static<typeof Repeat>;
export type Valid = Static<typeof Valid>;
export type ValidRow = Static<typeof ValidRow>;
export type Caps = Static<typeof Caps>;
