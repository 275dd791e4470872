import { SHARE } from '../../measure/types.ts';
import { toDecimal } from '../../measure/values.ts';
import type { NearMean, Trimmed } from '../../schema/rating/takes.ts';
import type { Value, Words } from '../../value.ts';
import { say } from '../../words.ts';
import { numberShown } from '../number-shown.ts';
import type { Scored } from './groups.ts';
import type { CutMade } from './take.ts';
import { rowFor } from './trim.ts';

/** How many papers were left out of the mean, by each way in turn, and by which row of how many raters. */
export const cutTold = ({ cuts, numbers }: Scored): Words[] =>
  cuts.flatMap((made, i) =>
    made.way.key === 'trimmed' ? trimTold(made, made.way.part) : farTold(made, made.way.part, numbers[i] ?? null),
  );

function trimTold({ of, cut, all }: CutMade, part: Trimmed): Words[] {
  if (!('from' in part)) return cut > 0 ? [leftOut(cut)] : [];
  const row = rowFor(of, part);
  if (row === null) return [fewer(part.from.at(-1)?.raters ?? 0, part.too_few === 'mean')];
  if (all) return [];
  const out = cut === 0 ? NONE_CUT : leftOut(cut);
  return [say(`满 ${row.raters} 人，${out['zh-CN']}`, `${row.raters} or more: ${out.en}`)];
}

const NONE_CUT = say('不去掉', 'none cut');

const fewer = (than: number, taken: boolean): Words =>
  say(`不满 ${than} 人${taken ? '，不去掉' : ''}`, `fewer than ${than}${taken ? ': none cut' : ''}`);

const leftOut = (cut: number): Words => say(`去掉 ${cut} 份`, `${cut} cut`);

function farTold({ cut, all }: CutMade, part: NearMean, number: Value | null): Words[] {
  if (number?.state !== 'known') return [];
  const limit = numberShown(toDecimal(number), 'share' in part ? SHARE : undefined);
  const far = say(`偏离平均超过 ${limit}`, `more than ${limit} from the mean`);
  if (all && part.too_few === 'mean') return [say(`全部${far['zh-CN']}，不作废`, `all are ${far.en}: none void`)];
  if (all) return [say(`全部${far['zh-CN']}，作废`, `all are ${far.en} and void`)];
  return cut === 0 ? [] : [say(`作废 ${cut} 份：${far['zh-CN']}`, `${cut} void: ${far.en}`)];
}
