import { SCALE } from './need.ts';

const shown = new Map<number, string>();
const KEPT = 10_000;

/** 1500000 → `1.5` */
export function showMillionths(amount: number): string {
  const known = shown.get(amount);
  if (known !== undefined) return known;
  const text = millionthsText(amount);
  if (shown.size < KEPT) shown.set(amount, text);
  return text;
}

function millionthsText(amount: number): string {
  const whole = Math.floor(amount / SCALE);
  const rest = amount - whole * SCALE;
  return rest === 0 ? String(whole) : `${whole}.${String(rest).padStart(6, '0').replace(/0+$/, '')}`;
}
