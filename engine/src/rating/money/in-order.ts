import { Decimal, divide } from '../../decimal.ts';
import type { Allot } from '../../schema/rating/allot.ts';

/** What one gets, and what was left when its turn came. */
export interface Allotted {
  readonly gets: Decimal;
  readonly before: Decimal;
}

type Ways = Pick<Allot, 'last' | 'ties'>;

/** A sum given out in turn, equals together, until nothing is left. `turns` are groups of equals, the first first. */
export function inOrder(
  pool: Decimal,
  turns: readonly (readonly number[])[],
  wants: (row: number) => Decimal,
  { last, ties }: Ways,
): ReadonlyMap<number, Allotted> {
  const given = new Map<number, Allotted>();
  let left = Decimal.max(0, pool);
  let over = false;
  for (const rows of turns) {
    const wanted = Decimal.sum(0, ...rows.map(wants));
    const share = over ? NOTHING : shareOf(wanted, left, rows.length, { last, ties });
    for (const row of rows) given.set(row, { gets: wants(row).times(share), before: left });
    if (over || wanted.isZero()) continue;
    over = wanted.gt(left) && last !== 'pass-on';
    left = left.minus(wanted.times(share));
  }
  return given;
}

const NOTHING = new Decimal(0);

/** Which part of what they want equals get. */
function shareOf(wanted: Decimal, left: Decimal, count: number, { last, ties }: Ways): Decimal {
  if (wanted.lte(left)) return new Decimal(1);
  const shares = count === 1 ? last === 'the-rest' : ties === 'in-proportion';
  return shares ? divide(left, wanted) : NOTHING;
}
