/**
 * A scheme of 60 items rated by the engine, by a loop written for it alone, and by two general rule engines, in one run. Results are
 * compared subject by subject before anything is timed. Then the villages of the nation, county by county through one process.
 *
 * What the loop by hand leaves out: entries without a kind, points that are no tenths, an item that is not known, explanations. The
 * scheme has deductions for each occurrence, pass or fail, shortfalls, totals, weights, bands and places: what general engines can
 * say. `mixed` has the rest: awards with caps, ledger, ballots, scorers, quotas.
 *
 * Times are processor time of all threads, so that the garbage collector's helpers count and a busy neighbour does not; memory is
 * cleared before each run of many subjects, for either way. A second of it is a second of one core.
 *
 *   --villages=1000,100000   sizes of the first part
 *   --counties=2900          counties of the second (213 villages each; 618,000 in all)
 */
import { compile } from '../engine/src/index.ts';
import { cpuSince, median, timed, timedLater } from './figures.ts';
import { byHand } from './ratings/by-hand.ts';
import { byEngine, QUERY } from './ratings/compare.ts';
import { countsOf } from './ratings/counts.ts';
import { publicodesEngine, scoreByPublicodes } from './ratings/publicodes.ts';
import { ratingRules, scoreByRules } from './ratings/rules-engine.ts';
import { sideBySide, tell } from './ratings/side-by-side.ts';
import { benchPack, benchWorld, ITEMS } from './ratings/world.ts';

const option = (name: string, otherwise: string): number[] => {
  const given = process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
  return (given ?? otherwise).split(',').map(Number);
};
const VILLAGES_OF_A_COUNTY = 213;
const policy = compile([benchPack()]);
const round = (value: number): number => Number(value.toPrecision(3));

/** Microseconds a subject of the engines for general rules, given the counts, against ours, which counts itself. */
async function againstRuleEngines() {
  const world = benchWorld(300);
  const counts = [...countsOf(world)];
  const ours = byEngine(policy, world);
  const [codes, rules] = [publicodesEngine(), ratingRules()];
  for (const [id, given] of counts) {
    const score = Number(ours.get(id)?.[0]);
    const others = [scoreByPublicodes(codes, given), await scoreByRules(rules, given)];
    for (const other of others) if (Math.abs(other - score) > 1e-9) throw new Error(`${id}: ${score} and ${other}`);
  }
  const times = { ours: [] as number[], codes: [] as number[], rules: [] as number[] };
  for (let i = 0; i < 5; i++) {
    timed(times.ours, () => policy.rate({ ...world }, QUERY));
    timed(times.codes, () => counts.forEach(([, given]) => scoreByPublicodes(codes, given)));
    await timedLater(times.rules, async () => {
      for (const [, given] of counts) await scoreByRules(rules, given);
    });
  }
  const [engine, publicodes, rulesEngine] = [times.ours, times.codes, times.rules].map(median) as [
    number,
    number,
    number,
  ];
  return { publicodesTimesSlower: round(publicodes / engine), jsonRulesEngineTimesSlower: round(rulesEngine / engine) };
}

/** Every village of the nation for one year: a county's world is read, rated and let go. */
function nation(counties: number) {
  const before = process.memoryUsage().rss;
  let [rating, villages, peak] = [0, 0, 0];
  for (let i = 0; i < counties; i++) {
    const world = benchWorld(VILLAGES_OF_A_COUNTY, i + 1);
    const start = process.cpuUsage();
    villages += policy.rate(world, QUERY).rated.filter(({ score }) => score?.state === 'known').length;
    rating += cpuSince(start);
    peak = Math.max(peak, process.memoryUsage().rss);
  }
  return {
    counties,
    villages,
    items: villages * ITEMS,
    seconds: round(rating / 1000),
    itemsPerSecond: Math.round((villages * ITEMS * 1000) / rating),
    peakMemoryMB: Math.round(peak / 1e6),
    growthMB: Math.round((peak - before) / 1e6),
  };
}

const counties = option('counties', '2900')[0] ?? 2900;
const stream = nation(counties);
const sizes = option('villages', '1000,100000').map((villages) =>
  sideBySide(policy, benchWorld(villages), ITEMS, byHand),
);
const general = await againstRuleEngines();
console.error(`ratings: ${ITEMS} items a subject, equal to the loop written by hand (aim ≤ 3 ×)`);
for (const one of sizes) tell(one);
console.error(
  `  json-rules-engine ${general.jsonRulesEngineTimesSlower} ×, publicodes ${general.publicodesTimesSlower} × slower (aim ≥ 20)`,
);
console.error(
  `  the nation: ${stream.villages} villages in ${stream.seconds} s of one core, ${stream.itemsPerSecond} items a second, ${stream.peakMemoryMB} MB at most`,
);
console.log(JSON.stringify({ ratings: { sizes, general, nation: stream } }));
