import { Decimal } from '../../decimal.ts';
import type { Pay } from '../../schema/rating/pay.ts';

const UNITS = { fen: '0.01', jiao: '0.1', yuan: '1', ten: '10', hundred: '100' } as const;
const MODES = {
  'half-up': Decimal.ROUND_HALF_UP,
  'half-even': Decimal.ROUND_HALF_EVEN,
  up: Decimal.ROUND_UP,
  down: Decimal.ROUND_DOWN,
} as const;

/** The unit an amount is counted in. */
export const unitOf = (to: keyof typeof UNITS): Decimal => new Decimal(UNITS[to]);

/** An amount rounded as declared. */
export function rounded(amount: Decimal, rounding: Pay['rounded']): Decimal {
  if (rounding === 'none') return amount;
  return amount.toNearest(unitOf(rounding.to), MODES[rounding.mode]);
}
