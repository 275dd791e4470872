import { SHARE } from '../../measure/types.ts';
import { toDecimal } from '../../measure/values.ts';
import type { Words } from '../../value.ts';
import { say } from '../../words.ts';
import { numberShown } from '../number-shown.ts';
import type { Scored } from './groups.ts';
import { rowFor } from './take.ts';

/** How many papers were left out of the mean, and by which row of how many raters. */
export function cutTold(scored: Scored): Words[] {
  const { value, raters, cut } = scored;
  const { takes } = scored.group;
  if (raters === 0) return [];
  if (typeof takes === 'string') return [];
  if ('near_mean' in takes) return voidTold(scored, 'share' in takes.near_mean);
  if (!('from' in takes.trimmed)) return cut > 0 ? [leftOut(cut)] : [];
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

function voidTold({ number, cut, all, value }: Scored, asShare: boolean): Words[] {
  if (number?.state !== 'known' || value?.state === 'not-known') return [];
  const limit = numberShown(toDecimal(number), asShare ? SHARE : undefined);
  const far = say(`偏离平均超过 ${limit}`, `more than ${limit} from the mean`);
  if (all) return [say(`全部${far['zh-CN']}，不作废`, `all are ${far.en}: none void`)];
  if (value === null) return [say(`全部${far['zh-CN']}，作废`, `all are ${far.en} and void`)];
  return cut === 0 ? [] : [say(`作废 ${cut} 份：${far['zh-CN']}`, `${cut} void: ${far.en}`)];
}
