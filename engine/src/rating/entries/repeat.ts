import { Decimal } from '../../decimal.ts';
import { type Length, lengthOn, shifted } from '../../measure/length.ts';
import type { At } from '../../measure/types.ts';
import { referenceDay } from '../../measure/window.ts';
import type { Parts } from '../../parts.ts';
import type { Repeat } from '../../schema/rating/matter.ts';
import type { Missing } from '../../value.ts';
import { plain } from '../../value-json.ts';
import { say } from '../../words.ts';
import type { Line } from './line.ts';
import type { KeyOf } from './matter.ts';

type Repeats = Exclude<Repeat, 'single'>;

/** How far back an earlier entry makes a later one a repeat. */
export type Reach = 'period' | Length;

/** The reach laid down at a place; what is missing while it is not set. */
export const reachAt = (
  { within }: Repeats,
  { period }: Pick<At, 'period'>,
  parts: Parts,
): Reach | { readonly missing: readonly Missing[] } =>
  within === 'period' ? within : lengthOn(within, parts, period.end);

/** Multiplies entries that repeat an earlier one. `all` are the lines in order, also those from before the days that count. */
export function repeated(
  lines: readonly Line[],
  all: readonly Line[],
  part: Repeats,
  within: Reach,
  keyOf: KeyOf,
  at: At,
): Line[] {
  const day = referenceDay(at);
  const byKey = Map.groupBy(
    all.filter(({ counts }) => counts),
    ({ element }) => keyOf(element),
  );
  return lines.map((line) => {
    const key = line.counts ? keyOf(line.element) : null;
    if (key === null) return line;
    const same = byKey.get(key) ?? [];
    const before = same.slice(
      0,
      same.findIndex(({ fact }) => fact.id === line.fact.id),
    );
    const earlier = before.filter((one) => reaches(one, line, within, at) && stillHolds(one, part, within, day)).length;
    const factor = new Decimal(part.times[Math.min(earlier, part.times.length - 1)] ?? 1);
    if (factor.eq(1)) return line;
    const nth = earlier + 1;
    const note = say(`第 ${nth} 次，按 ${plain(factor)} 倍计`, `occurrence ${nth}: counts ${plain(factor)}-fold`);
    return { ...line, points: line.points.times(factor), notes: [...line.notes, note] };
  });
}

function reaches(earlier: Line, { fact }: Line, within: Reach, { period }: At): boolean {
  if (within === 'period') return earlier.fact.date >= period.start;
  return shifted(earlier.fact.date, within, 1) > fact.date;
}

/** Whether an earlier entry still makes a later one a repeat on the day looked at. */
function stillHolds({ fact, ends }: Line, { when_earlier_expires }: Repeats, within: Reach, day: string): boolean {
  if (when_earlier_expires === 'stays') return true;
  if (ends !== null) return ends > day;
  return within === 'period' || shifted(fact.date, within, 1) > day;
}
