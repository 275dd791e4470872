/**
 * The engine side by side, in one run, with a loop written by hand for the same duties and with a general rule engine.
 * Results are compared row by row before anything is timed. Prints a table to standard error, JSON to standard output.
 */

import { toDay } from '../engine/src/day.ts';
import { compile, type Standing, type World } from '../engine/src/index.ts';
import { byHand, handColumns } from './engine/by-hand.ts';
import { lightByRules, rulesEngine } from './engine/rules-engine.ts';
import { benchPack, benchWorld, POSTINGS, VILLAGES } from './engine/world.ts';
import { median, timed, timedLater } from './figures.ts';

const AS_OF = '2026-12-20';
const asOf = toDay(AS_OF);
const policy = compile([benchPack()]);
const world = benchWorld();

/** Runs two ways alternately, so that a busy neighbour slows both. */
function sideBySide(rounds: number, a: () => unknown, b: () => unknown): [number, number] {
  const times: [number[], number[]] = [[], []];
  for (let i = 0; i < rounds; i++) {
    timed(times[0], a);
    timed(times[1], b);
  }
  return [median(times[0]), median(times[1])];
}

const keyOf = (row: Standing): string =>
  `${row.obligation} ${row.subject.id} ${row.period.key} ${row.light} ${row.need} ${row.done} ${row.awaiting} ${row.due} ${row.changesOn}`;

function assertEqual(a: readonly Standing[], b: readonly Standing[]): void {
  const [left, right] = [a.map(keyOf).toSorted(), b.map(keyOf).toSorted()];
  const at = left.findIndex((key, i) => key !== right[i]);
  if (left.length !== right.length || at !== -1) {
    throw new Error(`The two ways differ: ${left.length} and ${right.length} rows; ${left[at]} and ${right[at]}`);
  }
}

const evaluate = (of: World, more: object = {}): Standing[] => policy.evaluate(of, { asOf: AS_OF, ...more });
const standings = evaluate(world);
const columns = handColumns(world, asOf);
assertEqual(standings, byHand(columns, asOf));

const fresh = (): World => ({ ...world });
const [warm, hand] = sideBySide(
  41,
  () => evaluate(world),
  () => byHand(columns, asOf),
);
const [cold, handCold] = sideBySide(
  15,
  () => evaluate(fresh()),
  () => byHand(handColumns(fresh(), asOf), asOf),
);

const one = `p${POSTINGS >> 1}`;
const slice = (): World => ({
  ...world,
  organisations: world.organisations.filter(({ id }) => id === `v${POSTINGS >> 1}`),
  postings: world.postings.filter(({ id }) => id === one),
  facts: mine,
});
const mine = world.facts.filter(({ subject }) => subject.id === one);
const subject = { kind: 'posting', id: one } as const;
assertEqual(
  standings.filter((row) => row.subject.id === one),
  evaluate(slice(), { subjects: [subject] }),
);
const AGAIN = 200;
const [again] = sideBySide(
  11,
  () => {
    for (let i = 0; i < AGAIN; i++) evaluate(slice(), { subjects: [subject] });
  },
  () => 0,
);

const engine = rulesEngine();
const sample = standings.filter((_, i) => i % 16 === 0);
let unequal = 0;
const rulesTimes: number[] = [];
await timedLater(rulesTimes, async () => {
  for (const standing of sample) if ((await lightByRules(engine, standing, asOf)) !== standing.light) unequal++;
});
const byRules = median(rulesTimes);
if (unequal > 0) throw new Error(`${unequal} lights of the rule engine differ`);

const perStanding = (ms: number, count: number): number => (ms * 1000) / count;
const lights: Record<string, number> = {};
for (const { light } of standings) lights[light] = (lights[light] ?? 0) + 1;
const result = {
  world: { postings: POSTINGS, villages: VILLAGES, facts: world.facts.length, standings: standings.length, lights },
  fullEvaluationMs: { fromColumns: round(warm), fromNothing: round(cold) },
  standingsPerSecond: Math.round((standings.length / warm) * 1000),
  ratioToHandWrittenLoop: { fromColumns: round(warm / hand), fromNothing: round(cold / handCold) },
  handWrittenMs: { fromColumns: round(hand), fromNothing: round(handCold) },
  rulesEngine: {
    microsecondsPerLight: round(perStanding(byRules, sample.length)),
    timesSlower: round(perStanding(byRules, sample.length) / perStanding(warm, standings.length)),
    lightsCompared: sample.length,
  },
  reevaluationAfterOneEntryMs: round(again / AGAIN),
};

function round(value: number): number {
  return Number(value.toPrecision(3));
}

console.error(
  `engine: ${standings.length} standings of ${world.facts.length} entries, equal to the loop written by hand`,
);
console.error(
  `  full evaluation   ${result.fullEvaluationMs.fromColumns} ms, ${result.fullEvaluationMs.fromNothing} ms with indexing and conditions`,
);
console.error(
  `  written by hand   ${result.handWrittenMs.fromColumns} ms, ${result.handWrittenMs.fromNothing} ms with indexing`,
);
console.error(
  `  ratio             ${result.ratioToHandWrittenLoop.fromColumns} ×, ${result.ratioToHandWrittenLoop.fromNothing} ×   (aim ≤ 3)`,
);
console.error(`  json-rules-engine ${result.rulesEngine.timesSlower} × slower, given the counts   (aim ≥ 20)`);
console.error(`  one subject after one entry ${result.reevaluationAfterOneEntryMs} ms`);
console.log(JSON.stringify(result));
