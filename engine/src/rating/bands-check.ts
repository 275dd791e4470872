import type { Decimal } from '../decimal.ts';
import { checkUnits } from '../measure/operands.ts';
import { COUNTED, type FigureType } from '../measure/types.ts';
import type { Bands } from '../schema/rating/bands.ts';
import { plain } from '../value-json.ts';
import { say } from '../words.ts';
import { END_KEYS, type EndKey } from './ends.ts';
import type { StepChecker } from './types.ts';
import { numberOf } from './weights-check.ts';

type Row = Pick<Bands['rows'][number], EndKey>;

/** Judges the rows of a band table: their ends, rows nothing can reach, and gaps between them. */
export function checkBands(rows: readonly Row[], at: string, of: FigureType | null, checker: StepChecker): void {
  rows.forEach((row, i) => {
    for (const key of END_KEYS) {
      const end = row[key];
      if (end === undefined) continue;
      const type = checker.number(end, `${at}/rows/${i}/${key}`);
      checkUnits([of, type], `${at}/rows/${i}/${key}`, { ...checker, measure: null, check: () => null });
    }
  });
  const spans = rows.map(spanOf);
  if (spans.includes(null)) return;
  (spans as Span[]).forEach((span, i) => {
    if (isEmpty(span)) checker.add(never(`${at}/rows/${i}`, EMPTY_ROW));
    else if (covered(span, (spans as Span[]).slice(0, i))) checker.add(never(`${at}/rows/${i}`, TAKEN));
    else for (const other of overlapping(span, i, spans as Span[])) checker.add(twice(`${at}/rows/${i}`, other, i));
  });
}

/** Numbers between two rows that belong to none: the text said “75 to 89” and meant “below 90”. Counts have none but the end itself. */
export function checkGaps(rows: readonly Row[], at: string, of: FigureType | null, checker: StepChecker): void {
  const spans = rows.map(spanOf).filter((span) => span !== null);
  if (spans.length < rows.length) return;
  for (const { high } of spans) {
    const above = spans.filter(({ low }) => low.at !== null && high.at !== null && startsAfter(low, high));
    const next = above.toSorted((a, b) => (startsAfter(a.low, b.low) ? 1 : -1))[0];
    if (!next || high.at === null || next.low.at === null || touches(high, next.low)) continue;
    if (of?.unit === COUNTED && !high.at.eq(next.low.at)) continue;
    if (spans.some((one) => bridges(one, high))) continue;
    checker.add(gap(`${at}/rows`, high.at, next.low.at));
  }
}

const touches = (high: End, low: End): boolean =>
  high.at !== null && low.at !== null && high.at.eq(low.at) && !(high.open && low.open);

/** Whether a row holds what comes next after an end: the number itself where the end does not hold it. */
const bridges = ({ low, high }: Span, end: End): boolean => startsBy(low, end) && endsAfter(high, end);

const gap = (at: string, low: Decimal, high: Decimal) => ({
  severity: 'warning' as const,
  code: 'gap-in-bands',
  at,
  ...(low.eq(high) ? missingNumber(low) : missingNumbers(low, high)),
});

/** “Above 75” and “below 75”. */
const missingNumber = (number: Decimal) => ({
  words: say(
    `恰为 ${plain(number)} 的不在任何一档，落入 otherwise`,
    `Exactly ${plain(number)} is in no row and goes to otherwise`,
  ),
  wayOut: say(
    `归上一档写 at_least: ${plain(number)}，归下一档写 at_most: ${plain(number)}`,
    `Write at_least: ${plain(number)} in the upper row, or at_most: ${plain(number)} in the lower one`,
  ),
});

const missingNumbers = (low: Decimal, high: Decimal) => ({
  words: say(
    `${plain(low)} 与 ${plain(high)} 之间的数不在任何一档，落入 otherwise`,
    `Numbers between ${plain(low)} and ${plain(high)} are in no row and go to otherwise`,
  ),
  wayOut: say(
    `可能有小数时，上端写 below: ${plain(high)}`,
    `Where there may be decimals, write the upper end as below: ${plain(high)}`,
  ),
});

const EMPTY_ROW = say('没有数能同时满足这一档的两端', 'No number fits between both ends of this row');
const TAKEN = say(
  '前面各档已涵盖这一档：永远落不到这里',
  'Earlier rows take every value of this one: it is never reached',
);

const never = (at: string, words: typeof TAKEN) => ({
  code: 'unreachable-band',
  at,
  words,
  wayOut: say('从高到低排列各档，并核对两端', 'Order the rows from the top and check their ends'),
});

/**
 * Earlier rows that share values with a row whose upper end is written: the author believed the row to end there. Of two rows
 * without a lower end the later goes on where the earlier ends.
 */
function overlapping(span: Span, index: number, spans: readonly Span[]): number[] {
  if (span.high.at === null) return [];
  return spans.slice(0, index).flatMap((other, i) => {
    if (span.low.at === null && other.low.at === null) return [];
    const shared = { low: higher(span.low, other.low), high: lower(span.high, other.high) };
    return isEmpty(shared) ? [] : [i];
  });
}

const higher = (a: End, b: End): End => (startsAfter(a, b) ? a : b);
const lower = (a: End, b: End): End => (a.at === null || (b.at !== null && endsAfter(a, b)) ? b : a);

function startsAfter(a: End, b: End): boolean {
  if (a.at === null || b.at === null) return a.at !== null;
  const order = a.at.comparedTo(b.at);
  return order > 0 || (order === 0 && a.open);
}

const twice = (at: string, other: number, own: number) => ({
  severity: 'warning' as const,
  code: 'overlapping-bands',
  at,
  words: say(
    `第 ${own + 1} 档与第 ${other + 1} 档有重叠；重叠处按第 ${other + 1} 档`,
    `Rows ${other + 1} and ${own + 1} overlap; what both hold goes to row ${other + 1}`,
  ),
  wayOut: say(
    '写明端点归哪一档：at_most 含端点，below 不含',
    'Say to which row the end belongs: at_most holds it, below does not',
  ),
});

/** An end of the number line: `open` when the number itself does not belong. Null is infinity. */
interface End {
  readonly at: Decimal | null;
  readonly open: boolean;
}
interface Span {
  readonly low: End;
  readonly high: End;
}

/** The values of a row whose ends are written as numbers; null when an end is computed. */
function spanOf(row: Row): Span | null {
  const [least, above, most, below] = [row.at_least, row.above, row.at_most, row.below].map((end) =>
    end === undefined ? undefined : numberOf(end),
  );
  if ([least, above, most, below].includes(null)) return null;
  return { low: narrower(least, above, -1), high: narrower(most, below, 1) };
}

function narrower(closed: Decimal | null | undefined, open: Decimal | null | undefined, side: 1 | -1): End {
  if (closed && open) {
    const order = closed.comparedTo(open) * side;
    return order < 0 ? { at: closed, open: false } : { at: open, open: true };
  }
  if (open) return { at: open, open: true };
  return { at: closed ?? null, open: false };
}

function isEmpty({ low, high }: Span): boolean {
  if (!low.at || !high.at) return false;
  const order = low.at.comparedTo(high.at);
  return order > 0 || (order === 0 && (low.open || high.open));
}

/** Whether earlier rows together hold every value of a span. Walks up from its low end as far as rows carry. */
function covered(span: Span, earlier: readonly Span[]): boolean {
  let reached: End = { at: span.low.at, open: !span.low.open };
  for (let moved = true; moved; ) {
    moved = false;
    for (const { low, high } of earlier) {
      if (!startsBy(low, reached)) continue;
      if (high.at === null) return true;
      if (!endsAfter(high, reached)) continue;
      reached = high;
      moved = true;
    }
  }
  return span.high.at !== null && !endsAfter(span.high, reached);
}

/** Whether a row that begins at `low` holds the next value after `reached`, which is held itself unless open. */
function startsBy(low: End, reached: End): boolean {
  if (low.at === null) return true;
  if (reached.at === null) return false;
  const order = low.at.comparedTo(reached.at);
  return order < 0 || (order === 0 && !(low.open && reached.open));
}

function endsAfter(high: End, reached: End): boolean {
  if (high.at === null || reached.at === null) return true;
  const order = high.at.comparedTo(reached.at);
  return order > 0 || (order === 0 && !high.open && reached.open);
}
