import { Decimal } from '../../decimal.ts';
import type { Distribute } from '../../schema/rating/distribute.ts';
import { unitOf } from './rounded.ts';
import { type Share, type Sharer, shareOut } from './share-out.ts';
import { weightsWithin } from './within-ends.ts';

/** One among whom a pool is shared out. */
export type Of = Omit<Sharer, 'weight'> & { readonly points: Decimal };

/** The parts of a pool in the order of those it is shared out among; null when nobody has points. */
export function partsOf(pool: Decimal, among: readonly Of[], part: Distribute): Share[] | null {
  const counted = among.map(({ points }) => Decimal.max(0, points));
  const all = counted.every((one) => one.isZero());
  if (all && part.nobody !== 'equally') return null;
  const weights = all ? counted.map(() => new Decimal(1)) : counted;
  const within = part.each
    ? weightsWithin(pool, weights, {
        least: among.map(({ least }) => least),
        most: among.map(({ most }) => most),
        beyond: part.each.beyond,
      })
    : weights;
  const unit = unitOf(part.to);
  const left = part.each ? pool.minus(Decimal.sum(0, ...within)) : new Decimal(0);
  if (left.gte(OF_DIVISION)) return within.map((one) => alone(one.toNearest(unit, Decimal.ROUND_DOWN)));
  if (pool.isZero()) return within.map(() => alone(new Decimal(0)));
  const sharers = among.map((one, i): Sharer => ({ ...one, weight: within[i] as Decimal }));
  return shareOut(pool, sharers, { unit, leftover: part.leftover });
}

const alone = (gets: Decimal): Share => ({ gets, over: new Decimal(0) });

/** What shares lack of the sum only because a quotient has no end. */
const OF_DIVISION = new Decimal('1e-9');
