import type { Fact } from '../facts.ts';

/** By day, then as recorded: the order of the input does not matter. */
export const inOrder = (a: { readonly fact: Fact }, b: { readonly fact: Fact }): number =>
  orderOf(a.fact) < orderOf(b.fact) ? -1 : 1;

const orderOf = ({ date, recordedAt, id }: Fact): string => `${date} ${recordedAt} ${id}`;
