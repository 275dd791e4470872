import { isLimit, type Obligation } from '@luoshi/engine';

/** Whether a duty says how much may be; one that is no longer in force does not. */
export function limitIn(obligations: ReadonlyMap<string, Obligation>, id: string): boolean {
  const amount = obligations.get(id)?.amount;
  return amount !== undefined && isLimit(amount);
}
