/**
 * How much of the packs' ratings is worked out for all subjects in one pass, and which constructs still go subject by subject:
 * every step of every rating, on the world of a pack's own example.
 *   --packs=weinan,xishui
 */
import { readdirSync, readFileSync } from 'node:fs';
import { exampleWorld } from '../engine/src/example-world.ts';
import { compile, loadPack, type Pack, type PackFile } from '../engine/src/index.ts';
import { joinPacks } from '../engine/src/join.ts';
import { startRun } from '../engine/src/measure/run.ts';
import { getRating } from '../engine/src/rating/compile.ts';
import { ratingPeriod } from '../engine/src/rating/period.ts';
import { openSheet } from '../engine/src/rating/sheet.ts';
import { indexOf } from '../engine/src/world-index.ts';

const PACKS = new URL('../packs/', import.meta.url);
const asked = process.argv.find((word) => word.startsWith('--packs='))?.slice('--packs='.length);
const names = asked?.split(',') ?? ['shenxian', 'xishui', 'district-appraisal', 'hangjin-dispatch', 'weinan'];

function read(name: string): Pack {
  const folder = new URL(`${name}/`, PACKS);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .map((path): PackFile => ({ path, text: readFileSync(new URL(path, folder), 'utf8') }));
  const { pack, problems } = loadPack(files);
  if (!pack) throw new Error(`${name}: ${problems[0]?.words.en}`);
  return pack;
}

interface Count {
  quick: number;
  slow: number;
}

/** How many steps of each construct of a pack have a quick way; a step of values other than numbers has none. */
function counted(name: string): Map<string, Count> {
  const packs = [read('national-base'), read(name)];
  const [parts, policy] = [joinPacks(packs), compile(packs)];
  const counts = new Map<string, Count>();
  for (const { id } of packs[1]?.ratings ?? []) {
    const example = packs[1]?.examples.find(({ expect }) => expect.some((one) => 'rating' in one && one.rating === id));
    const expected = example?.expect.find((one) => 'rating' in one && one.rating === id);
    if (!example || !expected || !('rating' in expected)) continue;
    const [rating, asOf] = [getRating(parts, id), example.as_of];
    const period = ratingPeriod(rating.rating, expected.period);
    if (!period) continue;
    const world = exampleWorld(example);
    const run = startRun(parts, indexOf(world), (obligation, from, _to, on) =>
      policy.evaluate(world, { obligations: [obligation], from, asOf: on }),
    );
    const sheet = openSheet({ parts, rating: id, period, asOf, run });
    for (const { construct, run: step } of rating.steps.values()) {
      const count = counts.get(construct) ?? { quick: 0, slow: 0 };
      counts.set(construct, count);
      if ((step.micros?.(sheet) ?? null) === null) count.slow++;
      else count.quick++;
    }
  }
  return counts;
}

for (const name of names) {
  const counts = [...counted(name)].sort(([, a], [, b]) => b.slow - a.slow);
  const sum = (key: keyof Count): number => counts.reduce((so, [, count]) => so + count[key], 0);
  const slow = counts
    .filter(([, count]) => count.slow > 0)
    .map(([key, { quick, slow }]) => `${key} ${slow}/${quick + slow}`);
  console.error(
    `  ${name}: ${sum('quick')} of ${sum('quick') + sum('slow')} steps in one pass; by subject: ${slow.join(', ')}`,
  );
  console.log(JSON.stringify({ pack: name, constructs: Object.fromEntries(counts) }));
}
