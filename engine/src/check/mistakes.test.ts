import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { examplePackFiles } from '../example-pack.ts';
import { loadPack } from '../pack/load.ts';
import type { Pack } from '../pack/pack.ts';
import { packSchema } from '../pack/sections.ts';
import { validate } from '../pack/validate.ts';
import type { Finding, Problem } from '../problem.ts';
import { checkPacks } from './check.ts';

type Tree = { [key: string]: unknown };
type Path = readonly string[];

/** Sections of a pack, with the schema of their parts. */
const SECTIONS = {
  obligations: packSchema.obligation,
  measures: packSchema.measure,
  assignments: packSchema.assignment,
  ratings: packSchema.rating,
} as const;
type Section = keyof typeof SECTIONS;

const FREE: ReadonlySet<string> = new Set(['id', 'title', 'source', 'clause', 'why', 'note', 'provisional', 'what']);
const folder = new URL('../../examples/', import.meta.url);
const told = new Set<string>();

function* nodes(part: unknown, path: Path): Generator<readonly [Path, unknown]> {
  if (path.length > 2) yield [path, part];
  if (typeof part !== 'object' || part === null) return;
  for (const [key, inner] of Object.entries(part)) if (!FREE.has(key)) yield* nodes(inner, [...path, key]);
}

const shapeOf = (path: Path): string => path.map((key) => (/^\d+$/.test(key) ? '*' : key)).join('/');

/** The places of a pack of a kind that no earlier example has. */
const freshPlaces = (pack: Pack): (readonly [Path, unknown])[] =>
  (Object.keys(SECTIONS) as Section[])
    .flatMap((section) => pack[section].flatMap((part, i) => [...nodes(part, [section, `${i}`])]))
    .filter(([path]) => !told.has(shapeOf(path)) && told.add(shapeOf(path)));

/** What a value may be by mistake; undefined where it is left out. */
function mistaken(value: unknown): unknown[] {
  if (typeof value === 'number') return [0, -1, undefined];
  if (typeof value === 'boolean') return [!value, undefined];
  if (Array.isArray(value)) return [[], [...value, value[0]], value.toReversed(), undefined];
  return typeof value === 'string' ? ['nowhere', '', undefined] : [undefined];
}

function withMistake(pack: Pack, [section, index, ...path]: Path, wrong: unknown): readonly (Finding | Problem)[] {
  const parts: Tree[] = structuredClone([...pack[section as Section]]) as unknown as Tree[];
  const part = parts[Number(index)] as Tree;
  const parent = path.slice(0, -1).reduce<Tree>((so, key) => so[key] as Tree, part);
  const last = path.at(-1) ?? '';
  if (wrong !== undefined) parent[last] = wrong;
  else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else delete parent[last];
  const findings = validate(SECTIONS[section as Section], part);
  return findings.length > 0 ? findings : checkPacks([{ ...pack, [section as Section]: parts }]);
}

const said = ({ severity = 'error', code, words, wayOut }: Finding | Problem): string =>
  [`${severity} ${code}`, words['zh-CN'], words.en, `→ ${wayOut['zh-CN']}`, `→ ${wayOut.en}`].join('\n  ');

function packOf(name: string): Pack | null {
  const examples = parse(readFileSync(new URL(name, folder), 'utf8'), { merge: true }) as { pack?: Tree }[];
  const pack = examples.find((one) => one.pack)?.pack;
  return pack === undefined || 'above' in pack ? null : loadPack(examplePackFiles(pack)).pack;
}

const places = readdirSync(folder).flatMap((name) => {
  const pack = packOf(name);
  const fresh = pack === null ? [] : freshPlaces(pack);
  return fresh.length === 0 ? [] : [[name, fresh] as const];
});

/** What the check says of a value that is wrong, left out, empty, doubled or out of order, at every kind of place there is. */
it.each(places)('the check says of mistakes in %s what it said', async (name, fresh) => {
  const pack = packOf(name) as Pack;
  const before = new Set<string>();
  const lines = fresh.flatMap(([path, value]) =>
    mistaken(value).map((wrong) => {
      const found = withMistake(pack, path, wrong).map(said);
      const first = found.filter((one) => !before.has(one) && before.add(one));
      const again = found.length - first.length;
      return [
        `${path.join('/')} = ${JSON.stringify(wrong) ?? '–'}`,
        ...first,
        ...(again > 0 ? [`+ ${again}`] : []),
      ].join('\n ');
    }),
  );
  const file = new URL(`../../test/told/mistakes/${name.replace('.yaml', '.txt')}`, import.meta.url);
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(file.pathname);
});
