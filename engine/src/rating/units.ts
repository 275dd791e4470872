import { type Decimal, divide } from '../decimal.ts';

export type Units = 'pro-rata' | 'full' | 'begun';

/** How many units a number is, part units as declared. */
export function unitsOf(count: Decimal, units: Units): Decimal {
  if (units === 'pro-rata') return count;
  return units === 'full' ? count.floor() : count.ceil();
}

/** How many units of a size a number is; a quotient that comes out even stays exact. */
export const unitsOfSize = (count: Decimal, size: Decimal, units: Units): Decimal => {
  if (units === 'pro-rata') return divide(count, size);
  const whole = count.divToInt(size);
  return units === 'begun' && !count.mod(size).isZero() ? whole.plus(1) : whole;
};
