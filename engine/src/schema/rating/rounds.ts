import { Choice, ChoiceOr } from '../choice.ts';
import { closed, Decimal, FieldId, Id, type Static, Type } from '../common.ts';
import { Count } from '../count.ts';
import { says } from '../says.ts';
import { That } from './below.ts';
import { Missing, zh } from './shared.ts';

/** Construct `rounds`: the results of shorter periods become that of a longer one. */
export const Rounds = Type.Object(
  {
    rating: Id,
    step: Type.Optional(FieldId),
    take: ChoiceOr(
      zh('各轮次如何合成', 'What the rounds become'),
      {
        mean: zh('平均', 'their mean'),
        sum: zh('合计', 'their sum'),
        last: zh('以最后一轮为准', 'the last of them'),
        best: zh('取最好的一轮（最高）', 'the highest of them'),
        worst: zh('取最差的一轮（最低）', 'the lowest of them'),
      },
      Type.Union([
        Type.Object({ best: Count({ minimum: 1 }) }, { ...closed, description: 'The mean of the so many highest.' }),
        Type.Object(
          { number_that: That },
          { ...closed, description: 'How many rounds fulfil it: red flags of a year.' },
        ),
        Type.Object({ share_that: That }, { ...closed, description: 'Which share of the rounds fulfils it, 0 to 1.' }),
        Type.Object(
          { longest_run_that: That },
          {
            ...closed,
            description: 'How many rounds in a row fulfil it at most; a round left out does not break the row.',
          },
        ),
        Type.Object(
          { weights: Type.Array(Decimal, { minItems: 2 }) },
          {
            ...closed,
            description: 'One weight for each round in their order; divided by the weights of the rounds that count.',
          },
        ),
      ]),
    ),
    missing: Missing,
    not_applicable: Choice(
      zh('不适用或未评定的轮次', 'Rounds that do not apply, or in which the subject was not rated'),
      {
        'left-out': zh('不计', 'are left out'),
        zero: zh('按零计', 'count as zero'),
        stop: zh('整项不适用', 'make the whole not apply'),
      },
    ),
    not_over: Choice(zh('尚未结束的轮次', 'Rounds that are not over yet'), {
      'left-out': zh('不计，标明暂定', 'are left out, and the result is marked provisional'),
      stop: zh('结果未知，直到结束', 'keep the result from being known'),
    }),
    part_round: Choice(zh('只在轮次的一段时间内存在的对象', 'A round of which the subject was there for a part only'), {
      whole: zh('该轮照常计入', 'counts like any other'),
      'left-out': zh('该轮不计', 'is left out'),
      'by-days': zh('该轮按天数之比计入', 'counts by the share of its days'),
    }),
    at_least: Type.Optional(
      Count(
        { minimum: 1 },
        says('计入的轮次少于此数时不适用', 'With fewer rounds that count the result does not apply.'),
      ),
    ),
  },
  {
    ...closed,
    description:
      'Month or quarter to year: the results of another rating of the same subjects in the shorter periods that lie in this one.',
  },
);

export type Rounds = Static<typeof Rounds>;
