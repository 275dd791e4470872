import { Decimal } from '../../decimal.ts';
import type { At } from '../../measure/types.ts';
import { referenceDay, shifted } from '../../measure/window.ts';
import type { Repeat } from '../../schema/rating/entries.ts';
import { plain } from '../../value-json.ts';
import { say } from '../../words.ts';
import type { Line } from './line.ts';
import type { compileKey } from './matter.ts';

type Repeats = Exclude<Repeat, 'single'>;

/** Multiplies entries that repeat an earlier one. `all` are the lines in order, also those from before the days that count. */
export function repeated(
  lines: readonly Line[],
  all: readonly Line[],
  part: Repeats,
  keyOf: ReturnType<typeof compileKey>,
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
    const earlier = before.filter((one) => reaches(one, line, part, at) && stillHolds(one, part, day)).length;
    const factor = new Decimal(part.times[Math.min(earlier, part.times.length - 1)] ?? 1);
    if (factor.eq(1)) return line;
    const nth = earlier + 1;
    const note = say(`第 ${nth} 次，按 ${plain(factor)} 倍计`, `time ${nth}: counts ${plain(factor)} times`);
    return { ...line, points: line.points.times(factor), notes: [...line.notes, note] };
  });
}

function reaches(earlier: Line, { fact }: Line, { within }: Repeats, { period }: At): boolean {
  if (within === 'period') return earlier.fact.date >= period.start;
  return shifted(earlier.fact.date, within, 1) > fact.date;
}

/** Whether an earlier entry still makes a later one a repeat on the day looked at. */
function stillHolds({ fact, ends }: Line, { within, when_earlier_expires }: Repeats, day: string): boolean {
  if (when_earlier_expires === 'stays') return true;
  if (ends !== null) return ends > day;
  return within === 'period' || shifted(fact.date, within, 1) > day;
}
