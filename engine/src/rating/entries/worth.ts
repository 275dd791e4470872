import type { Element } from '../../measure/element.ts';
import type { At } from '../../measure/types.ts';
import { toDecimal } from '../../measure/values.ts';
import type { Value } from '../../value.ts';
import { plain } from '../../value-json.ts';
import { say } from '../../words.ts';
import type { Worth } from './line.ts';

/** What an entry is worth by itself. */
export type PointsRun = (element: Element, at: At) => Worth;

export function worthOf(value: Value): Worth {
  if (value.state === 'not-known') return { missing: value.missing };
  if (value.state === 'not-applicable') return { refused: value.why };
  const points = toDecimal(value);
  return points.isNegative()
    ? { refused: say(`${plain(points)} 为负，不计`, `${plain(points)} is below zero and does not count`) }
    : { points, part: null };
}
