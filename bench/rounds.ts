/**
 * What a year costs that rolls up ratings of days, against one that rolls up months and against the same sums written by hand: a
 * sheet is opened for each round, so that the time should grow with the rounds and no faster.
 *   --villages=600
 */

import { dateOf, fromDay, toDay } from '../engine/src/day.ts';
import { compile, type Fact, type World } from '../engine/src/index.ts';
import { ratingPack } from '../engine/test/rated.ts';

const option = process.argv.find((word) => word.startsWith('--villages='))?.slice('--villages='.length);
const villages = Number(option ?? 600);
const FIRST = toDay('2026-01-01');
const DAYS = 365;
const idOf = (village: number): string => `v${village}`;
const marksOf = (village: number, day: number): number => (village * 7 + day * 13) % 10;

function worldOf(): World {
  const organisation = (id: string, kind: string, parent: string | null) => ({
    id,
    kind,
    name: id,
    parent,
    from: '2000-01-01',
  });
  const facts = Array.from({ length: villages }, (_, village) =>
    Array.from({ length: DAYS }, (_, day): Fact => {
      const date = fromDay(FIRST + day);
      return {
        id: `${village}-${day}`,
        form: 'check',
        subject: { kind: 'organisation', id: idOf(village) },
        date,
        data: { on: date, marks: marksOf(village, day) },
        recordedOn: date,
        recordedAt: `${date}T08:00:00Z`,
        recordedBy: { account: 'a', name: 'a' },
      };
    }),
  ).flat();
  const list = Array.from({ length: villages }, (_, village) => organisation(idOf(village), 'village', 't0'));
  return {
    organisations: [organisation('county', 'county', null), organisation('t0', 'township', 'county'), ...list],
    persons: [],
    postings: [],
    tenures: [],
    facts,
  };
}

const title = { 'zh-CN': '全年', en: 'Year' };
const yearOver = (rating: string) => ({
  id: `over-${rating}`,
  of: { organisations: ['village'] },
  period: { every: 'year' },
  part_period: 'rated',
  unit: 'point',
  steps: [
    {
      id: 'all',
      title,
      rounds: {
        rating,
        step: 'marks',
        take: 'sum',
        missing: 'stop',
        not_applicable: 'left-out',
        not_over: 'left-out',
        part_round: 'whole',
      },
    },
  ],
  result: { score: 'all' },
});
const of = { organisations: ['village'] };
const months = {
  ...{ id: 'month', of, period: { every: 'month' }, part_period: 'rated', unit: 'point', result: { score: 'marks' } },
  steps: [{ id: 'marks', title, formula: { sum: { form: 'check', of: 'data.marks' } } }],
};
const policy = compile([
  ratingPack([], { id: 'day', period: { every: 'day' } }, [], [months, yearOver('day'), yearOver('month')]),
]);

/** By hand: a map of the sums of each village and round, and their sum. */
function byHand({ facts }: World, roundOf: (day: string) => string): Map<string, number> {
  const rounds = new Map<string, Map<string, number>>();
  for (const { subject, date, data } of facts) {
    const key = roundOf(date);
    const sums = rounds.get(key) ?? new Map<string, number>();
    rounds.set(key, sums);
    sums.set(subject.id, (sums.get(subject.id) ?? 0) + Number(data.marks));
  }
  const all = new Map<string, number>();
  for (const sums of rounds.values()) for (const [id, sum] of sums) all.set(id, (all.get(id) ?? 0) + sum);
  return all;
}

/** The least processor time of three tries, in ms; a new world each, so that nothing is kept from the one before. */
function least(work: (world: World) => unknown, world: World): number {
  const tries = [1, 2, 3].map(() => {
    const fresh = { ...world };
    const before = process.cpuUsage();
    work(fresh);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...tries);
}

const world = worldOf();
const rate = (rating: string) => (one: World) => {
  const { rated } = policy.rate(one, { rating: `over-${rating}`, period: '2026', asOf: '2027-01-10' });
  return rated.map(
    ({ subject, score }) => [subject.id, score?.state === 'known' ? Number(score.value) : null] as const,
  );
};
const expected = byHand(world, (day) => day);
for (const rating of ['day', 'month'])
  for (const [id, score] of rate(rating)({ ...world }))
    if (score !== expected.get(id)) throw new Error(`${id} by ${rating}: ${score}, by hand ${expected.get(id)}`);

const [byDay, byMonth] = [least(rate('day'), world), least(rate('month'), world)];
const hand = least((one) => byHand(one, (day) => day), world);
global.gc?.();
const heapBefore = process.memoryUsage().heapUsed;
rate('day')({ ...world });
const heap = (process.memoryUsage().heapUsed - heapBefore) / 2 ** 20;
const lastDay = dateOf(FIRST + DAYS - 1).toString();
console.error(
  `  ${villages} villages, ${DAYS} days to ${lastDay}: by day ${byDay.toFixed(0)} ms, by month ${byMonth.toFixed(0)} ms, by hand ${hand.toFixed(0)} ms`,
);
console.log(
  JSON.stringify({
    rounds: {
      villages,
      byDay,
      byMonth,
      hand,
      dayOverMonth: byDay / byMonth,
      dayOverHand: byDay / hand,
      heapMegabytes: heap,
    },
  }),
);
