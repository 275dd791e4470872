import type { Words } from '../../value.ts';
import { say } from '../../words.ts';
import type { Scored } from './groups.ts';
import { rowFor } from './take.ts';

/** How many papers were left out of the mean, and by which row of how many raters. */
export function cutTold({ group: { takes }, value, raters, cut }: Scored): Words[] {
  if (raters === 0) return [];
  if (typeof takes === 'string' || !('from' in takes.trimmed)) return cut > 0 ? [leftOut(cut)] : [];
  const row = rowFor(raters, takes.trimmed);
  if (row === null) return [fewer(takes.trimmed.from.at(-1)?.raters ?? 0, value !== null)];
  if (value === null) return [];
  const out = cut === 0 ? NONE_CUT : leftOut(cut);
  return [say(`满 ${row.raters} 人，${out['zh-CN']}`, `${row.raters} or more: ${out.en}`)];
}

const NONE_CUT = say('不去掉', 'none cut');

const fewer = (than: number, taken: boolean): Words =>
  say(`不满 ${than} 人${taken ? '，不去掉' : ''}`, `fewer than ${than}${taken ? ': none cut' : ''}`);

const leftOut = (cut: number): Words => say(`去掉 ${cut} 份`, `${cut} cut`);
