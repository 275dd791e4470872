import { useSpeech } from '../../platform/web/i18n.ts';
import { Mark } from '../../ui/Mark.tsx';
import { gradeLook } from './grade-look.ts';
import type { Grades } from './rating-data.ts';

interface GradeChipProps {
  /** The id of a grade; null for none. */
  readonly grade: string | null;
  readonly grades: Grades;
}

/** A grade as glyph and word: its place on the scale, and what the county calls it. */
export function GradeChip({ grade, grades }: GradeChipProps) {
  const { say, pick } = useSpeech();
  const known = grades.find(({ id }) => id === grade);
  return <Mark {...gradeLook(grade, grades)} word={known ? pick(known.title) : say('ratings.noGrade')} />;
}
