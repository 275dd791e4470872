import { unknownName } from '../../duty/problems.ts';
import type { Parts } from '../../parts.ts';
import type { Finding } from '../../problem.ts';
import { ratingPeriod } from '../../rating/period.ts';
import type { Example } from '../../schema/example.ts';
import { say } from '../../words.ts';
import type { Subjects } from './subjects.ts';

/** Published results: of ratings, steps, periods and subjects that exist. */
export const publishedProblems = ({ published = [] }: Example, { all }: Subjects, parts: Parts): Finding[] =>
  published.flatMap(({ rating: id, period, subject, steps }, i) => {
    const at = `/published/${i}`;
    const rating = parts.ratings.get(id);
    const whose = unknownName('subject', subject, all, `${at}/subject`);
    if (!rating) return [...unknownName('rating', id, parts.ratings, `${at}/rating`), ...whose];
    const known = new Map(rating.steps.map((step) => [step.id, step]));
    return [
      ...whose,
      ...(ratingPeriod(rating, period) ? [] : [noSuchPeriod(`${at}/period`, period)]),
      ...Object.keys(steps).flatMap((step) => unknownName('step', step, known, `${at}/steps/${step}#key`)),
    ];
  });

const noSuchPeriod = (at: string, period: string): Finding => ({
  code: 'wrong-text',
  at,
  words: say(`“${period}”不是该办法的时段`, `“${period}” is no period of this rating`),
  wayOut: say(
    '按办法的期间写，如 "2026"、2026-Q1、2026-03',
    'Write one as the rating has them, e.g. "2026", 2026-Q1, 2026-03',
  ),
});
