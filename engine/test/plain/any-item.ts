import fc from 'fast-check';
import { addMonths, dayOf, textOf } from './days.ts';

/** What an entry of work says. */
export interface Work {
  readonly day: number;
  readonly size: number;
  readonly matter: string;
  readonly kind: 'a' | 'b' | 'c';
}

const FIRST = dayOf('2026-01-01');
export const LAST = dayOf('2026-12-31');

export const works: fc.Arbitrary<Work[]> = fc
  .array(
    fc.record<Work>({
      day: fc.oneof(
        fc.integer({ min: FIRST, max: LAST }),
        fc.integer({ min: dayOf('2026-09-28'), max: dayOf('2026-10-03') }),
      ),
      size: fc.oneof(fc.integer({ min: 0, max: 90 }), fc.constantFrom(0, 10, 20, 40, 50, 60)),
      matter: fc.constantFrom('', 'x', 'y'),
      kind: fc.constantFrom('a', 'b', 'c'),
    }),
    { maxLength: 9 },
  )
  .map((list) => list.toSorted((a, b) => a.day - b.day));

type Points =
  | number
  | { readonly by: string; readonly table: Readonly<Record<string, number>>; readonly otherwise: 'zero' | number }
  | { readonly is: string; readonly at_most?: number }
  | {
      readonly of: string;
      readonly rows: readonly { readonly at_least?: number; readonly above?: number; readonly gives: number }[];
      readonly otherwise: 'zero' | number;
    }
  | { readonly of: string; readonly from: number; readonly to: number; readonly reason: string };

type Per = 'day' | 'month' | 'quarter' | 'period' | { readonly same: string };

/** An award for entries of work, as a pack writes it. */
export interface Award {
  readonly points: Points;
  readonly per?: {
    readonly of: string;
    readonly size: number;
    readonly units: 'pro-rata' | 'full' | 'begun';
    readonly counted: 'each-entry' | 'together';
  };
  readonly valid?: { readonly for: { readonly months: number } };
  readonly one_matter: 'each' | { readonly same: readonly string[]; readonly counts: 'highest' | 'first' | 'last' };
  readonly repeat:
    | 'single'
    | {
        readonly same: 'all' | readonly string[];
        readonly within: 'period' | { readonly months: number };
        readonly times: readonly number[];
        readonly when_earlier_expires: 'stays' | 'falls-back';
      };
  readonly only?:
    | { readonly best: number; readonly per: Per }
    | { readonly first: number; readonly per: Per }
    | {
        readonly last: number;
        readonly per: Per;
      };
  readonly caps?: readonly { readonly per: Per; readonly at_most: number }[];
}

const maybe = <K extends string, T>(key: K, of: fc.Arbitrary<T>): fc.Arbitrary<Partial<Record<K, T>>> =>
  fc.option(of, { freq: 2 }).map((value) => (value === null ? {} : ({ [key]: value } as Partial<Record<K, T>>)));
const per: fc.Arbitrary<Per> = fc.constantFrom<Per[]>('day', 'month', 'quarter', 'period', { same: 'data.kind' });
const some = fc.integer({ min: 1, max: 3 });

const points: fc.Arbitrary<Points> = fc.constantFrom<Points>(
  0.5,
  2,
  { by: 'data.kind', table: { a: 1, b: 2.5 }, otherwise: 'zero' },
  { by: 'data.kind', table: { a: 3, b: 1 }, otherwise: 0.25 },
  { is: 'data.size / 10' },
  { is: 'data.size / 10', at_most: 4 },
  {
    of: 'data.size',
    rows: [
      { at_least: 50, gives: 3 },
      { above: 20, gives: 1 },
    ],
    otherwise: 'zero',
  },
  {
    of: 'data.size',
    rows: [
      { above: 50, gives: 2 },
      { at_least: 20, gives: 1 },
    ],
    otherwise: 0.5,
  },
  { of: 'data.size', from: 10, to: 60, reason: 'matter' },
  { of: 'data.size', from: 0, to: 50, reason: 'not-required' },
);

const sizes = fc.record({
  of: fc.constant('data.size'),
  size: fc.constantFrom(20, 7),
  units: fc.constantFrom('pro-rata' as const, 'full' as const, 'begun' as const),
  counted: fc.constantFrom('each-entry' as const, 'together' as const),
});

const award: fc.Arbitrary<Award> = fc
  .tuple(
    fc.record({
      points,
      one_matter: fc.oneof(
        fc.constant('each' as const),
        fc.record({
          same: fc.constant(['data.matter']),
          counts: fc.constantFrom('highest' as const, 'first' as const, 'last' as const),
        }),
      ),
      repeat: fc.oneof(
        fc.constant('single' as const),
        fc.record({
          same: fc.constantFrom<'all' | string[]>(['data.kind'], ['data.kind', 'data.matter'], 'all'),
          within: fc.constantFrom('period' as const, { months: 1 }, { months: 5 }),
          times: fc.constantFrom([1, 2], [1, 0.5, 0], [1, 2, 3]),
          when_earlier_expires: fc.constantFrom('stays' as const, 'falls-back' as const),
        }),
      ),
    }),
    maybe('per', sizes),
    maybe('valid', fc.constantFrom({ for: { months: 3 } }, { for: { months: 8 } })),
    maybe(
      'only',
      fc.oneof(fc.record({ best: some, per }), fc.record({ first: some, per }), fc.record({ last: some, per })),
    ),
    maybe(
      'caps',
      fc.array(fc.record({ per, at_most: fc.constantFrom(1, 2.5, 6, 12) }), { minLength: 1, maxLength: 2 }),
    ),
  )
  .map(([own, size, valid, only, caps]) => ({
    ...own,
    ...(typeof own.points === 'object' && 'reason' in own.points ? {} : size),
    ...valid,
    ...only,
    ...caps,
  }));

/** Awards of every kind; always the same ones. */
export const awards = (count: number, seed: number): Award[] =>
  fc.sample(award, { numRuns: count, seed }).map((one) => JSON.parse(JSON.stringify(one)) as Award);

/** An entry as it counts so far; `null` once it does not count. */
interface Counted {
  readonly work: Work;
  readonly at: number;
  points: number | null;
}

/** What an entry is worth by itself; null when it counts nothing at all. */
function worth(points: Points, { size, kind, matter }: Work): number | null {
  if (typeof points === 'number') return points;
  const other = (otherwise: 'zero' | number) => (otherwise === 'zero' ? null : otherwise);
  if ('by' in points) return points.table[kind] ?? other(points.otherwise);
  if ('is' in points) return Math.min(size / 10, points.at_most ?? Number.POSITIVE_INFINITY);
  if ('rows' in points) {
    const row = points.rows.find(({ at_least = -1, above = -1 }) => size >= at_least && size > above);
    return row?.gives ?? other(points.otherwise);
  }
  const isTold = points.reason === 'not-required' || matter !== '';
  return size >= points.from && size <= points.to && isTold ? size : null;
}

const units = (size: number, { size: each, units: how }: NonNullable<Award['per']>): number =>
  how === 'pro-rata' ? size / each : how === 'full' ? Math.floor(size / each) : Math.ceil(size / each);

function bucketOf(of: Per, { day, kind }: Work): string {
  if (typeof of === 'object') return kind;
  const text = textOf(day);
  if (of === 'quarter') return String(Math.ceil(Number(text.slice(5, 7)) / 3));
  return of === 'period' ? '' : text.slice(0, of === 'month' ? 7 : 10);
}

const keyOf = (same: 'all' | readonly string[], { kind, matter }: Work): string | null => {
  if (same === 'all') return same;
  const held = same.map((one) => (one === 'data.kind' ? kind : matter));
  return held.every((one) => one === '') ? null : held.join('|');
};

/** What an award comes to on the last day of the year, worked out by hand: in the order in which the reference lists it. */
export function plainAward(
  { points, per: size, valid, one_matter, repeat, only, caps = [] }: Award,
  list: readonly Work[],
): number {
  const ends = ({ day }: Work): number =>
    valid === undefined ? Number.POSITIVE_INFINITY : addMonths(day, valid.for.months);
  const all: Counted[] = list.map((work, at) => {
    const own = worth(points, work);
    return { work, at, points: own === null ? null : size === undefined ? own : own * units(work.size, size) };
  });
  // Together, sizes are shared out below; until then an entry is worth its own part of a unit.
  if (size?.counted === 'together')
    for (const one of all)
      if (one.points !== null) one.points = (worth(points, one.work) ?? 0) * (one.work.size / size.size);
  const expired = all.filter((one) => one.points !== null && ends(one.work) <= LAST);
  const now = all.filter((one) => one.points !== null && ends(one.work) > LAST);
  if (one_matter !== 'each') keepOne(now, one_matter);
  if (size?.counted === 'together') {
    let sofar = 0;
    for (const one of now.filter(({ points: own }) => own !== null)) {
      const before = units(sofar, size);
      sofar += one.work.size;
      one.points = (worth(points, one.work) ?? 0) * (units(sofar, size) - before);
    }
  }
  if (repeat !== 'single') {
    const seen = [...expired, ...now.filter(({ points: own }) => own !== null)].sort((a, b) => a.at - b.at);
    const factors = now.map((one) => {
      const key = keyOf(repeat.same, one.work);
      if (key === null || one.points === null) return 1;
      const { within } = repeat;
      const until = (day: number): number =>
        within === 'period' ? Number.POSITIVE_INFINITY : addMonths(day, within.months);
      const before = seen.filter((other) => {
        if (other.at >= one.at || keyOf(repeat.same, other.work) !== key || until(other.work.day) <= one.work.day)
          return false;
        if (repeat.when_earlier_expires === 'stays') return true;
        return valid === undefined ? until(other.work.day) > LAST : ends(other.work) > LAST;
      });
      return repeat.times[Math.min(before.length, repeat.times.length - 1)] ?? 1;
    });
    now.forEach((one, i) => {
      if (one.points !== null) one.points *= factors[i] ?? 1;
    });
  }
  if (only !== undefined) choose(now, only);
  const used = caps.map(() => new Map<string, number>());
  let sum = 0;
  for (const one of now) {
    if (one.points === null) continue;
    const names = caps.map((cap) => bucketOf(cap.per, one.work));
    const room = caps.map((cap, i) => Math.max(0, cap.at_most - (used[i]?.get(names[i] ?? '') ?? 0)));
    const given = Math.min(one.points, ...room);
    names.forEach((name, i) => used[i]?.set(name, (used[i]?.get(name) ?? 0) + given));
    sum += given;
  }
  return sum;
}

function keepOne(now: readonly Counted[], { same, counts }: Exclude<Award['one_matter'], 'each'>): void {
  for (const [key, all] of Map.groupBy(now, ({ work }) => keyOf(same, work))) {
    if (key === null) continue;
    const most = Math.max(...all.map(({ points }) => points ?? 0));
    const kept = counts === 'last' ? all.at(-1) : all.find(({ points }) => counts === 'first' || points === most);
    for (const one of all) if (one !== kept) one.points = null;
  }
}

function choose(now: readonly Counted[], only: NonNullable<Award['only']>): void {
  const counting = now.filter(({ points }) => points !== null && points !== 0);
  const many = 'best' in only ? only.best : 'first' in only ? only.first : only.last;
  for (const all of Map.groupBy(counting, ({ work }) => bucketOf(only.per, work)).values()) {
    const order =
      'best' in only
        ? all.toSorted((a, b) => (b.points ?? 0) - (a.points ?? 0) || a.at - b.at)
        : 'first' in only
          ? all
          : all.toReversed();
    for (const one of order.slice(many)) one.points = null;
  }
}
