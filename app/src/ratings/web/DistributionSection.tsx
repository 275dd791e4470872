import { lazy, type ReactNode, Suspense } from 'react';
import { useSpeech } from '../../platform/web/i18n.ts';
import { Section } from '../../ui/Page.tsx';
import { gradeLook } from './grade-look.ts';
import type { Sheet } from './rating-data.ts';
import { distribution, gradeOf, scoreBins } from './rating-rows.ts';

const Distribution = lazy(() => import('./Distribution.tsx'));

interface DistributionSectionProps {
  readonly sheet: Sheet;
  readonly actions: ReactNode;
}

/** How many have each grade; how the scores spread where nobody has a grade yet or none is given. */
export function DistributionSection({ sheet: { rows, grades }, actions }: DistributionSectionProps) {
  const { say, pick } = useSpeech();
  const byGrade = rows.some((row) => gradeOf(row) !== null) && grades.length > 0;
  const bins = byGrade ? [] : scoreBins(rows);
  const none = rows.length < 2 || (!byGrade && bins.length === 0);
  if (none) return actions ? <div className="ratings-alone">{actions}</div> : null;
  const graded = distribution(rows, grades).map(({ grade, count }) => {
    const known = grades.find(({ id }) => id === grade);
    return { count, tone: gradeLook(grade, grades).tone, word: known ? pick(known.title) : say('ratings.noGrade') };
  });
  const spread = bins.map(({ from, to, count }) => ({
    count,
    tone: 'info' as const,
    word: `${from}–${to}`,
  }));
  const ofScores = bins.length > 0;
  return (
    <Section title={say(ofScores ? 'ratings.scoreDistribution' : 'ratings.distribution')} actions={actions}>
      <Suspense fallback={<div className="ratings-chart" />}>
        <Distribution of={say(ofScores ? 'ratings.score' : 'ratings.grade')} bars={ofScores ? spread : graded} />
      </Suspense>
    </Section>
  );
}
