import { Decimal } from '../../decimal.ts';
import type { Words } from '../../value.ts';
import { plain } from '../../value-json.ts';
import { say } from '../../words.ts';
import type { Line } from '../entries/line.ts';
import type { Booked } from './book.ts';

/** The next day on which entries of a ledger stop counting, and what is left of them; null when none will. */
export function nextExpiry(
  rows: readonly Booked[],
  day: string,
): { readonly on: string; readonly words: Words } | null {
  const living = rows.flatMap(({ kind, lines }) =>
    kind === 'exchange'
      ? []
      : lines.filter((line) => line.counts && !leftOf(line).isZero()).map((line) => ({ kind, line })),
  );
  const ends = living.flatMap(({ line: { ends } }) => (ends !== null && ends > day ? [ends] : []));
  const [on] = ends.sort();
  if (on === undefined) return null;
  const gone = (side: Booked['kind']) =>
    living.filter(({ kind, line }) => kind === side && line.ends === on).map(({ line }) => line);
  const said = (['plus', 'minus'] as const).flatMap((side) => {
    const [lines, plus] = [gone(side), side === 'plus'];
    if (lines.length === 0) return [];
    const [n, points] = [lines.length, plain(Decimal.sum(0, ...lines.map(leftOf)))];
    return [
      say(`${n} 条${plus ? '加分' : '扣分'}到期（${points}）`, `${n} ${plus ? 'added' : 'taken'} (${points}) expire`),
    ];
  });
  return { on, words: say(`有 ${said.map((one) => one['zh-CN']).join('，')}`, said.map((one) => one.en).join(', ')) };
}

const leftOf = ({ left, points }: Line): Decimal => left ?? points;
