import fc from 'fast-check';
import { beforeAll, expect, test, vi } from 'vitest';
import { Decimal, divide } from '../../src/decimal.ts';
import { examplePackFiles } from '../../src/example-pack.ts';
import type { Fact, World } from '../../src/facts.ts';
import { compile, loadPack, type Policy, PolicyError } from '../../src/index.ts';
import { dayOf, textOf } from './days.ts';
import { KINDS, worlds } from './place.ts';
import { saidBy } from './said.ts';
import { belongings } from './there.ts';

vi.setConfig({ testTimeout: 120_000 });

type Every =
  | 'week'
  | 'month'
  | 'half-month'
  | { readonly months: number }
  | { readonly days_of_month: readonly number[]; readonly tolerance: number };
interface Windows {
  readonly every: Every;
  readonly per?: { readonly holders: 'clerk' } | { readonly members: true };
  readonly at_least: number;
  readonly gives: 'met' | 'missed' | 'due' | 'shortfall' | 'share' | 'longest-run-met' | 'longest-run-missed';
  readonly part_window: 'whole' | 'left-out' | 'pro-rata';
  readonly grace?: number;
  readonly at_most?: number;
  /** Whether marks are added up, of which some are not recorded, instead of counting entries. */
  readonly marks: boolean;
}

/** The windows of the first half of 2026, as a calendar shows them. */
const DAYS: ReadonlyMap<string, readonly (readonly [string, string])[]> = new Map([
  ['month', ['01-01/01-31', '02-01/02-28', '03-01/03-31', '04-01/04-30', '05-01/05-31', '06-01/06-30'].map(pair)],
  [
    'half-month',
    ['01', '02', '03', '04', '05', '06'].flatMap((month, i) => [
      pair(`${month}-01/${month}-15`),
      pair(`${month}-16/${month}-${[31, 28, 31, 30, 31, 30][i]}`),
    ]),
  ],
  [
    'week',
    Array.from(
      { length: 26 },
      (_, i) => [textOf(dayOf('2025-12-29') + i * 7), textOf(dayOf('2026-01-04') + i * 7)] as const,
    ),
  ],
  ['2', ['01-01/02-28', '03-01/04-30', '05-01/06-30'].map(pair)],
  ['4', ['01-01/04-30'].map(pair)],
  [
    '5,20',
    ['01', '02', '03', '04', '05', '06'].flatMap((month) => [
      pair(`${month}-03/${month}-07`),
      pair(`${month}-18/${month}-22`),
    ]),
  ],
  ['31', ['01-31', '02-28', '03-31', '04-30', '05-31', '06-30'].map((day) => [`2026-${day}`, `2026-${day}`] as const)],
]);

function pair(text: string): readonly [string, string] {
  const [from, to] = text.split('/').map((day) => `2026-${day}`);
  return [from ?? '', to ?? ''];
}

const windowsOf = (every: Every) =>
  DAYS.get(typeof every === 'string' ? every : 'months' in every ? `${every.months}` : every.days_of_month.join()) ??
  [];

const maybe = <T>(key: string, of: fc.Arbitrary<T>): fc.Arbitrary<object> =>
  fc.option(of, { freq: 2 }).map((value) => (value === null ? {} : { [key]: value }));
const windows: fc.Arbitrary<Windows> = fc
  .tuple(
    fc.record({
      every: fc.constantFrom<Every[]>(
        'week',
        'month',
        'half-month',
        { months: 2 },
        { months: 4 },
        { days_of_month: [5, 20], tolerance: 2 },
        { days_of_month: [31], tolerance: 0 },
      ),
      at_least: fc.constantFrom(1, 1, 2),
      gives: fc.constantFrom('met', 'missed', 'due', 'shortfall', 'share', 'longest-run-met', 'longest-run-missed'),
      part_window: fc.constantFrom('whole', 'left-out', 'pro-rata'),
      marks: fc.boolean(),
    }),
    maybe('per', fc.constantFrom({ holders: 'clerk' }, { members: true })),
    maybe('grace', fc.constantFrom(0, 3, 40)),
    maybe('at_most', fc.constantFrom(1, 3)),
  )
  .map(([one, ...more]) => Object.assign({}, one, ...more) as Windows);

const all = fc.sample(windows, { numRuns: 80, seed: 2026 });
const form = (id: string, subject: object) => ({
  id,
  subject,
  date: 'on',
  fields: [
    { id: 'on', type: 'date' },
    { id: 'marks', type: 'integer' },
  ],
});

let policy: Policy;
beforeAll(() => {
  const measures = all.map(({ marks, ...one }, i) => {
    const set = { form: one.per ? 'note' : 'check' };
    return {
      id: `m${i}`,
      unit: one.gives === 'share' ? 'share' : 'day',
      at: ['village'],
      period: 'half-year',
      value: { windows: { ...one, of: marks ? { sum: { ...set, of: 'data.marks' } } : { count: set } } },
      rollup: 'none',
    };
  });
  const forms = [form('check', { organisation: ['village'] }), form('note', { person: true })];
  const parts = JSON.parse(JSON.stringify({ kinds: KINDS, forms, measures })) as object;
  const { pack, problems } = loadPack(examplePackFiles({ ...parts }));
  if (!pack) throw new PolicyError(problems);
  policy = compile([pack]);
});

interface Owing {
  readonly id: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

function owing({ per }: Windows, world: World, place: string): Owing[] {
  if (per === undefined) return world.organisations.filter(({ id }) => id === place);
  if ('members' in per)
    return belongings(world)
      .filter((one) => one.organisation === place)
      .map(({ person, from, to }) => ({ id: person.id, from, to }));
  return world.tenures
    .filter((one) => one.post === per.holders && one.organisation === place)
    .filter((one) => one.from <= '2026-06-30' && (one.to ?? '9999') >= '2026-01-01')
    .map(({ person, from, to }) => ({ id: person, from, to }));
}

type Outcome = { readonly outcome: 'met' | 'missed' | 'open' | 'not-known'; readonly lacks: Decimal };

function judged(
  part: Windows,
  { id, from = '0000', to = '9999' }: Owing,
  facts: readonly Fact[],
  asOf: string,
): Outcome[] {
  return windowsOf(part.every).flatMap(([start, end]): Outcome[] => {
    const [first, last] = [from > start ? from : start, to < end ? to : end];
    const [days, whole] = [dayOf(last) - dayOf(first) + 1, dayOf(end) - dayOf(start) + 1];
    if (first > last || (days < whole && part.part_window === 'left-out')) return [];
    const own = facts.filter(
      (one) => one.subject.id === id && one.date >= start && one.date <= end && one.recordedOn <= asOf,
    );
    const isOver = dayOf(asOf) > dayOf(end) + (part.grace ?? 0);
    if (part.marks && own.some(({ data }) => data['marks'] === null))
      return [{ outcome: isOver ? 'not-known' : 'open', lacks: new Decimal(0) }];
    const done = part.marks ? own.reduce((sum, { data }) => sum + Number(data['marks']), 0) : own.length;
    const share = part.part_window === 'pro-rata' ? divide(new Decimal(days), new Decimal(whole)) : new Decimal(1);
    const lacks = share.times(part.at_least).minus(done);
    return [{ outcome: lacks.lte(0) ? 'met' : isOver ? 'missed' : 'open', lacks }];
  });
}

function brought({ gives }: Windows, outcomes: readonly Outcome[]): Decimal {
  const count = (of: Outcome['outcome']) => outcomes.filter(({ outcome }) => outcome === of).length;
  if (gives === 'shortfall')
    return outcomes
      .filter(({ outcome }) => outcome === 'missed')
      .reduce((sum, { lacks }) => sum.plus(lacks), new Decimal(0));
  if (gives === 'met' || gives === 'missed') return new Decimal(count(gives));
  if (gives === 'due') return new Decimal(count('met') + count('missed'));
  const row = outcomes.map(({ outcome }) => (outcome === gives.slice('longest-run-'.length) ? 'x' : ' ')).join('');
  return new Decimal(Math.max(...row.split(/ +/).map(({ length }) => length)));
}

function plain(part: Windows, world: World, place: string, asOf: string): string {
  const each = owing(part, world, place).map((one) => judged(part, one, world.facts, asOf));
  const flat = each.flat();
  if (flat.some(({ outcome }) => outcome === 'not-known')) return 'not known';
  if (part.gives === 'share') {
    const due = brought({ ...part, gives: 'due' }, flat);
    return due.isZero() ? 'none due' : divide(brought({ ...part, gives: 'met' }, flat), due).toFixed(20);
  }
  const capped = each.map((one) => Decimal.min(brought(part, one), part.at_most ?? 1e9));
  const together = part.gives.startsWith('longest') ? Decimal.max(0, ...capped) : Decimal.sum(0, ...capped);
  return together.toFixed(20);
}

function shown(text: string): string {
  const [kind, figure = ''] = text.split(' ');
  if (kind === 'string') return new Decimal(figure).toFixed(20);
  return text === '尚无到期的窗口' ? 'none due' : 'not known';
}

const PERSONS = ['p1', 'p2', 'p3', 'p4', 'p5'];
const entry: fc.Arbitrary<Omit<Fact, 'id'>> = fc
  .record({
    of: fc.oneof(fc.constantFrom('v1', 'v2'), fc.constantFrom(...PERSONS)),
    date: fc.integer({ min: dayOf('2025-12-29'), max: dayOf('2026-07-02') }).map(textOf),
    delay: fc.constantFrom(0, 0, 20),
    marks: fc.constantFrom(0, 1, 1, 2, 3, null),
  })
  .map(({ of, date, delay, marks }) => ({
    form: of.startsWith('v') ? 'check' : 'note',
    subject: of.startsWith('v') ? { kind: 'organisation', id: of } : { kind: 'person', id: of },
    date,
    data: { on: date, marks },
    recordedOn: textOf(dayOf(date) + delay),
    recordedAt: `${textOf(dayOf(date) + delay)}T08:00:00Z`,
    recordedBy: { account: 'a', name: 'a' },
  }));
const facts = fc.array(entry, { maxLength: 60 }).map((made) => made.map((one, i): Fact => ({ ...one, id: `f${i}` })));

const GROUP = 10;
const groups = Array.from({ length: all.length / GROUP }, (_, i) => i * GROUP);
const ALIVE = ['v1', 'v2'];

test.each(groups)('windows from %i on come to what judging each by hand gives', (first) => {
  fc.assert(
    fc.property(
      worlds,
      facts,
      fc.constantFrom('2026-03-04', '2026-05-31', '2026-07-03', '2026-09-01'),
      (made, own, asOf) => {
        const world = { ...made, facts: own };
        for (const [i, part] of all.slice(first, first + GROUP).entries()) {
          const values = policy.measure(world, {
            measure: `m${first + i}`,
            period: '2026-H1',
            asOf,
            organisations: ALIVE,
          });
          for (const place of ALIVE) {
            const said = saidBy(values.get(place));
            if (said === '该组织在此期间不存在') continue;
            expect(shown(said), JSON.stringify([part, place, asOf])).toBe(plain(part, world, place, asOf));
          }
        }
      },
    ),
    { numRuns: 40, endOnFailure: true },
  );
});
