import type { ValueJson } from '@luoshi/engine';
import { useSpeech } from '../../platform/web/i18n.ts';
import type { Grades } from './rating-data.ts';

interface FigureProps {
  readonly value: ValueJson | null | undefined;
  readonly grades: Grades;
}

const DIGITS = { maximumFractionDigits: 2 };

/** A value of a step: missing figures are said quietly and never look like zero. */
export function Figure({ value, grades }: FigureProps) {
  const { say, pick } = useSpeech();
  if (!value) return null;
  if (value.state === 'not-known') return <span className="ratings-quiet">{say('ratings.notKnown')}</span>;
  if (value.state === 'not-applicable') return <span className="ratings-quiet">{say('ratings.notApplicable')}</span>;
  if (typeof value.value === 'boolean') return <span>{value.value ? '✓' : '✕'}</span>;
  const grade = grades.find(({ id }) => id === value.value);
  const number = Number(value.value);
  if (grade || Number.isNaN(number)) return <span>{grade ? pick(grade.title) : value.value}</span>;
  return <span className="ratings-number">{number.toLocaleString('zh-CN', DIGITS)}</span>;
}
