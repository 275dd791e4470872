import type { Finding } from '../problem.ts';
import type { Rating } from '../schema/rating.ts';
import { say } from '../words.ts';
import { numberOf } from './weights-check.ts';

/** A step of which one rule says that more is better, by its bands, and another, by its places, that less is. */
export function checkBestEnd(rating: Rating): Finding[] {
  return rating.steps.flatMap((step, i): Finding[] => {
    if ('rank' in step) return against(rating, step.rank.of, step.rank.best, `/steps/${i}/rank/best`);
    if (!('quota' in step)) return [];
    return step.quota.by.flatMap((by, n) => against(rating, by.step, by.best, `/steps/${i}/quota/by/${n}/best`));
  });
}

function against(rating: Rating, of: unknown, best: string, at: string): Finding[] {
  const direction = typeof of === 'string' ? byBands(rating, of) : null;
  if (direction === null || direction === best) return [];
  const more = direction === 'highest';
  return [
    {
      severity: 'warning',
      code: 'best-end',
      at,
      words: more
        ? say('定等时高的为好，这里却以低的为好', 'By its bands more is better, but here less is')
        : say('定等时低的为好，这里却以高的为好', 'By its bands less is better, but here more is'),
      wayOut: say(`写 best: ${direction}，或核对分档`, `Write best: ${direction}, or look at the bands again`),
    },
  ];
}

/** Which end bands of grades call better; null when none do, or they do not agree. */
function byBands({ steps, scales = [] }: Rating, of: string): 'highest' | 'lowest' | null {
  const ends = steps.flatMap((step) => {
    if (!('bands' in step) || step.bands.of !== of) return [];
    const grades = scales.find(({ id }) => id === step.bands.scale)?.grades.map(({ id }) => id) ?? [];
    const rows = step.bands.rows.flatMap(({ at_least, above, gives }) => {
      const low = at_least ?? above;
      const number = low === undefined ? null : numberOf(low);
      return number && 'grade' in gives ? [{ number, grade: grades.indexOf(gives.grade) }] : [];
    });
    return rows.flatMap((a, i) => rows.slice(i + 1).map((b) => a.number.comparedTo(b.number) * (b.grade - a.grade)));
  });
  const moved = ends.filter((one) => one !== 0);
  if (moved.length === 0) return null;
  return moved.every((one) => one > 0) ? 'highest' : moved.every((one) => one < 0) ? 'lowest' : null;
}
