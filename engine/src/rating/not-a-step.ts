import { unknownName } from '../duty/problems.ts';
import type { Parts } from '../parts.ts';
import type { Finding } from '../problem.ts';
import type { Rating } from '../schema/rating.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';

/** A name that no step bears, with what was probably meant: a grade without quotes, or a kind of organisation in `by`. */
export function unknownStep(
  id: string,
  steps: ReadonlyMap<string, unknown>,
  at: string,
  rating: Rating,
  parts: Parts,
): Finding[] {
  const wayOut = (id: string): Words | null =>
    (/\/by\/\d+$/.test(at) ? kindNamed(id, parts) : null) ?? gradeUnquoted(id, rating);
  return unknownName('step', id, steps, at).map((finding) => ({ ...finding, wayOut: wayOut(id) ?? finding.wayOut }));
}

function gradeUnquoted(id: string, { scales = [] }: Rating): Words | null {
  const grade = scales.flatMap(({ grades }) => grades).find((one) => one.id === id);
  return grade
    ? say(
        `“${id}”是等次“${grade.title['zh-CN']}”，等次加双引号：'final == "${id}"'`,
        `“${id}” is the grade “${grade.title.en}”, and grades stand in double quotes: 'final == "${id}"'`,
      )
    : null;
}

function kindNamed(id: string, { organisationKinds }: Parts): Words | null {
  const kind = organisationKinds.get(id);
  return kind
    ? say(
        `“${id}”是一类组织（${kind.title['zh-CN']}）：按它分组写 under: ${id}；by 后面写的是步骤的 id，那一步的值相同的为一组`,
        `“${id}” is a kind of organisation (${kind.title.en}): to group by it write under: ${id}; by names steps, and those with the same value of the step are one group`,
      )
    : null;
}
