import { numberProblems } from '../duty/problems.ts';
import { compare, ONE, toFraction } from '../fraction.ts';
import type { Parts } from '../parts.ts';
import type { Finding } from '../problem.ts';
import type { Assignment } from '../schema/pack.ts';
import { say } from '../words.ts';
import type { Per } from './bounds.ts';
import { boundNames } from './variables.ts';

const SHARES = ['at_least_share', 'at_most_share'] as const;
const NUMBERS = ['at_least', 'at_most'] as const;

/** Bounds that are missing, contradict each other or have no meaning. */
export function boundProblems(per: Per, at: string, assignment: Assignment, parts: Parts): Finding[] {
  const problem = (code: string, place: string, words: Finding['words'], wayOut: Finding['wayOut']): Finding => ({
    code,
    at: `${at}${place}`,
    words,
    wayOut,
  });
  const shares = SHARES.filter((key) => per[key] !== undefined);
  const numbers = NUMBERS.filter((key) => per[key] !== undefined);
  const worked = numbers.filter((key) => typeof per[key] === 'string');
  return [
    ...(shares.length + numbers.length === 0
      ? [
          problem(
            'no-bound',
            '',
            say('没有写上限或下限', 'No bound is given'),
            say(
              '写 at_least 或 at_most；占比写 at_least_share 或 at_most_share',
              'Give at_least or at_most; of a share at_least_share or at_most_share',
            ),
          ),
        ]
      : []),
    ...(contradicted(per)
      ? [
          problem(
            'never-met',
            '',
            say('下限大于上限', 'The lower bound is above the upper'),
            say('改正其一', 'Correct one of them'),
          ),
        ]
      : []),
    ...shares.flatMap((key) => shareProblems(per, key, problem)),
    ...worked.flatMap((key) =>
      per.key === 'person'
        ? [
            problem(
              'no-base',
              `/${key}`,
              say('按人计数时没有组织可算', 'Counting by person there is no organisation to work it out for'),
              say('写一个数或参数', 'Write a number or a parameter'),
            ),
          ]
        : numberProblems(String(per[key]), boundNames(per, assignment, parts), `${at}/${key}`),
    ),
  ];
}

function contradicted({ at_least, at_most, at_least_share, at_most_share }: Per): boolean {
  const [low, high] = [at_least ?? at_least_share, at_most ?? at_most_share];
  const plain = (bound: typeof low): bound is number => typeof bound === 'number';
  return plain(low) && plain(high) && low > high;
}

type Problem = (code: string, place: string, words: Finding['words'], wayOut: Finding['wayOut']) => Finding;

function shareProblems(per: Per, key: (typeof SHARES)[number], problem: Problem): Finding[] {
  const share = per[key];
  const beyond = typeof share !== 'object' && share !== undefined && compare(toFraction(share), ONE) > 0;
  return [
    ...(per.that === undefined
      ? [
          problem(
            'no-base',
            `/${key}`,
            say('没有写是哪些人的占比', 'It is not said whose share it is'),
            say(
              '写 that: 条件，如 person.attributes.sex == "f"',
              'Add that: a condition, such as person.attributes.sex == "f"',
            ),
          ),
        ]
      : []),
    ...(per.mean !== undefined || NUMBERS.some((other) => per[other] !== undefined)
      ? [
          problem(
            'two-figures',
            `/${key}`,
            say('一条规则只看一个数：人数、占比或平均', 'A rule looks at one figure: how many, a share or a mean'),
            say('分成两条', 'Make two rules of it'),
          ),
        ]
      : []),
    ...(beyond
      ? [
          problem(
            'never-met',
            `/${key}`,
            say('占比大于 1', 'The share is above 1'),
            say('八成写 0.8，三分之一写 1/3', 'Write 80 % as 0.8, a third as 1/3'),
          ),
        ]
      : []),
  ];
}
