import type { FigureType } from '../../measure/types.ts';
import type { Ceiling } from '../../schema/rating/ceiling.ts';
import { say } from '../../words.ts';
import { scaleOfType } from '../grades.ts';
import type { StepChecker } from '../types.ts';
import { numberOf } from '../weights-check.ts';

type Rows = Extract<Ceiling['limits'][number], { count: unknown }>['from'];

/** More often must never mean better: counts rise, and what is allowed falls. */
export function checkEscalation(from: Rows, type: FigureType | null, at: string, checker: StepChecker): boolean {
  const scale = scaleOfType(type, checker);
  const severity = ({ at_most }: Rows[number]): number | null => {
    if ('grade' in at_most) return scale?.grades.findIndex(({ id }) => id === at_most.grade) ?? null;
    return 'points' in at_most ? (numberOf(at_most.points)?.negated().toNumber() ?? null) : 0;
  };
  const wrong = from.findIndex((row, i) => {
    const before = from[i - 1];
    if (!before) return false;
    const [now, then] = [severity(row), severity(before)];
    return row.at_least <= before.at_least || (now !== null && then !== null && now < then);
  });
  if (wrong < 0) return true;
  checker.add({
    code: 'escalation',
    at: `${at}/from/${wrong}`,
    words: say('次数须递增，限制须递严', 'Counts must rise, and limits become stricter'),
    wayOut: say('从少到多排列', 'Order the rows from few to many'),
  });
  return false;
}
