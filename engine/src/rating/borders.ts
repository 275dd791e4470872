import type { Decimal } from '../decimal.ts';
import type { At, Figure } from '../measure/types.ts';
import { toDecimal } from '../measure/values.ts';
import type { Value, Words } from '../value.ts';
import { valueToJson } from '../value-json.ts';
import { say } from '../words.ts';
import type { EndKey, Ends } from './ends.ts';
import { distanceShown, numberShown } from './number-shown.ts';
import { withStep } from './step-named.ts';
import type { Border } from './types.ts';

interface Row {
  readonly ends: Ends;
  readonly outcome: Figure;
}

interface Table {
  readonly of: Figure;
  readonly rows: readonly Row[];
  readonly otherwise: Figure | null;
  /** The step whose value is judged, which what a row gives may be worked out from; null when it is worked out on the spot. */
  readonly judged: string | null;
}

/** Whether crossing an end upwards (or downwards) reaches the end itself. */
const INCLUDED: Record<EndKey, { readonly up: boolean; readonly down: boolean }> = {
  at_least: { up: true, down: false },
  above: { up: false, down: true },
  at_most: { up: false, down: true },
  below: { up: true, down: false },
};

/** The nearest ends above and below a value, where another row would decide and give something else. */
export function bordersOf(table: Table, at: At): Border[] {
  const value = table.of.evaluate(at);
  if (value.state !== 'known') return [];
  const now = toDecimal(value);
  const ends = table.rows.flatMap(({ ends }) =>
    ends.ends.map(({ key, figure }) => ({ key, limit: figure.evaluate(at) })),
  );
  const own = rowAt(table, now, at);
  const here = outcomeAt(table, own, value, at);
  const sides = (['up', 'down'] as const).flatMap((side) => {
    const beyond = ends
      .filter(({ limit }) => limit.state === 'known')
      .map(({ key, limit }) => ({ at: toDecimal(limit), included: INCLUDED[key][side] }))
      .filter((end) => lies(side, end, now))
      .sort((a, b) => (side === 'up' ? a.at.comparedTo(b.at) : b.at.comparedTo(a.at)));
    for (const end of beyond) {
      const row = rowBeyond(table, end, side, at);
      const there = row === own ? null : outcomeAt(table, row, { ...value, value: end.at }, at);
      if (there && !alike(there, here))
        return [{ ...end, now, gives: there, words: wordsOf(end, now, value.unit, side) }];
    }
    return [];
  });
  return sides;
}

interface End {
  readonly at: Decimal;
  readonly included: boolean;
}

const lies = (side: 'up' | 'down', { at, included }: End, now: Decimal): boolean => {
  const order = side === 'up' ? at.comparedTo(now) : now.comparedTo(at);
  return order > 0 || (order === 0 && !included);
};

/** The row that decides just at or behind an end: rows are compared there with a value a hair beyond. */
const rowBeyond = (table: Table, { at: limit, included }: End, side: 'up' | 'down', at: At): Row | null =>
  rowAt(table, included ? limit : limit.plus(side === 'up' ? HAIR : `-${HAIR}`), at);

const HAIR = '0.000000000001';

const rowAt = ({ rows }: Table, value: Decimal, at: At): Row | null =>
  rows.find(({ ends }) => ends.fits(value, at) === true) ?? null;

/** What a row gives were the step of this value. */
function outcomeAt({ otherwise, judged }: Table, row: Row | null, value: Value, at: At): Value | null {
  return (row?.outcome ?? otherwise)?.evaluate(judged === null ? at : withStep(at, judged, value)) ?? null;
}

const alike = (a: Value, b: Value | null): boolean =>
  b !== null && JSON.stringify(valueToJson(a)) === JSON.stringify(valueToJson(b));

function wordsOf({ at, included }: End, now: Decimal, unit: string | undefined, side: 'up' | 'down'): Words {
  const [border, own] = [at, now].map((number) => numberShown(number, unit));
  const up = side === 'up';
  if (!included)
    return up
      ? say(`高于 ${border}（现 ${own}）`, `above ${border} (now ${own})`)
      : say(`低于 ${border}（现 ${own}）`, `below ${border} (now ${own})`);
  const distance = distanceShown(at.minus(now).abs(), unit);
  return up
    ? say(`再高 ${distance['zh-CN']}（达到 ${border}）`, `${distance.en} higher (reaching ${border})`)
    : say(`再低 ${distance['zh-CN']}（降到 ${border}）`, `${distance.en} lower (down to ${border})`);
}
