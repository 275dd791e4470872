import type { Tone } from '../../ui/tokens.ts';
import type { Grades } from './rating-data.ts';

const GLYPHS = '①②③④⑤⑥⑦⑧⑨';

/** How a grade looks by where it stands on its scale: the best, the last, or between. */
export function gradeLook(grade: string | null, grades: Grades): { readonly glyph: string; readonly tone: Tone } {
  const index = grades.findIndex(({ id }) => id === grade);
  if (index < 0) return { glyph: '—', tone: 'faint' };
  const tone = index === 0 ? 'success' : index === grades.length - 1 ? 'caution' : 'info';
  return { glyph: GLYPHS[index] ?? '○', tone };
}
