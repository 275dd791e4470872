import { unknownName } from '../duty/problems.ts';
import type { Parts } from '../parts.ts';
import type { Finding } from '../problem.ts';
import type { Target } from '../schema/rating/target.ts';
import type { Rating } from '../schema/rating.ts';
import { say } from '../words.ts';
import type { Analysis } from './analyse.ts';

/** Targets name grades of the result, a kind, and one share between 0 and 1. */
export function checkTargets(
  { targets = [], result, scales = [] }: Rating,
  { types }: Analysis,
  parts: Parts,
): Finding[] {
  const scale = types.get(result.grade ?? '')?.scale;
  const known = scales.find(({ id }) => id === scale)?.grades;
  const grades = new Map((known ?? []).map((grade) => [grade.id, grade]));
  return targets.flatMap((target, i): Finding[] => {
    const at = `/targets/${i}`;
    return [
      ...(known ? target.grades.flatMap((id, j) => unknownName('grade', id, grades, `${at}/grades/${j}`)) : []),
      ...(target.under === undefined
        ? []
        : unknownName('organisation-kind', target.under, parts.organisationKinds, `${at}/under`)),
      ...share(target, at, parts),
    ];
  });
}

function share(target: Target, at: string, { parameters }: Parts): Finding[] {
  const { at_least, at_most } = target;
  const written = at_least ?? at_most;
  if ((at_least === undefined) === (at_most === undefined) || written === undefined) return [{ ...ONE_SHARE, at }];
  const key = at_least === undefined ? 'at_most' : 'at_least';
  if (typeof written === 'object') {
    return unknownName('parameter', written.parameter, parameters, `${at}/${key}/parameter`);
  }
  return Number(written) >= 0 && Number(written) <= 1 ? [] : [{ ...NO_SHARE, at: `${at}/${key}` }];
}

const ONE_SHARE = {
  code: 'target',
  words: say('目标须写明不少于或不超过多少，二者取一', 'A target says at_least or at_most, one of them'),
  wayOut: say('如 at_least: 0.3（30%）', 'E.g. at_least: 0.3 (30 %)'),
};
const NO_SHARE = {
  code: 'target',
  words: say('目标是 0 到 1 之间的比例', 'A target is a share between 0 and 1'),
  wayOut: say('30% 写作 0.3', 'Write 30 % as 0.3'),
};
