import { Decimal } from '../../decimal.ts';
import { toDecimal } from '../../measure/values.ts';
import type { Allot } from '../../schema/rating/allot.ts';
import type { Value, Words } from '../../value.ts';
import { plain } from '../../value-json.ts';
import { say } from '../../words.ts';
import { type CompareRows, compareByKeys } from '../order.ts';
import { distanceTo, nearest, passing, type Rival, rivalBorder, rivalName } from '../rivals.ts';
import type { Border, Sheet } from '../types.ts';
import { type Allotted, inOrder } from './in-order.ts';

/** A pool given out in turn: among whom, and what each gets. */
export interface Turns {
  readonly rows: readonly number[];
  readonly pool: Decimal;
  readonly given: ReadonlyMap<number, Allotted>;
}

/** Equals together, the first first. */
function turnsOf(rows: readonly number[], sheet: Sheet, compare: CompareRows): number[][] {
  const turns: number[][] = [];
  for (const row of [...rows].sort((a, b) => compare(sheet, a, b))) {
    const equals = turns.at(-1);
    if (equals && compare(sheet, equals[0] as number, row) === 0) equals.push(row);
    else turns.push([row]);
  }
  return turns;
}

/** What a row wants of a pool: nothing where that is below zero. */
export const wantedBy = ({ wants }: Allot, sheet: Sheet, row: number): Decimal =>
  Decimal.max(0, toDecimal(sheet.column(wants)[row] as Value));

/** What each of the rows gets; as if they stood in another order where one is given. */
export function giveInTurn(
  part: Allot,
  sheet: Sheet,
  rows: readonly number[],
  pool: Decimal,
  compare: CompareRows = compareByKeys(part.by),
): Turns {
  const turns = turnsOf(rows, sheet, compare);
  return { rows, pool, given: inOrder(pool, turns, (row) => wantedBy(part, sheet, row), part) };
}

interface Asked {
  readonly row: number;
  readonly titleOf: (step: string) => Words;
}

/** The nearest rivals, before and behind, beyond whom a row would be given more or less. */
export function turnEdges(
  part: Allot,
  sheet: Sheet,
  { rows, pool, given }: Turns,
  { row, titleOf }: Asked,
): (Omit<Border, 'gives'> & { readonly gets: Decimal })[] {
  const own = given.get(row)?.gets;
  if (own === undefined) return [];
  const compare = compareByKeys(part.by);
  const beyond = (rival: Rival): Decimal =>
    giveInTurn(part, sheet, rows, pool, passing(compare, row, rival)).given.get(row)?.gets ?? own;
  return (['ahead', 'behind'] as const).flatMap((side) => {
    const sign = side === 'ahead' ? 1 : -1;
    const better = (gets: Decimal): boolean => gets.minus(own).times(sign).isPositive() && !gets.eq(own);
    const others = rows
      .filter((other) => sign * compare(sheet, other, row) < 0)
      .sort((a, b) => sign * compare(sheet, b, a) || a - b);
    const rival = nearest(others, (other) => better(beyond({ row: other, side })));
    const found = rival === undefined ? null : distanceTo({ row: rival, side }, row, part.by, sheet, titleOf);
    if (rival === undefined || !found) return [];
    const { gives: _, ...border } = rivalBorder(found, NOTHING, say('安排：', 'the order: '));
    return [{ ...border, gets: beyond({ row: rival, side }) }];
  });
}

const NOTHING = { state: 'known', value: false } as const;

/** How much more there would have to be for a row to get all it wants, when it does not. */
export function poolNeeded(
  part: Allot,
  sheet: Sheet,
  { rows, pool, given }: Turns,
  row: number,
): { readonly words: Words; readonly gets: Decimal } | null {
  const own = given.get(row);
  if (!own) return null;
  const wants = wantedBy(part, sheet, row);
  if (own.gets.gte(wants)) return null;
  const compare = compareByKeys(part.by);
  const before = rows.filter((other) => compare(sheet, other, row) <= 0);
  const more = Decimal.sum(0, ...before.map((other) => wantedBy(part, sheet, other))).minus(pool);
  const gets = giveInTurn(part, sheet, rows, pool.plus(more)).given.get(row)?.gets;
  if (!gets?.eq(wants)) return null;
  return { words: say(`：可安排的多 ${plain(more)}`, `with ${plain(more)} more to give out`), gets };
}

/** Who stands first among those who do not get all they want; nothing where it is the row itself, or a person. */
export function nextInTurn(part: Allot, sheet: Sheet, { rows, given }: Turns, row: number): Words {
  const compare = compareByKeys(part.by);
  const short = rows.filter((one) => given.get(one)?.gets.lt(wantedBy(part, sheet, one)));
  const [first, second] = short.sort((a, b) => compare(sheet, a, b) || a - b);
  const alone = first !== undefined && (second === undefined || compare(sheet, first, second) !== 0);
  const name = alone && first !== row ? rivalName(sheet, first, NOBODY) : NOBODY;
  return name === NOBODY ? NOBODY : say(`，不够的第一个是${name['zh-CN']}`, `, the first not to get all is ${name.en}`);
}

const NOBODY = say('', '');
