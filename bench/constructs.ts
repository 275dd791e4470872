/**
 * What each construct of ratings takes for a subject as subjects become many: the first rating of each file of engine/examples, on
 * a world made of copies of its own. A step that looks at all subjects for each subject shows as a figure that grows with them.
 *   --subjects=2000,16000   the two sizes
 *   --only=rank,quota       some of the examples
 */
import { readdirSync, readFileSync } from 'node:fs';
import { exampleWorld } from '../engine/src/example-world.ts';
import type { World } from '../engine/src/index.ts';
import { readYaml } from '../engine/src/pack/read.ts';
import { examplePolicy } from '../engine/src/run-example.ts';
import type { Example } from '../engine/src/schema/example.ts';
import { copiesOf, type Growth } from './constructs/copies.ts';

const option = (name: string): string | undefined =>
  process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
const [few = 2000, many = 16_000] = (option('subjects') ?? '2000,16000').split(',').map(Number);
const only = option('only')?.split(',');
const FOLDER = new URL('../engine/examples/', import.meta.url);
/** More than this for a subject among many, against among few, is named. */
const GROWS = 2;

type Policy = ReturnType<typeof examplePolicy>;
type Query = Parameters<Policy['rate']>[1];

function spent(
  policy: Policy,
  world: World,
  query: Query,
): { readonly subjects: number; readonly steps: number; readonly micros: number } {
  const tries = Array.from({ length: 3 }, () => {
    const before = process.cpuUsage();
    const { rated } = policy.rate({ ...world }, query);
    // Steps are worked out when they are asked for, for all subjects at once.
    const steps = rated[0]?.steps.size ?? 0;
    const { user, system } = process.cpuUsage(before);
    return { subjects: rated.length, steps, micros: (user + system) / Math.max(rated.length, 1) };
  });
  return tries.reduce((best, one) => (one.micros < best.micros ? one : best));
}

function tried(file: string, growth: Growth) {
  const examples = readYaml(file, readFileSync(new URL(file, FOLDER), 'utf8')).value as Example[];
  for (const example of examples) {
    const expected = example.expect.find((one) => 'rating' in one);
    if (!expected || !('rating' in expected)) continue;
    const [policy, world] = [examplePolicy([], example), exampleWorld(example)];
    const query = { rating: expected.rating, period: String(expected.period), asOf: String(example.as_of) };
    const rated = policy.rate(world, query).rated;
    const ids = new Set(rated.map(({ subject }) => subject.id));
    const sized = (subjects: number): World =>
      copiesOf(world, Math.ceil(subjects / Math.max(rated.length, 1)), growth, ids);
    const [small, large] = [spent(policy, sized(few), query), spent(policy, sized(many), query)];
    return { few: small.micros, many: large.micros, grows: large.micros / small.micros, subjects: large.subjects };
  }
  return null;
}

const rows = readdirSync(FOLDER)
  .map((file) => file.replace(/\.yaml$/, ''))
  .filter((name) => only === undefined || only.includes(name))
  .flatMap((name) =>
    (['everything', 'subjects'] as const).flatMap((growth) => {
      const found = tried(`${name}.yaml`, growth);
      if (!found) return [];
      const mark = found.grows > GROWS ? '  ← grows' : '';
      const micros = [found.few, found.many].map((one) => one.toFixed(1).padStart(8)).join(' ');
      console.error(`  ${name.padEnd(14)} ${growth.padEnd(10)} ${micros} µs a subject (${found.subjects})${mark}`);
      return [{ construct: name, growth, ...found }];
    }),
  );
console.log(JSON.stringify({ constructs: rows }));
