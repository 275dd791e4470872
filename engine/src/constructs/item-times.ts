import { Decimal } from '../decimal.ts';
import { MICRO, mapped, type Numbers, numberAt, product } from '../measure/micros.ts';
import type { At } from '../measure/types.ts';
import { toDecimal, unresolved } from '../measure/values.ts';
import { countsNearby } from '../rating/item/counts-nearby.ts';
import type { ChangeConstruct } from '../rating/item/types.ts';
import { numberShown } from '../rating/number-shown.ts';
import { unitsOf } from '../rating/units.ts';
import type { Change } from '../schema/rating/item.ts';
import { known, type Value } from '../value.ts';
import { say } from '../words.ts';

type Part = Extract<Change, { times: unknown }>;

/** `{ title, points: 1.5, times: late_reports, units: full, at_most: 6 }`: points for each unit of a number. */
export const itemTimes: ChangeConstruct<Part> = {
  key: 'times',
  check: (part, at, checker) => {
    const parts = [checker.number(part.points, `${at}/points`), checker.number(part.times, `${at}/times`)];
    const cap = part.at_most === undefined || checker.number(part.at_most, `${at}/at_most`) !== null;
    return cap && !parts.includes(null);
  },
  compile: (part, { compile, titleOf }) => {
    const [points, times] = [compile(part.points), compile(part.times)];
    const cap = part.at_most === undefined ? null : compile(part.at_most);
    const sized = (count: Decimal, at: At): Value => {
      const [each, most] = [points.evaluate(at), cap?.evaluate(at) ?? null];
      const open = unresolved(most === null ? [each] : [each, most]);
      if (open) return open;
      const raw = toDecimal(each).times(unitsOf(count, part.units));
      return known(most === null ? raw : Decimal.min(raw, toDecimal(most)));
    };
    const size = (at: At): Value => {
      const count = times.evaluate(at);
      if (count.state !== 'known') return count;
      return toDecimal(count).isNegative() ? NOTHING : sized(toDecimal(count), at);
    };
    return {
      title: part.title,
      size,
      micros: (rows) => {
        const [each, count] = [points.micros?.(rows) ?? null, times.micros?.(rows) ?? null];
        const most = cap === null ? Infinity : (cap.micros?.(rows) ?? null);
        return each === null || count === null || most === null ? null : multiplied(each, count, most, part.units);
      },
      explain: (at) => {
        const [count, each] = [times.evaluate(at), points.evaluate(at)];
        const units =
          count.state === 'known' ? numberShown(unitsOf(Decimal.max(toDecimal(count), 0), part.units)) : '?';
        const marks = each.state === 'known' ? numberShown(toDecimal(each)) : '?';
        const capped = cap?.evaluate(at);
        const most = capped?.state === 'known' ? numberShown(toDecimal(capped)) : null;
        return {
          words: say(
            `${units} × ${marks}${most === null ? '' : `，最多 ${most}`}`,
            `${units} × ${marks}${most === null ? '' : `, at most ${most}`}`,
          ),
          children: [times.explain(at)],
        };
      },
      neighbours: (at) =>
        countsNearby({ written: part.times, times, units: part.units, titleOf }, at).flatMap(({ words, count }) => {
          const sizedAt = count.isNegative() ? null : sized(count, at);
          return sizedAt?.state === 'known' ? [{ words, size: toDecimal(sizedAt) }] : [];
        }),
    };
  },
};

const NOTHING = known(new Decimal(0));

function wholeMicros(micros: number, units: Part['units']): number {
  if (units === 'pro-rata') return micros;
  return (units === 'full' ? Math.floor(micros / MICRO) : Math.ceil(micros / MICRO)) * MICRO;
}

function multiplied(each: Numbers, count: Numbers, most: Numbers, units: Part['units']): Numbers {
  const one = (points: number, times: number, cap: number): number =>
    Math.min(product(points, wholeMicros(Math.max(times, 0), units)), cap);
  if (typeof each === 'number' && typeof most === 'number' && typeof count !== 'number')
    return mapped(count, (times) => one(each, times, most));
  const into = [count, each, most].find((given) => typeof given !== 'number');
  if (into === undefined) return one(each as number, count as number, most as number);
  for (let row = 0; row < into.length; row++)
    into[row] = one(numberAt(each, row), numberAt(count, row), numberAt(most, row));
  return into;
}
