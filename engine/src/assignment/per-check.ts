import { conditionProblems, unknownName } from '../duty/problems.ts';
import type { Parts } from '../parts.ts';
import type { Finding } from '../problem.ts';
import type { Assignment } from '../schema/pack.ts';
import { say } from '../words.ts';
import { setOf } from './posts.ts';
import { organisationNames } from './variables.ts';

type Per = NonNullable<Assignment['per']>[number];

/** Bounds that never bind, and organisations that nobody could be counted by. */
export function perProblems(
  { key, at_least, at_most, among }: Per,
  at: string,
  assignment: Assignment,
  parts: Parts,
): Finding[] {
  const ofPostings = setOf(assignment) === 'postings';
  const problem = (code: string, zh: string, en: string, wayZh: string, wayEn: string): Finding => ({
    code,
    at,
    words: say(zh, en),
    wayOut: say(wayZh, wayEn),
  });
  return [
    ...(among?.kinds ?? []).flatMap((kind, i) =>
      unknownName('organisation-kind', kind, parts.organisationKinds, `${at}/among/kinds/${i}`),
    ),
    ...conditionProblems(among?.where, organisationNames(key, among?.kinds ?? [], parts), `${at}/among/where`),
    ...(at_least === undefined && at_most === undefined
      ? [
          problem(
            'no-bound',
            '没有写上限或下限',
            'No bound is given',
            '写 at_least 或 at_most',
            'Give at_least or at_most',
          ),
        ]
      : []),
    ...(typeof at_least === 'number' && typeof at_most === 'number' && at_least > at_most
      ? [problem('never-met', '下限大于上限', 'The lower bound is above the upper', '改正其一', 'Correct one of them')]
      : []),
    ...(at_least !== undefined && !among && ofPostings
      ? [
          problem(
            'no-base',
            '下限须说明在哪些组织之中',
            'A lower bound must say among which organisations',
            '写 among: { kinds: [ … ] }',
            'Add among: { kinds: [ … ] }',
          ),
        ]
      : []),
    ...(key === 'sending-organisation' && !ofPostings
      ? [
          problem(
            'no-base',
            '只有派驻才有派出单位',
            'Only postings are sent by somebody',
            '按 organisation 或 person 数',
            'Count by organisation or by person',
          ),
        ]
      : []),
    ...(key === 'person' && among
      ? [
          problem(
            'no-base',
            '按人计数时不能限定组织',
            'Counting by person cannot be limited to organisations',
            '去掉 among',
            'Remove among',
          ),
        ]
      : []),
  ];
}
