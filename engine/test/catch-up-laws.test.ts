import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { fromDay, toDay } from '../src/day.ts';
import { examplePackFiles } from '../src/example-pack.ts';
import { compile, loadPack, type Policy, type World } from '../src/index.ts';

const words = (text: string) => ({ 'zh-CN': text, en: text });
const FIRST = toDay('2026-01-01');
const MONTHS = ['01', '02', '03', '04', '05', '06', '07', '08'].map((month) => {
  const start = toDay(`2026-${month}-01`);
  const next = toDay(`2026-${String(Number(month) + 1).padStart(2, '0')}-01`);
  return { key: `2026-${month}`, start, end: next - 1 };
});

interface Terms {
  readonly need: number;
  /** Days after the period in which it may be caught up; 0 for never. */
  readonly window: number;
}

const TERMS: readonly Terms[] = [
  { need: 2, window: 0 },
  { need: 2, window: 12 },
  { need: 3, window: 45 },
];

let policies: readonly Policy[];
beforeAll(() => {
  policies = TERMS.map(policyOf);
});

function policyOf({ need, window }: Terms): Policy {
  const { pack, problems } = loadPack(
    examplePackFiles({
      kinds: {
        organisations: [{ id: 'village', title: words('village'), level: 5, parents: [] }],
        units: [{ id: 'time', title: words('times') }],
      },
      forms: [
        {
          id: 'visit',
          subject: { organisation: ['village'] },
          date: 'on',
          fields: [{ id: 'on', type: 'date' }],
        },
      ],
      obligations: [
        {
          id: 'monthly',
          who: { organisations: ['village'] },
          when: { every: 'month' },
          amount: { at_least: need, unit: 'time' },
          counts: [{ form: 'visit' }],
          part_period: { owes: 'full' },
          late: window === 0 ? 'never' : { within: window, days: 'calendar-days' },
          due_soon: { within: 1, days: 'calendar-days' },
        },
      ],
    }),
  );
  if (!pack) throw new Error(JSON.stringify(problems));
  return compile([pack]);
}

interface Visit {
  readonly day: number;
  readonly recorded: number;
}

const visits = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 200 }), fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 50 }))), {
    maxLength: 24,
  })
  .map((all) => all.map(([day, delay]): Visit => ({ day: FIRST + day, recorded: FIRST + day + delay })));

/** The village begins with the first month: a shortfall before it would be filled first. */
const worldOf = (all: readonly Visit[]): World => ({
  organisations: [{ id: 'v', kind: 'village', name: 'v', parent: null, from: '2026-01-01' }],
  persons: [],
  postings: [],
  tenures: [],
  facts: all.map(({ day, recorded }, i) => ({
    id: `f${String(i).padStart(3, '0')}`,
    form: 'visit',
    subject: { kind: 'organisation', id: 'v' },
    date: fromDay(day),
    recordedOn: fromDay(recorded),
    recordedAt: `${fromDay(recorded)}T08:00:00Z`,
    recordedBy: { account: 'a', name: 'a' },
    data: { on: fromDay(day) },
  })),
});

/** What the README says of catching up, and how much of what is owed is done: one visit after the other and without any of the engine's code. */
function byHand(all: readonly Visit[], { need, window }: Terms): Record<string, string> {
  const sorted = all.toSorted((a, b) => a.day - b.day || a.recorded - b.recorded);
  const months = MONTHS.map((month) => {
    const own = sorted.filter(
      ({ day, recorded }) => day >= month.start && day <= month.end && recorded <= month.end + window,
    );
    return { ...month, counted: new Set(own) };
  });
  const timely = (month: (typeof months)[number]): number =>
    [...month.counted].filter(({ recorded }) => recorded <= month.end).length;
  const spare = new Set<Visit>();
  for (const month of months) {
    let [left, inTime] = [month.counted.size, timely(month)];
    const met = inTime >= need;
    for (const visit of month.counted) {
      const counts = visit.recorded <= month.end ? 1 : 0;
      if (left - 1 < need || (met && inTime - counts < need)) continue;
      spare.add(visit);
      left -= 1;
      inTime -= counts;
    }
  }
  for (const month of months) {
    for (const visit of sorted) {
      const { day, recorded } = visit;
      if (month.counted.size >= need || day <= month.end || Math.max(day, recorded) > month.end + window) continue;
      const owner = months.find(({ counted }) => counted.has(visit));
      if (owner && !spare.has(visit)) continue;
      owner?.counted.delete(visit);
      spare.delete(visit);
      month.counted.add(visit);
    }
  }
  return Object.fromEntries(
    months.map((month) => {
      const light = timely(month) >= need ? 'met' : month.counted.size >= need ? 'late' : 'overdue';
      return [month.key, `${light} ${Math.min(month.counted.size, need)}`];
    }),
  );
}

it('fills the oldest shortfall first, from what later months can do without, as by hand', () => {
  fc.assert(
    fc.property(visits, fc.nat(TERMS.length - 1), (all, i) => {
      const terms = TERMS[i] as Terms;
      const rows = policies[i]?.evaluate(worldOf(all), { asOf: '2026-12-31', from: '2026-01-01' }) ?? [];
      const shown = rows.flatMap(({ period, light, done }) =>
        period.key <= '2026-08' ? [[period.key, `${light} ${Math.min(Number(done), terms.need)}`]] : [],
      );
      expect(Object.fromEntries(shown)).toEqual(byHand(all, terms));
    }),
    { numRuns: 400 },
  );
});
