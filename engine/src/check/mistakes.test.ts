import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { examplePackFiles } from '../example-pack.ts';
import { loadPack } from '../pack/load.ts';
import type { Pack } from '../pack/pack.ts';
import { packSchema } from '../pack/sections.ts';
import { validate } from '../pack/validate.ts';
import type { Place, Problem } from '../problem.ts';
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
const KEY = { obligations: 'obligation', measures: 'measure', assignments: 'assignment', ratings: 'rating' } as const;

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
  if (typeof value === 'number') return [0, -1, 1000, undefined];
  if (typeof value === 'boolean') return [!value, undefined];
  if (Array.isArray(value)) return [[], [...value, value[0]], value.toReversed(), undefined];
  return typeof value === 'string' ? ['nowhere', '', undefined] : [undefined];
}

const idsOf = (parts: readonly { readonly id: string }[] = []): string[] => parts.map(({ id }) => id);

/** Names that may be mistaken for one another. */
const namesOf = ({ kinds, forms, measures, parameters, ratings }: Pack): string[][] => [
  kinds.flatMap(({ units }) => [...idsOf(units), 'share']),
  kinds.flatMap(({ organisations }) => idsOf(organisations)),
  idsOf(forms),
  ...forms.map(({ fields }) => idsOf(fields)),
  idsOf(measures),
  idsOf(parameters),
  ...ratings.map(({ steps }) => idsOf(steps)),
  ...ratings.map(({ scales = [] }) => scales.flatMap(({ grades }) => idsOf(grades))),
];

const mixedUp = (value: unknown, names: readonly (readonly string[])[]): string[] => {
  const alike = names.flatMap((sort) => (sort.some((name) => name === value) ? sort : []));
  return [...new Set(alike)].filter((name) => name !== value);
};

interface Found extends Pick<Problem, 'code' | 'words' | 'wayOut'> {
  readonly severity: string;
  readonly at: string;
}

/** Says of each value where it stands by its pointer. */
class Pointers extends Map<string, Place> {
  override get = (key: string): Place => ({ path: key, line: 1, column: 1 });
}

function withMistake(pack: Pack, [section, index, ...path]: Path, wrong: unknown): Found[] {
  const parts: Tree[] = structuredClone([...pack[section as Section]]) as unknown as Tree[];
  const part = parts[Number(index)] as Tree;
  const parent = path.slice(0, -1).reduce<Tree>((so, key) => so[key] as Tree, part);
  const last = path.at(-1) ?? '';
  if (wrong !== undefined) parent[last] = wrong;
  else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else delete parent[last];
  const findings = validate(SECTIONS[section as Section], part);
  if (findings.length > 0) return findings.map((one) => ({ severity: 'error', ...one }));
  const places = new Pointers(pack.places);
  const found = checkPacks([{ ...pack, places, [section as Section]: parts }]);
  const own = `${KEY[section as Section]}:${String(part.id)}`;
  return found.map(({ path, ...one }) => {
    if (!path.startsWith(own)) return { ...one, at: path };
    const at = path.slice(own.length);
    if (!stands(part, at)) throw new Error(`${one.code} is found at ${at}, where nothing is written`);
    return { ...one, at };
  });
}

/** Whether something is written at a pointer, around it where a key is missing, or the text of a formula is. */
function stands(part: unknown, pointer: string): boolean {
  const path = pointer.replace(/#key$/, '').split('/').slice(1, -1);
  const around = path.reduce(
    (so: unknown, key) => (typeof so === 'string' ? so : (so as Tree | undefined)?.[key]),
    part,
  );
  return around !== undefined && around !== null;
}

const said = ({ severity, code, words, wayOut }: Found): string =>
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

/** What the check says of a value that is wrong, left out, empty, doubled, out of order or mistaken for another, at every kind of place there is. */
it.each(places)('the check says of mistakes in %s what it said, and where', async (name, fresh) => {
  const pack = packOf(name) as Pack;
  const names = namesOf(pack);
  const before = new Set<string>();
  const block = (path: Path, wrong: unknown, found: readonly Found[]): string => {
    const [again, first] = [
      found.filter((one) => before.has(said(one))),
      found.filter((one) => !before.has(said(one))),
    ];
    for (const one of first) before.add(said(one));
    return [
      `${path.join('/')} = ${JSON.stringify(wrong) ?? '–'}`,
      ...first.map((one) => `${one.at}\n ${said(one)}`),
      ...again.map(({ code, at }) => `+ ${code} ${at}`),
    ].join('\n ');
  };
  const lines = fresh.flatMap(([path, value]) => {
    const mistakes = mistaken(value).map((wrong) => [wrong, withMistake(pack, path, wrong)] as const);
    const codes = new Set(mistakes.flatMap(([, found]) => found.map(({ code }) => code)));
    const mixed = mixedUp(value, names).map((wrong) => [wrong, withMistake(pack, path, wrong)] as const);
    const tells = mixed.filter(([, found]) => found.some((one) => !codes.has(one.code) && !before.has(said(one))));
    return [...mistakes, ...tells].map(([wrong, found]) => block(path, wrong, found));
  });
  const file = new URL(`../../test/told/mistakes/${name.replace('.yaml', '.txt')}`, import.meta.url);
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(file.pathname);
});
