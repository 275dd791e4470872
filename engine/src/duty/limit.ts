import type { Amount } from '../schema/amount.ts';

export type Limit = Extract<Amount, { at_most: unknown }> | Extract<Amount, { at_most_share: unknown }>;

/** Whether a duty only says what is too much: nothing done is within it. */
export const isLimit = (amount: Amount): amount is Limit => 'at_most_share' in amount || !isOwed(amount);

const isOwed = (amount: Amount): boolean => 'at_least' in amount || 'share' in amount;

/** The upper end of an amount, alone or above a lower one; null when there is none. */
export function limitOf(amount: Amount): Limit | null {
  if (isLimit(amount)) return amount;
  const { unit } = amount;
  return 'at_least' in amount && amount.at_most !== undefined ? { at_most: amount.at_most, unit } : null;
}
