import fc from 'fast-check';
import { beforeAll, expect, test, vi } from 'vitest';
import { Decimal, divide } from '../../src/decimal.ts';
import { examplePackFiles } from '../../src/example-pack.ts';
import type { World } from '../../src/facts.ts';
import { compile, loadPack, type Policy, PolicyError } from '../../src/index.ts';
import { PERIODS } from './asked.ts';
import { addMonths, dayOf, daysFrom, isWorking, monthLength, monthOf, textOf, yearOf } from './days.ts';
import { FORMS, KINDS, worlds } from './place.ts';
import { saidBy } from './said.ts';

vi.setConfig({ testTimeout: 120_000 });

interface Served {
  readonly in: 'days' | 'working-days' | 'months' | 'years' | 'terms';
  readonly part_months?: 'full' | 'begun' | 'pro-rata' | { readonly from_days: number };
  readonly part_years?: 'full' | 'begun' | 'pro-rata';
  readonly posts: readonly string[];
  readonly except?: readonly string[];
  readonly during?: 'to-date' | { readonly last: { readonly months: number } };
  readonly stretch?: 'longest' | 'current';
}

const unit: fc.Arbitrary<Pick<Served, 'in' | 'part_months' | 'part_years'>> = fc.oneof(
  fc.constantFrom({ in: 'days' as const }, { in: 'working-days' as const }, { in: 'terms' as const }),
  fc
    .constantFrom('full' as const, 'begun' as const, 'pro-rata' as const, { from_days: 16 }, { from_days: 31 })
    .map((part_months) => ({ in: 'months' as const, part_months })),
  fc
    .constantFrom('full' as const, 'begun' as const, 'pro-rata' as const)
    .map((part_years) => ({ in: 'years' as const, part_years })),
);
const maybe = <T>(key: string, of: fc.Arbitrary<T>): fc.Arbitrary<object> =>
  fc.option(of, { freq: 2 }).map((value) => (value === null ? {} : { [key]: value }));
const served: fc.Arbitrary<Served> = fc
  .tuple(
    unit,
    fc.constantFrom(['clerk'], ['clerk', 'sent'], ['team']),
    maybe('during', fc.constantFrom('to-date' as const, { last: { months: 14 } })),
    fc.oneof(
      maybe('except', fc.constantFrom(['sent'], ['clerk'])),
      maybe('stretch', fc.constantFrom('longest' as const, 'current' as const)),
    ),
  )
  .map(([one, posts, during, more]) =>
    one.in === 'terms' ? { ...one, posts, ...during } : { ...one, posts, ...during, ...more },
  );

const EACH = 60;
const all = fc.sample(served, { numRuns: EACH, seed: 88 });
const asked = PERIODS.filter(({ kind }) => ['quarter', 'year', 'month'].includes(kind));
const CALENDAR = {
  year: 2026,
  days_off: ['2026-06-19', '2026-07-01', '2026-07-02', '2026-07-03'].map((date) => ({ date, name: '放假' })),
  working_weekends: ['2026-06-14', '2026-07-05'].map((date) => ({ date, name: '调休' })),
  festivals: [],
};

let policy: Policy;
beforeAll(() => {
  const measures = all.flatMap((one, i) =>
    asked.map(({ kind }) => ({
      id: `m${i}-${kind}`,
      unit: 'day',
      at: ['village'],
      period: kind,
      value: { served: one },
      rollup: 'none',
    })),
  );
  const parts = JSON.parse(JSON.stringify({ kinds: KINDS, forms: FORMS, calendars: [CALENDAR], measures })) as object;
  const { pack, problems } = loadPack(examplePackFiles({ ...parts }));
  if (!pack) throw new PolicyError(problems);
  policy = compile([pack]);
});

interface Days {
  readonly from: number;
  readonly to: number;
}

/** Each time somebody was in one of the posts there, or posted there so. */
const times = ({ tenures, postings }: World, posts: readonly string[], place: string) => [
  ...tenures.filter((one) => posts.includes(one.post) && one.organisation === place),
  ...postings.filter((one) => posts.includes(one.kind) && one.organisation === place),
];

function stretches(days: readonly number[]): Days[] {
  const found: Days[] = [];
  for (const day of days) {
    const last = found.at(-1);
    if (last && last.to === day - 1) found[found.length - 1] = { from: last.from, to: day };
    else found.push({ from: day, to: day });
  }
  return found;
}

function plain(
  part: Served,
  world: World,
  place: string,
  [start, end]: readonly [string, string],
  asOf: string,
): Decimal {
  const looked = asOf < end ? asOf : end;
  const window =
    part.during === undefined
      ? [dayOf(start), dayOf(end)]
      : part.during === 'to-date'
        ? [dayOf('2019-01-01'), dayOf(looked)]
        : [addMonths(dayOf(looked) + 1, -part.during.last.months), dayOf(looked)];
  const [first = 0, last = 0] = window;
  const own = times(world, part.posts, place).filter(
    ({ from, to }) => dayOf(from) <= last && (to === undefined || dayOf(to) >= first),
  );
  if (part.in === 'terms') return new Decimal(own.length);
  const others = times(world, part.except ?? [], place);
  const covers = (of: typeof own, day: number) =>
    of.some(({ from, to }) => dayOf(from) <= day && (to === undefined || day <= dayOf(to)));
  const spans = chosen(
    part,
    stretches(daysFrom(first, last).filter((day) => covers(own, day) && !covers(others, day))),
    last,
  );
  const days = spans.flatMap(({ from, to }) => daysFrom(from, to));
  if (part.in === 'days') return new Decimal(days.length);
  if (part.in === 'working-days') return new Decimal(days.filter(isWorking).length);
  return part.in === 'years' ? years(part.part_years, spans) : months(part.part_months, days);
}

function chosen({ stretch }: Served, spans: readonly Days[], last: number): readonly Days[] {
  if (stretch === undefined) return spans;
  if (stretch === 'current') return spans.filter(({ to }) => to === last);
  const longest = Math.max(...spans.map(({ from, to }) => to - from));
  return spans.filter(({ from, to }) => to - from === longest).slice(0, 1);
}

function months(how: Served['part_months'], days: readonly number[]): Decimal {
  const inMonth = Map.groupBy(days, (day) => textOf(day).slice(0, 7));
  return [...inMonth.values()].reduce((sum, own) => {
    const whole = monthLength(yearOf(own[0] ?? 0), monthOf(own[0] ?? 0));
    if (how === 'pro-rata') return sum.plus(divide(new Decimal(own.length), new Decimal(whole)));
    const least = how === 'begun' ? 1 : typeof how === 'object' ? Math.min(how.from_days, whole) : whole;
    return sum.plus(own.length >= least ? 1 : 0);
  }, new Decimal(0));
}

/** Full months from the first day on, and the odd days as a part of the month in which they lie. */
function years(how: Served['part_years'], spans: readonly Days[]): Decimal {
  const twelfths = spans.reduce((sum, { from, to }) => {
    let full = 0;
    while (addMonths(from, full + 1) <= to + 1) full++;
    const [start, next] = [addMonths(from, full), addMonths(from, full + 1)];
    return sum.plus(full).plus(divide(new Decimal(to + 1 - start), new Decimal(next - start)));
  }, new Decimal(0));
  const whole = divide(twelfths, new Decimal(12));
  const close = whole.toDecimalPlaces(20);
  if (how === 'pro-rata') return close;
  return how === 'begun' ? close.ceil() : close.floor();
}

/** Days on which windows begin and end, and those beside them. */
const border = fc
  .tuple(
    fc.constantFrom(
      ...['2024-07-01', '2025-03-14', '2025-05-14', '2025-12-31', '2026-01-31', '2026-03-31', '2026-05-01'],
      ...['2026-05-14', '2026-05-16', '2026-05-31', '2026-06-30', '2026-12-31'],
    ),
    fc.constantFrom(-1, 0, 0, 1),
  )
  .map(([day, by]) => textOf(dayOf(day) + by));
const time = fc.tuple(border, fc.option(border, { freq: 3 })).map(([a, b]) => {
  if (b === null) return { from: a };
  return a < b ? { from: a, to: b } : { from: b, to: a };
});
const inOffice = fc.array(
  fc.record({ time, post: fc.constantFrom('clerk', 'clerk', 'sent', 'team'), place: fc.constantFrom('v1', 'v3') }),
  { maxLength: 6 },
);
/** Some hold posts, some are posted, one after the other or at once. */
const crowded: fc.Arbitrary<World> = fc.tuple(worlds, inOffice).map(([world, held]) => ({
  ...world,
  tenures: held
    .filter(({ post }) => post === 'clerk')
    .map(({ post, place, time: days }, i) => ({ id: `h${i}`, post, organisation: place, person: 'p1', ...days })),
  postings: held
    .filter(({ post }) => post !== 'clerk')
    .map(({ post, place, time: days }, i) => ({
      id: `x${i}`,
      kind: post,
      organisation: place,
      person: 'p2',
      sendingOrganisation: 'o1',
      level: 'county',
      ...days,
    })),
}));
const asOfDays = fc.constantFrom('2026-05-14', '2026-06-30', '2026-12-31', '2027-01-20');
const groups = Array.from({ length: EACH / 10 }, (_, i) => i * 10);

test.each(groups)('time in office from %i on is what counting day by day gives', (firstOf) => {
  fc.assert(
    fc.property(crowded, asOfDays, (world, asOf) => {
      for (const [i, part] of all.slice(firstOf, firstOf + 10).entries())
        for (const { kind, key, days } of asked) {
          const query = { measure: `m${firstOf + i}-${kind}`, period: key, asOf };
          const values = policy.measure(world, { ...query, organisations: ['v1', 'v3'] });
          for (const place of ['v1', 'v3']) {
            const [, shown = ''] = saidBy(values.get(place)).split(' ');
            const expected = plain(part, world, place, days, asOf);
            const apart = new Decimal(shown).minus(expected).abs();
            expect(apart.lt('1e-15'), `${JSON.stringify(part)} ${key} ${asOf} ${place}: ${shown} not ${expected}`).toBe(
              true,
            );
          }
        }
    }),
    { numRuns: 25, endOnFailure: true },
  );
});
