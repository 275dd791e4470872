import { Decimal } from '../decimal.ts';
import { MICRO, mapped, type Numbers, numberAt, product } from '../measure/micros.ts';
import { type At, SHARE } from '../measure/types.ts';
import { toDecimal, unresolved } from '../measure/values.ts';
import type { ChangeConstruct } from '../rating/item/types.ts';
import { numberShown } from '../rating/number-shown.ts';
import { unitsOf } from '../rating/units.ts';
import type { Change } from '../schema/rating/item.ts';
import { known, type Value, type Words } from '../value.ts';
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
  compile: (part, { compile }) => {
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
      neighbours: (at) => {
        const count = times.evaluate(at);
        if (count.state !== 'known') return [];
        return nearby(count, part.units).flatMap(({ by, words }) => {
          const next = toDecimal(count).plus(by);
          const sizedAt = next.isNegative() ? null : sized(next, at);
          return sizedAt?.state === 'known' ? [{ words, size: toDecimal(sizedAt) }] : [];
        });
      },
    };
  },
};

const NOTHING = known(new Decimal(0));

interface Nearby {
  readonly by: number;
  readonly words: Words;
}

const ONCE: readonly Nearby[] = [
  { by: 1, words: say('多一次', 'one more') },
  { by: -1, words: say('少一次', 'one fewer') },
];
const BY_ONE: readonly Nearby[] = [
  { by: 1, words: say('多 1', 'higher by 1') },
  { by: -1, words: say('少 1', 'lower by 1') },
];
const HIGHER: Nearby = { by: 0.01, words: say('高 1 个百分点', 'one percentage point higher') };
const LOWER: Nearby = { by: -0.01, words: say('低 1 个百分点', 'one percentage point lower') };

/** What is counted may be one more or fewer; what is measured a little more or less. A rate of completion that is whole is seldom exceeded. */
function nearby(count: Known, units: Part['units']): readonly Nearby[] {
  if (units !== 'pro-rata') return ONCE;
  if (count.unit !== SHARE) return BY_ONE;
  return toDecimal(count).eq(1) ? [LOWER] : [HIGHER, LOWER];
}

type Known = Extract<Value, { state: 'known' }>;

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
