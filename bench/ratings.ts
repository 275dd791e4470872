/**
 * A scheme of 60 items rated by the engine and by a loop written for it alone, in one run. Results are compared subject by
 * subject before anything is timed. Prints a table to standard error, JSON to standard output; `--villages=1000,100000`.
 */
import { compile, valueToJson, type World } from '../engine/src/index.ts';
import { median } from './figures.ts';
import { byHand } from './ratings/by-hand.ts';
import { benchPack, benchWorld, ITEMS } from './ratings/world.ts';

const asked = process.argv.find((word) => word.startsWith('--villages='))?.slice('--villages='.length);
const SIZES = (asked ?? '1000,100000').split(',').map(Number);
const AS_OF = '2026-12-31';
const QUERY = { rating: 'year', period: '2026', asOf: AS_OF };
const policy = compile([benchPack()]);

function compare(world: World): void {
  const hand = byHand(world, AS_OF);
  const { rated } = policy.rate(world, QUERY);
  if (rated.length !== hand.size) throw new Error(`${rated.length} subjects by the engine, ${hand.size} by hand`);
  for (const { subject, score, grade, place } of rated) {
    const said = [score, grade, place].map((value) => {
      const json = value && valueToJson(value);
      return json?.state === 'known' ? json.value : json?.state;
    });
    const other = hand.get(subject.id);
    if (said.join() !== [other?.score, other?.grade, other?.place].join()) {
      throw new Error(
        `${subject.id}: ${said.join()} by the engine, ${[other?.score, other?.grade, other?.place].join()} by hand`,
      );
    }
  }
}

const report = SIZES.map((villages) => {
  const world = benchWorld(villages);
  compare(world);
  const rounds = villages > 20_000 ? 5 : 21;
  const times = { indexed: [] as number[], fresh: [] as number[], hand: [] as number[] };
  const timed = (into: number[], work: () => unknown): void => {
    const start = performance.now();
    work();
    into.push(performance.now() - start);
  };
  for (let i = 0; i < rounds; i++) {
    timed(times.indexed, () => policy.rate(world, QUERY));
    // A world is indexed once per object: a new object makes the engine read all entries again.
    timed(times.fresh, () => policy.rate({ ...world }, QUERY));
    timed(times.hand, () => byHand(world, AS_OF));
  }
  const [indexed, fresh, hand] = [median(times.indexed), median(times.fresh), median(times.hand)];
  return {
    villages,
    entries: world.facts.length,
    engineMs: { indexed: Math.round(indexed), fromNothing: Math.round(fresh) },
    handMs: Math.round(hand),
    ratio: { indexed: Number((indexed / hand).toFixed(2)), fromNothing: Number((fresh / hand).toFixed(2)) },
    itemsPerSecond: Math.round((villages * ITEMS * 1000) / indexed),
  };
});

console.error(`ratings: ${ITEMS} items a subject, equal to the loop written by hand (aim ≤ 3 ×)`);
for (const { villages, engineMs, handMs, ratio, itemsPerSecond } of report) {
  console.error(
    `  ${villages} subjects: ${engineMs.indexed} ms, ${engineMs.fromNothing} ms with indexing; by hand ${handMs} ms`,
  );
  console.error(`    ${ratio.indexed} ×, ${ratio.fromNothing} × with indexing; ${itemsPerSecond} items a second`);
}
console.log(JSON.stringify({ ratings: report }));
