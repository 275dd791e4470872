import { Choice, ChoiceOr } from '../choice.ts';
import { closed, Decimal, FieldId, Id, type Static, Type } from '../common.ts';
import { Count } from '../count.ts';
import { Predecessors } from '../predecessors.ts';
import { says, told } from '../says.ts';
import { sized } from '../sized.ts';
import { That } from './below.ts';
import { Missing, zh } from './shared.ts';

/** Construct `rounds`: the results of shorter periods become that of a longer one. */
export const Rounds = Type.Object(
  {
    rating: told(
      Id,
      '较短一期（周、月、季、年）办法的 id',
      'Id of the rating of the shorter periods: weeks, months, years',
    ),
    step: Type.Optional(told(FieldId, '取它的哪一步；不写则取总分', 'Which step of it; its score when absent')),
    take: ChoiceOr(
      zh('各轮次如何合成', 'What the rounds become'),
      {
        mean: zh('平均', 'their mean'),
        sum: zh('合计', 'their sum'),
        last: zh('以最后一轮为准', 'the last'),
        best: zh('取最好的一轮（最高）', 'the highest'),
        worst: zh('取最差的一轮（最低）', 'the lowest'),
        median: zh('中位数', 'their median'),
      },
      Type.Union([
        Type.Object(
          { best: Count({ minimum: 1 }, says('最高的几轮', 'How many')) },
          { ...closed, ...says('最高几轮的平均', 'The mean of the so many highest') },
        ),
        Type.Object(
          { worst: Count({ minimum: 1 }, says('最低的几轮', 'How many')) },
          { ...closed, ...says('最低几轮的平均', 'The mean of the so many lowest') },
        ),
        Type.Object(
          { number_that: That },
          { ...closed, ...says('符合条件的轮次数：一年得几次红旗', 'How many rounds fulfil it: red flags of a year') },
        ),
        Type.Object(
          { share_that: That },
          { ...closed, ...says('符合条件的轮次占比，0 到 1', 'Which share of the rounds fulfils it, 0 to 1') },
        ),
        Type.Object(
          { longest_run_that: That },
          {
            ...closed,
            ...says(
              '最多连续几轮符合；不计的轮次不打断',
              'How many rounds in a row fulfil it at most; a round left out does not break the row',
            ),
          },
        ),
        Type.Object(
          {
            weights: Type.Array(sized(Decimal, 'not-negative'), {
              minItems: 2,
              ...says('每轮一个权重，依先后', 'A weight for each round in their order'),
            }),
          },
          {
            ...closed,
            ...says(
              '加权平均：除以计入各轮的权重',
              'The weighted mean; divided by the weights of the rounds that count',
            ),
          },
        ),
      ]),
    ),
    missing: Missing,
    not_applicable: Choice(zh('不适用或未评定的轮次', 'Rounds that do not apply or where it was not rated'), {
      'left-out': zh('不计', 'left out'),
      zero: zh('按零计', 'count as zero'),
      stop: zh('整项不适用', 'the whole does not apply'),
    }),
    not_over: Choice(zh('尚未结束的轮次', 'Rounds not over yet'), {
      'left-out': zh('不计，标明暂定', 'left out, marked provisional'),
      stop: zh('结果未知，直到结束', 'the result is not known'),
    }),
    part_round: Choice(zh('只在轮次的一段时间内存在的对象', 'A round in which the subject was there only partly'), {
      whole: zh('该轮照常计入', 'counts in full'),
      'left-out': zh('该轮不计', 'left out'),
      'by-days': zh('该轮按天数之比计入', 'by the share of its days'),
    }),
    predecessors: Type.Optional(Predecessors),
    last: Type.Optional(
      Type.Object(
        {
          periods: Count({ minimum: 2 }, says('几期', 'How many')),
          up_to: Choice(zh('其中最后一期', 'The last of them'), {
            this: zh('本期', 'is this period'),
            previous: zh('上一期，不含本期', 'is the one before this period'),
          }),
          fewer: Choice(zh('已有的期数不足', 'Fewer are there'), {
            'those-there': zh('按已有的各期', 'takes those there are'),
            'not-applicable': zh('不适用', 'gives no result'),
          }),
        },
        {
          ...closed,
          ...says(
            '不取本期之内的各轮，而取近几期（可跨年）：近四季 `{ periods: 4, up_to: this, fewer: those-there }`；`rating` 可为本办法',
            'Not the rounds of this period but the last so many, through the years: `{ periods: 4, up_to: this, fewer: those-there }`; `rating` may be this one',
          ),
        },
      ),
    ),
    only_months: Type.Optional(
      Type.Array(Type.Integer({ minimum: 1, maximum: 12 }), {
        minItems: 1,
        ...says(
          '只取在这些月份结束的轮次：3、6、9 月 `[3, 6, 9]`，前三季度也写 `[3, 6, 9]`',
          'Only rounds that end in these months: `[3, 6, 9]`, the first three quarters',
        ),
      }),
    ),
    at_least: Type.Optional(
      Count(
        { minimum: 1 },
        says('计入的轮次少于此数则不适用', 'With fewer rounds that count the result does not apply'),
      ),
    ),
  },
  {
    ...closed,
    ...says(
      '由周到月、由月到年、由年到届：同一对象在本期之内各周（月、季、年）另一个办法的结果',
      'Week to month, month to year, year to term: another rating of the same subjects in the shorter periods of this one',
    ),
  },
);

export type Rounds = Static<typeof Rounds>;
