import type { Decimal } from '../decimal.ts';
import type { PartKind, Parts } from '../parts.ts';
import type { Finding } from '../problem.ts';
import { parameterNamed, writtenNumbers } from '../rating/written-number.ts';
import type { Size } from '../schema/sized.ts';
import type { Words } from '../value.ts';
import { plain } from '../value-json.ts';
import { say } from '../words.ts';
import { alongSchema } from './along-schema.ts';

interface Sense {
  readonly fits: (number: Decimal) => boolean;
  /** Whether a parameter may be 0: nobody that year, or in the county that sets it so. */
  readonly none?: true;
  /** What the number must be, and why another makes no sense. */
  readonly must: Words;
  readonly why: Words;
  readonly wayOut: Words;
}

const CORRECT = say('改正这个数', 'Correct the number');
const NOBODY = say('少于一个就谁都没有', 'less than one leaves nobody and nothing');

const SENSE: Readonly<Record<Size, Sense>> = {
  divisor: {
    fits: (number) => number.gt(0),
    must: say('须大于 0', 'must be above 0'),
    why: say(
      '以它为满分或单位，除以零没有结果',
      'it is what is counted or rescaled by, and nothing is divided by zero',
    ),
    wayOut: CORRECT,
  },
  positive: {
    fits: (number) => number.gt(0),
    must: say('须大于 0', 'must be above 0'),
    why: say('不大于 0 就等于没有这一条', 'at 0 or below it would say nothing'),
    wayOut: CORRECT,
  },
  'not-negative': {
    fits: (number) => number.gte(0),
    must: say('不得小于 0', 'must not be below 0'),
    why: say('这里写的是多少，负数会使它变成相反的意思', 'it says how much, and below 0 it would say the opposite'),
    wayOut: say(
      '写正数；加还是减由所在的键决定',
      'Write it above 0; whether it adds or takes is said by the key it stands under',
    ),
  },
  'how-many': {
    fits: (number) => number.isInteger() && number.gte(1),
    none: true,
    must: say('须是 1 以上的整数', 'must be a whole number of at least 1'),
    why: NOBODY,
    wayOut: CORRECT,
  },
  places: {
    fits: (number) => number.isInteger() && number.gte(0),
    must: say('须是 0 以上的整数', 'must be a whole number of at least 0'),
    why: say('个数没有负的，也没有半个', 'there is no half one, and none below zero'),
    wayOut: CORRECT,
  },
  share: {
    fits: (number) => number.gt(0) && number.lte(1),
    none: true,
    must: say('须大于 0、不大于 1', 'must be above 0 and at most 1'),
    why: say('它是全体的一部分', 'it is a part of a whole'),
    wayOut: say('百分之十五写 0.15', 'Write 15 % as 0.15'),
  },
  part: {
    fits: (number) => number.gte(0) && number.lte(1),
    must: say('须在 0 与 1 之间', 'must lie between 0 and 1'),
    why: say('它是全体的一部分', 'it is a part of a whole'),
    wayOut: say('百分之十五写 0.15', 'Write 15 % as 0.15'),
  },
  cut: {
    fits: (number) => number.gte(0) && number.lt(0.5),
    must: say('须小于 0.5，不得为负', 'must be below 0.5 and not below 0'),
    why: say('两头各去掉一半就没有剩余', 'cutting a half at each end leaves nothing'),
    wayOut: say('百分之十写 0.1', 'Write 10 % as 0.1'),
  },
};

/** Numbers that make no sense where they stand: written in the rule, or a value of the parameter that is named. */
export function sizeProblems(kind: PartKind, id: string, parts: Parts): Finding[] {
  return [...alongSchema(kind, id, parts)].flatMap(({ value, schemas, at, key }) => {
    const size = schemas.find((schema) => schema.sized !== undefined)?.sized;
    return size === undefined ? [] : judge(value, SENSE[size], { at, key }, parts);
  });
}

interface Where {
  readonly at: string;
  readonly key: string;
}

function judge(value: unknown, { fits, none, must, why, wayOut }: Sense, { at, key }: Where, parts: Parts): Finding[] {
  const named = parameterNamed(value);
  const wrong = writtenNumbers(value, parts).find((number) => !fits(number) && !(named && none && number.isZero()));
  if (!wrong) return [];
  const [zh, en] =
    named === undefined
      ? [`写的是 ${plain(wrong)}`, `it is ${plain(wrong)}`]
      : [`参数“${named}”的值是 ${plain(wrong)}`, `the parameter “${named}” is ${plain(wrong)}`];
  return [
    {
      code: 'no-such-size',
      at,
      words: say(`${key} ${must['zh-CN']}，${zh}：${why['zh-CN']}`, `${key} ${must.en}; ${en}: ${why.en}`),
      wayOut:
        named === undefined
          ? wayOut
          : say(`${wayOut['zh-CN']}，或换一个参数`, `${wayOut.en}, or use another parameter`),
    },
  ];
}
