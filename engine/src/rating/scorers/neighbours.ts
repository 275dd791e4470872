import { Decimal, divide } from '../../decimal.ts';
import type { At } from '../../measure/types.ts';
import { toDecimal } from '../../measure/values.ts';
import { known, type Value } from '../../value.ts';
import { say } from '../../words.ts';
import type { Neighbour } from '../types.ts';
import { type CompiledGroup, type Scored, scoreGroups } from './groups.ts';

/** The heaviest group one point higher, and for each group one paper more with full marks, and one with none. */
export function groupNeighbours(
  groups: readonly CompiledGroup[],
  at: At,
  shownFrom: number,
  combine: (scored: readonly Scored[]) => Value,
): Neighbour[] {
  const now = scoreGroups(groups, at);
  const withMore = (of: number, score: Decimal): Value => combine(scoreGroups(groups, at, { of, score }));
  const as = (i: number, other: Scored): Value => combine(now.map((one, n) => (n === i ? other : one)));
  const heaviest = heaviestOf(now);
  return groups.flatMap(({ group }, i): Neighbour[] => {
    const one = now[i];
    if (one?.value?.state !== 'known' || one.raters < shownFrom) return [];
    const [zh, en] = [`“${group.title['zh-CN']}”`, `“${group.title.en}”`];
    const higher = { ...one, value: known(toDecimal(one.value).plus(1)) };
    const most = one.outOf?.state === 'known' ? toDecimal(one.outOf) : null;
    return [
      ...(i === heaviest
        ? [
            {
              words: say(`：份额最大的${zh}高 1`, `with ${en}, whose share is the largest, one higher`),
              value: as(i, higher),
            },
          ]
        : []),
      ...(most
        ? [
            {
              words: say(`：${zh}多一份满分`, `with one paper more of full marks by ${en}`),
              value: withMore(i, most),
            },
            {
              words: say(`：${zh}多一份零分`, `with one paper more of no marks by ${en}`),
              value: withMore(i, new Decimal(0)),
            },
          ]
        : []),
    ];
  });
}

/** The group whose mean of one point moves the result most: by its share, set against its full marks. */
function heaviestOf(scored: readonly Scored[]): number {
  const weights = scored.map(({ share, outOf }) => {
    if (share.state !== 'known' || (outOf && outOf.state !== 'known')) return new Decimal(0);
    const full = outOf ? toDecimal(outOf) : new Decimal(1);
    return full.isZero() ? new Decimal(0) : divide(toDecimal(share), full);
  });
  return weights.reduce((best, one, i) => (one.gt(weights[best] ?? 0) ? i : best), 0);
}
