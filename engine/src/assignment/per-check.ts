import { conditionProblems, numberProblems, unknownName } from '../duty/problems.ts';
import type { Parts } from '../parts.ts';
import type { Finding } from '../problem.ts';
import type { Assignment } from '../schema/pack.ts';
import { say } from '../words.ts';
import type { Per } from './bounds.ts';
import { boundProblems } from './bounds-check.ts';
import { setOf } from './posts.ts';
import { organisationNames, servingNames } from './variables.ts';

/** Bounds that never bind, and organisations that nobody could be counted by. */
export function perProblems(per: Per, at: string, assignment: Assignment, parts: Parts): Finding[] {
  const { key, at_least, at_least_share, among } = per;
  const ofPostings = setOf(assignment) === 'postings';
  const problem = (zh: string, en: string, wayZh: string, wayEn: string): Finding => ({
    code: 'no-base',
    at,
    words: say(zh, en),
    wayOut: say(wayZh, wayEn),
  });
  return [
    ...(among?.kinds ?? []).flatMap((kind, i) =>
      unknownName('organisation-kind', kind, parts.organisationKinds, `${at}/among/kinds/${i}`),
    ),
    ...conditionProblems(among?.where, organisationNames(key, among?.kinds ?? [], parts), `${at}/among/where`),
    ...numberProblems(per.mean, servingNames(assignment, parts), `${at}/mean`),
    ...boundProblems(per, at, assignment, parts),
    ...((at_least !== undefined || at_least_share !== undefined) && !among && ofPostings
      ? [
          problem(
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
            '按人计数时不能限定组织',
            'Counting by person cannot be limited to organisations',
            '去掉 among',
            'Remove among',
          ),
        ]
      : []),
  ];
}
