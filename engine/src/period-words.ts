import { PARTS_OF_MONTH, type PartOfMonth } from './part-of-month.ts';
import { kindOfKey, periodFromKey } from './period.ts';
import type { Words } from './value.ts';
import { say } from './words.ts';

const NAMES: Readonly<Record<PartOfMonth, readonly string[]>> = {
  'ten-days': ['上旬', '中旬', '下旬'],
  'half-month': ['上半月', '下半月'],
};

/** A period by its key, but for parts of months: `2026-03-T2` → 2026-03 中旬 / 2026-03, days 11–20. */
export function periodWords(key: string): Words {
  const kind = kindOfKey(key);
  if (kind === null || !(kind in PARTS_OF_MONTH)) return say(key, key);
  const [month, names] = [key.slice(0, 7), NAMES[kind as PartOfMonth]];
  const days = [periodFromKey(key)?.start, periodFromKey(key)?.end].map((day) => Number(day?.slice(8)));
  return say(`${month} ${names[Number(key.slice(9)) - 1]}`, `${month}, days ${days.join('–')}`);
}
