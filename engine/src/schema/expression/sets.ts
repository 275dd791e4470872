import { say } from '../../words.ts';
import { Choice } from '../choice.ts';
import { closed, DaysOf, type TSchema, Type } from '../common.ts';
import { says, told } from '../says.ts';
import { set as single } from '../set.ts';

const other = () => Type.Ref('Set');

/** A set, the sets it is made of, and those its members are looked up in. */
const set = {
  ...single,
  reads: Type.Optional(
    told(Type.Ref('Reads'), '读另一种表的记录，条件里可用', 'Entries of another form that conditions may read'),
  ),
  beside: Type.Optional(
    told(Type.Ref('Beside'), '另一种记录决定这条算不算', 'Entries of another form say whether it counts'),
  ),
  any_of: Type.Optional(
    Type.Array(other(), { minItems: 2, ...says('并集：这几组合在一起', 'All that are in one of these sets') }),
  ),
  same: Type.Optional(
    Type.Union([Type.String({ minLength: 1 }), Type.Array(Type.String({ minLength: 1 }), { minItems: 2 })], {
      ...says(
        '什么相同算同一个，只算一次：`data.household`、`subject.id`；列表字段的每个值各算一个',
        'What makes two the same one, which counts once: `data.household`, `subject.id`; each value of a list is one',
      ),
    }),
  ),
  keeps: Type.Optional(
    Choice(say('同一个有几条时读哪一条', 'Which of several of the same one is read'), {
      first: say('最早的', 'the first'),
      latest: say('最近的', 'the latest'),
    }),
  ),
  also_in: Type.Optional(
    Type.Array(other(), {
      minItems: 1,
      ...says('交集：只留这几组里也都有的', 'Only those that are in each of these too'),
    }),
  ),
  not_in: Type.Optional(
    Type.Array(other(), { minItems: 1, ...says('差集：除去这几组里有的', 'Without those that are in one of these') }),
  ),
};

/** A set on its own: what `count` counts, and what stands inside another. */
export const SetOf = Type.Object(set, {
  ...closed,
  ...says(
    '一组记录或对象：form、postings、organisations、holders、members、any_of 恰好一个。记录指本期内有效、未被驳回、关于该组织及其派驻和成员的；对象指本期内存在、在该组织及其下级的',
    'Exactly one of form, postings, organisations, holders, members, any_of. Entries: dated in the period, standing and not rejected, about the organisation, its postings or members; subjects: at or below the organisation and there in the period',
  ),
});

const of = Type.String({
  minLength: 1,
  ...says(
    '每条取什么数：`data.kilometres`、`ceil(days_between(data.due, entry.date) / 7)`；日子有 `period.start`、`period.end`、`as_of`',
    'A number or field of each element: `data.kilometres`, `ceil(days_between(data.due, entry.date) / 7)`. Days: `period.start`, `period.end`, `as_of`',
  ),
});

const that = Type.String({ minLength: 1, ...says('每条须符合的条件', 'The condition set against each element') });

const carries = Type.Optional(
  Type.Boolean(
    says(
      '本期之前的记录是否沿用到有新的为止：`true` 沿用，`false` 只读本期。必须写明，截至当日的指标除外',
      'Whether an entry from before the period holds until a newer one (`true`), or only those of the period are read (`false`). Required, except in a measure to date',
    ),
  ),
);

const over = <Extra extends Record<string, TSchema>>(extra: Extra, zh: string, en: string) =>
  Type.Object({ ...set, ...extra }, { ...closed, ...says(zh, en) });

const gap = {
  takes: Type.Union(
    [Type.Literal('longest', says('最长的', 'the longest')), Type.Literal('shortest', says('最短的', 'the shortest'))],
    says('取哪一个间隔', 'Which of the gaps'),
  ),
  ends: Choice(
    say('期初到第一条、最后一条到期末算不算', 'From the start to the first entry and from the last to the end'),
    {
      counted: say('算作间隔', 'are gaps too'),
      'left-out': say('不算，只看相邻两条', 'left out: only between two entries'),
    },
  ),
  days: DaysOf,
};

/** Constructs over a set of entries or subjects. */
export const overSets = [
  Type.Object({ count: told(other(), '有几个', 'How many there are') }, closed),
  Type.Object({ distinct: over({ of }, '不同的值有几个', 'How many different values') }, closed),
  Type.Object({ sum: over({ of }, '合计', 'The sum') }, closed),
  Type.Object({ mean: over({ of }, '平均', 'The mean') }, closed),
  Type.Object({ median: over({ of }, '中位数', 'The median') }, closed),
  Type.Object({ min: over({ of }, '最小', 'The least') }, closed),
  Type.Object({ max: over({ of }, '最大', 'The most') }, closed),
  Type.Object({ latest: over({ of, carries }, '最近一条的值', 'The value of the latest entry') }, closed),
  Type.Object({ gap: over(gap, '相邻两条记录之间隔了几天', 'Days between entries that follow one another') }, closed),
  Type.Object({ share: over({ that }, '符合条件的占比，0 到 1', 'The share that fulfils it, 0 to 1') }, closed),
  Type.Object({ any: over({ that }, '是否有一条符合', 'Whether one fulfils it') }, closed),
  Type.Object({ all: over({ that }, '是否全部符合', 'Whether all fulfil it') }, closed),
] as const;
