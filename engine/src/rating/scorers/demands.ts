import { Decimal, divide } from '../../decimal.ts';
import { SHARE } from '../../measure/types.ts';
import type { Words } from '../../value.ts';
import { say } from '../../words.ts';
import { numberShown } from '../number-shown.ts';
import type { OfRater } from './all-papers.ts';

/** One demand on what a rater gave all: why it is void, null when it is not, `open` when papers decide that are not known. */
export type Demand = (of: OfRater) => Words | null | 'open';

export const enough =
  (least: number): Demand =>
  ({ marks: { length }, open }) => {
    if (length >= least) return null;
    if (length + open >= least) return 'open';
    return say(`评了 ${length} 个对象，不足 ${least} 个`, `marked ${length} of at least ${least}`);
  };

export const spreadOf =
  (far: Decimal): Demand =>
  ({ marks, open }) => {
    if (
      marks.length > 0 &&
      Decimal.max(...marks)
        .minus(Decimal.min(...marks))
        .gte(far)
    )
      return null;
    const least = numberShown(far);
    return open > 0
      ? 'open'
      : say(`最高分与最低分相差不足 ${least}`, `highest and lowest are less than ${least} apart`);
  };

export function shareOf(title: Words, [from, below, most, least]: readonly (Decimal | null)[]): Demand {
  return ({ marks, open }) => {
    const meant = marks.filter((one) => (!from || one.gte(from)) && (!below || one.lt(below))).length;
    // papers that are not known may all be meant, or none of them, or not count at all
    const ends = [
      part(meant, marks.length + open),
      part(meant + open, marks.length + open),
      ...(marks.length > 0 ? [part(meant, marks.length)] : []),
    ];
    const [low, high] = [Decimal.min(...ends), Decimal.max(...ends)];
    const [name, shown] = [`“${title['zh-CN']}”`, (share: Decimal) => numberShown(share, SHARE)];
    if (most && low.gt(most)) return say(`${name}超过 ${shown(most)}`, `more than ${shown(most)} are “${title.en}”`);
    if (least && high.lt(least))
      return say(`${name}不足 ${shown(least)}`, `fewer than ${shown(least)} are “${title.en}”`);
    return (most?.lt(high) ?? false) || (least?.gt(low) ?? false) ? 'open' : null;
  };
}

const part = (of: number, all: number): Decimal => divide(new Decimal(of), new Decimal(all));
