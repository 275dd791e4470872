import type { Decimal } from '../decimal.ts';
import { toDecimal } from '../measure/values.ts';
import type { Value, Words } from '../value.ts';
import { say } from '../words.ts';
import { distanceShown } from './number-shown.ts';
import type { CompareRows, Key } from './order.ts';
import type { Border, Sheet } from './types.ts';

export type Side = 'ahead' | 'behind';

/** Whoever stands just before or just behind a row. */
export interface Rival {
  readonly row: number;
  /** Ahead of the row, so that it would have to be passed; or behind, so that it may pass. */
  readonly side: Side;
}

/** The nearest rows before and behind one among others; equals are neither. */
export function rivalsOf(rows: readonly number[], row: number, compare: CompareRows, sheet: Sheet): Rival[] {
  const nearest = (side: Side): Rival[] => {
    const sign = side === 'ahead' ? 1 : -1;
    const beyond = rows.filter((other) => sign * compare(sheet, other, row) < 0);
    const [first] = beyond.sort((a, b) => sign * compare(sheet, b, a) || byId(sheet, a, b));
    return first === undefined ? [] : [{ row: first, side }];
  };
  return [...nearest('ahead'), ...nearest('behind')];
}

const byId = ({ subjects }: Sheet, a: number, b: number): number =>
  (subjects[a]?.ref.id ?? '') < (subjects[b]?.ref.id ?? '') ? -1 : 1;

/** What a rival is called: an organisation by its name; persons are never named to each other. */
export function rivalName(sheet: Sheet, row: number, unnamed: Words): Words {
  const subject = sheet.subjects[row];
  return subject?.ref.kind === 'organisation' ? say(`“${subject.name}”`, `“${subject.name}”`) : unnamed;
}

const UNNAMED: Readonly<Record<Side, Words>> = {
  ahead: say('前一名', 'whoever is next ahead'),
  behind: say('后一名', 'whoever is next behind'),
};

/** How far it is to a rival, in the first of the steps that tells them apart; null when that is not a known number. */
export function distanceTo(
  { row: rival, side }: Rival,
  row: number,
  keys: readonly Key[],
  sheet: Sheet,
  titleOf: (step: string) => Words,
): { readonly words: Words; readonly at: Decimal; readonly now: Decimal } | null {
  for (const [i, { step }] of keys.entries()) {
    const [mine, theirs] = [sheet.column(step)[row] as Value, sheet.column(step)[rival] as Value];
    if (mine.state !== 'known' || theirs.state !== 'known') return null;
    const [now, at] = [toDecimal(mine), toDecimal(theirs)];
    if (now.eq(at)) continue;
    const name = rivalName(sheet, rival, UNNAMED[side]);
    const by = i === 0 ? say('', '') : say(`“${titleOf(step)['zh-CN']}”`, ` in “${titleOf(step).en}”`);
    const distance = distanceShown(now.minus(at).abs(), mine.unit);
    const words =
      side === 'ahead'
        ? say(
            `${by['zh-CN']}比${name['zh-CN']}差 ${distance['zh-CN']}，超过它`,
            `${distance.en} behind ${name.en}${by.en}; ahead of it`,
          )
        : say(
            `${by['zh-CN']}比${name['zh-CN']}好 ${distance['zh-CN']}，被它超过`,
            `${distance.en} ahead of ${name.en}${by.en}; behind it`,
          );
    return { words, at, now };
  }
  return null;
}

/** The border at a rival, and what would be given beyond it. */
export function rivalBorder(
  found: NonNullable<ReturnType<typeof distanceTo>>,
  gives: Value,
  before: Words = say('', ''),
): Border {
  const words = say(`${before['zh-CN']}${found.words['zh-CN']}`, `${before.en}${found.words.en}`);
  return { words, gives, at: found.at, now: found.now, included: false };
}

/** The same order as if a row stood just beyond a rival. */
export const passing =
  (compare: CompareRows, row: number, { row: rival, side }: Rival): CompareRows =>
  (sheet, a, b) => {
    if (a === b) return 0;
    const nearer = side === 'ahead' ? -1 : 1;
    if (a === row) return compare(sheet, rival, b) || nearer;
    return b === row ? compare(sheet, a, rival) || -nearer : compare(sheet, a, b);
  };

/** The nearest of some in their order for whom it holds, when for those farther away it holds too. */
export function nearest(rows: readonly number[], holds: (row: number) => boolean): number | undefined {
  const last = rows.at(-1);
  if (last === undefined || !holds(last)) return undefined;
  let [low, high] = [0, rows.length - 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(rows[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return rows[low];
}
