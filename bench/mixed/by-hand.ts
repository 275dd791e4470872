import { Decimal, divide, settled } from '../../engine/src/decimal.ts';
import type { Fact, World } from '../../engine/src/index.ts';
import type { ByHand } from '../ratings/compare.ts';
import { CHECKS, DEFECTS, DUTIES, FAULTS } from './pack.ts';

/** What is kept of one village: counts by kind, and the entries that are looked at one by one. */
interface Village {
  readonly counts: Int32Array;
  readonly honours: Fact[];
  readonly faults: Fact[];
  points: number;
  readonly votes: Record<string, number>;
  readonly leaders: number[];
  readonly delegates: number[];
}

/** The same scheme written for itself alone: one pass over the entries, tenths as whole numbers, decimals for shares. */
export function byHand(world: World, asOf: string): Map<string, ByHand> {
  const villages = new Map<string, Village>();
  for (const { id, kind } of world.organisations) if (kind === 'village') villages.set(id, empty());
  for (const fact of world.facts) {
    const village = villages.get(fact.subject.id);
    if (village && stands(fact, asOf)) note(village, fact, asOf);
  }
  const scores = new Map<string, Decimal>();
  const townships = new Map<string, string[]>();
  for (const { id, kind, parent } of world.organisations) {
    const village = villages.get(id);
    if (kind !== 'village' || !village) continue;
    scores.set(id, scoreOf(village));
    const group = townships.get(parent ?? '');
    if (group) group.push(id);
    else townships.set(parent ?? '', [id]);
  }
  const results = new Map<string, ByHand>();
  for (const group of townships.values()) placed(group, scores, results);
  return results;
}

const empty = (): Village => ({
  counts: new Int32Array(DEFECTS + CHECKS + DUTIES),
  honours: [],
  faults: [],
  points: 0,
  votes: {},
  leaders: [],
  delegates: [],
});

const stands = ({ recordedOn, endedOn, confirmation }: Fact, asOf: string): boolean =>
  recordedOn <= asOf &&
  !(endedOn !== undefined && endedOn <= asOf) &&
  !(confirmation?.outcome === 'rejected' && confirmation.on <= asOf);

const FIRST_OF = { defect: 0, check: DEFECTS, meeting: DEFECTS + CHECKS } as const;

function note(village: Village, fact: Fact, asOf: string): void {
  const { form, date, data } = fact;
  if (form === 'deed' || form === 'breach') {
    const months = form === 'deed' ? 18 : 12;
    if (date <= asOf && endOf(date, months) > asOf) village.points += (form === 'deed' ? 1 : -1) * Number(data.points);
    return;
  }
  if (date < '2026-01-01' || date > '2026-12-31') return;
  if (form === 'honour') village.honours.push(fact);
  else if (form === 'fault') village.faults.push(fact);
  else if (form === 'leader') village.leaders.push(Number(data.marks));
  else if (form === 'delegate') village.delegates.push(Number(data.marks));
  else if (form === 'vote') {
    for (const field of ['good', 'fair', 'weak', 'bad', 'blank'])
      village.votes[field] = (village.votes[field] ?? 0) + Number(data[field]);
  } else {
    const at = FIRST_OF[form as keyof typeof FIRST_OF] + Number(String(data.kind).slice(1));
    village.counts[at] = (village.counts[at] ?? 0) + 1;
  }
}

/** The first day on which it has ended; no entry is dated after the 28th. */
function endOf(date: string, months: number): string {
  const month = Number(date.slice(5, 7)) - 1 + months;
  const year = Number(date.slice(0, 4)) + Math.floor(month / 12);
  return `${year}-${String((month % 12) + 1).padStart(2, '0')}${date.slice(7)}`;
}

function scoreOf({ counts, honours, faults, points, votes, leaders, delegates }: Village): Decimal {
  let [order, checks, duties] = [0, 0, 0];
  for (let i = 0; i < DEFECTS; i++) order += 30 - Math.min(20, 5 * (counts[i] as number));
  for (let i = 0; i < CHECKS; i++) checks += (counts[DEFECTS + i] as number) < 1 ? 0 : 20;
  for (let i = 0; i < DUTIES; i++)
    duties += Math.max(0, 50 - 12 * Math.max(0, 4 - (counts[DEFECTS + CHECKS + i] as number)));
  const work = share(order, 50, DEFECTS * 30)
    .plus(share(checks, 20, CHECKS * 20))
    .plus(share(duties, 30, DUTIES * 50));
  const conduct = honoured(honours) + faulted(faults);
  const { good = 0, fair = 0, weak = 0, bad = 0, blank = 0 } = votes;
  const ballot = divide(
    new Decimal(100 * good + 75 * fair + 30 * weak).times(14),
    new Decimal(100 * (good + fair + weak + bad + blank)),
  );
  const all = divide(settled(work).times(60), HUNDRED)
    .plus(share(conduct, 20, 400))
    .plus(divide(settled(ballot).times(10), FOURTEEN))
    .plus(divide(scored(leaders, delegates).times(10), HUNDRED));
  return settled(settled(all).plus(new Decimal(points).times('0.05')));
}

const [HUNDRED, FOURTEEN] = [new Decimal(100), new Decimal(14)];
const share = (tenths: number, weight: number, outOf: number): Decimal =>
  divide(new Decimal(tenths * weight), new Decimal(outOf));

const POINTS: Readonly<Record<string, number>> = { county: 10, prefecture: 20, province: 30 };

/** Tenths: by level, at most 3 points a month for each kind, at most 5 a kind. */
function honoured(honours: readonly Fact[]): number {
  const kinds = new Map<unknown, Map<string, number>>();
  for (const { date, data } of honours) {
    const months = kinds.get(data.kind) ?? new Map<string, number>();
    kinds.set(data.kind, months);
    const month = date.slice(0, 7);
    months.set(month, Math.min(30, (months.get(month) ?? 0) + (POINTS[String(data.level)] ?? 0)));
  }
  let sum = 0;
  for (const months of kinds.values())
    sum += Math.min(
      50,
      [...months.values()].reduce((a, b) => a + b, 0),
    );
  return sum;
}

/** Tenths left of 5 points a kind, at most 3 taken a quarter. */
function faulted(faults: readonly Fact[]): number {
  const kinds = new Map<unknown, number[]>();
  for (const { date, data } of faults) {
    const quarters = kinds.get(data.kind) ?? [0, 0, 0, 0];
    kinds.set(data.kind, quarters);
    const quarter = Math.floor((Number(date.slice(5, 7)) - 1) / 3);
    quarters[quarter] = Math.min(30, (quarters[quarter] ?? 0) + Number(data.points) * 10);
  }
  let left = FAULTS * 50;
  for (const quarters of kinds.values())
    left -= Math.min(
      50,
      quarters.reduce((a, b) => a + b, 0),
    );
  return left;
}

const mean = (marks: readonly number[]): Decimal =>
  divide(new Decimal(marks.reduce((a, b) => a + b, 0)), new Decimal(marks.length));

/** Leaders by their mean, 60; delegates without the highest and the lowest, 40. */
function scored(leaders: readonly number[], delegates: readonly number[]): Decimal {
  const middle = delegates.toSorted((a, b) => a - b).slice(1, -1);
  return settled(divide(mean(leaders).times(60), HUNDRED).plus(divide(mean(middle).times(40), HUNDRED)));
}

/** Places of a township, and its first class within three tenths; equals at the border are out. */
function placed(group: readonly string[], scores: ReadonlyMap<string, Decimal>, results: Map<string, ByHand>): void {
  const score = (id: string): Decimal => scores.get(id) as Decimal;
  const sorted = group.toSorted((a, b) => score(b).comparedTo(score(a)));
  const room = Math.floor(group.length * 0.3);
  const firsts = sorted.filter((id) => score(id).gte(65));
  const border = firsts[room];
  let place = 0;
  sorted.forEach((id, index) => {
    const before = sorted[index - 1];
    if (before === undefined || !score(before).eq(score(id))) place = index + 1;
    const isFirst = score(id).gte(65) && (border === undefined || score(id).gt(score(border)));
    const grade = isFirst ? 'first' : score(id).gte(58) ? 'second' : 'third';
    results.set(id, { score: score(id).toFixed(), grade, place });
  });
}
