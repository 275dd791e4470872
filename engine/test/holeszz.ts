import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '/tmp/shim/vitest2.mjs';
import { parse } from 'yaml';
import { exampleWorld } from '../src/example-world.ts';
import {
  checkPacks,
  compile,
  type Example,
  type Pack,
  type Policy,
  type RatingQuery,
  type World,
} from '../src/index.ts';
import { packSchema } from '../src/pack/sections.ts';
import { validate } from '../src/pack/validate.ts';
import { examplePacks } from '../src/run-example.ts';
import type { Rating } from '../src/schema/rating.ts';
import { unreadable } from './readable.ts';
import { below, exactly } from './telling/sentences.ts';

type Tree = { [key: string]: unknown };
type Path = readonly string[];

const folder = new URL('../examples/', import.meta.url);
const words = { 'zh-CN': '未定之数', en: 'The open number' };
const HOLE = {
  id: 'open.number',
  title: words,
  role: 'target',
  values: {},
  source: { document: '–' },
} as const;

function* numbers(part: unknown, path: Path = []): Generator<Path> {
  if (typeof part === 'number') yield path;
  if (typeof part !== 'object' || part === null) return;
  for (const [key, inner] of Object.entries(part)) yield* numbers(inner, [...path, key]);
}

/** The pack with a parameter that is not set in the place of a number of a rating; null where none may stand. */
function withHole(pack: Pack, index: number, path: Path): Pack | null {
  const rating = structuredClone(pack.ratings[index]) as unknown as Tree;
  const parent = path.slice(0, -1).reduce<Tree>((so, key) => so[key] as Tree, rating);
  parent[path.at(-1) ?? ''] = { parameter: HOLE.id };
  if (validate(packSchema.rating, rating).length > 0) return null;
  const ratings = pack.ratings.with(index, { provisional: words, ...rating } as unknown as Rating);
  const units = [...pack.kinds.flatMap(({ units: all = [] }) => all.map(({ id }) => id)), 'share'];
  const tried = units.map((unit): Pack => ({ ...pack, ratings, parameters: [...pack.parameters, { ...HOLE, unit }] }));
  return tried.find((one) => !checkPacks([one]).some(({ severity }) => severity === 'error')) ?? null;
}

interface Asked {
  readonly policy: Policy;
  readonly world: World;
  readonly query: RatingQuery;
}

/** Every value of a rating, and what follows from it. */
function valuesOf({ policy, world, query }: Asked): Map<string, string> {
  return new Map(
    policy
      .rate(world, query)
      .rated.flatMap(({ subject, steps, consequences }) => [
        ...[...steps].map(([id, value]) => [`${subject.id} ${id}`, exactly(value)] as const),
        [`${subject.id} =>`, consequences.map(({ id, state }) => `${id} ${state}`).join(', ')] as const,
      ]),
  );
}

function holesOf(example: Example): string[] {
  const packs = examplePacks([], example);
  const pack = packs.at(-1);
  const asked = example.expect.find((one) => 'rating' in one);
  if (!pack || !asked || packs.length > 1) return [];
  const query = { rating: asked.rating, period: asked.period, asOf: example.as_of };
  const world = exampleWorld(example);
  const before = valuesOf({ policy: compile(packs), world, query });
  return pack.ratings.flatMap(({ id, steps }, index) =>
    [...numbers(steps, ['steps'])].flatMap((path) => {
      const open = withHole(pack, index, path);
      if (open === null) return [];
      const policy = compile([open]);
      const after = valuesOf({ policy, world, query });
      for (const { subject } of policy.rate(world, query).rated)
        expect(unreadable(policy.explainRating(world, { ...query, subject })), path.join('/')).toEqual([]);
      const changed = [...after].filter(([key, value]) => before.get(key) !== value);
      return [
        `${id}/${path.join('/')}`,
        ...below(changed.map(([key, value]) => `${key}: ${before.get(key)} → ${value}`)),
      ];
    }),
  );
}

const files = readdirSync(folder).filter((name) => /^ {4}ratings:/m.test(readFileSync(new URL(name, folder), 'utf8')));

/** What a rating comes to while one of its numbers is not set: not known, or what the pack chose for what is missing, never nought. */
test.each(files)('numbers that are not set leave open in %s what they left open', async (name) => {
  const examples = parse(readFileSync(new URL(name, folder), 'utf8'), { merge: true }) as Example[];
  const [first] = examples.filter(({ expect: all }) => all.some((one) => 'rating' in one));
  const lines = first === undefined ? [] : holesOf(first);
  const file = new URL(`told/holes/${name.replace('.yaml', '.txt')}`, import.meta.url);
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(file.pathname);
});
