import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from '/tmp/shim/vitest2.mjs';
import { parse } from 'yaml';
import { written } from '../../test/family.ts';
import type { Pack } from '../pack/pack.ts';
import { packSchema } from '../pack/sections.ts';
import { validate } from '../pack/validate.ts';
import type { Place, Problem } from '../problem.ts';
import { examplePacks } from '../run-example.ts';
import type { Example } from '../schema/example.ts';
import { checkPacks } from './check.ts';

type Tree = { [key: string]: unknown };
type Path = readonly string[];

/** Sections of a pack, with the schema of their parts. */
const SECTIONS = {
  obligations: packSchema.obligation,
  measures: packSchema.measure,
  assignments: packSchema.assignment,
  ratings: packSchema.rating,
  forms: packSchema.form,
  parameters: packSchema.parameter,
  localItems: packSchema['local-items'],
  adaptations: packSchema.adaptation,
} as const;
type Section = keyof typeof SECTIONS;
const KEY: Readonly<Record<Section, string>> = {
  obligations: 'obligation',
  measures: 'measure',
  assignments: 'assignment',
  ratings: 'rating',
  forms: 'form',
  parameters: 'parameter',
  localItems: 'local-items',
  adaptations: 'adaptation',
};

const FREE: ReadonlySet<string> = new Set(['id', 'title', 'source', 'clause', 'why', 'note', 'provisional', 'what']);
const seen = new Set<string>();

function* nodes(part: unknown, path: Path): Generator<readonly [Path, unknown]> {
  if (path.length > 3) yield [path, part];
  if (typeof part !== 'object' || part === null) return;
  for (const [key, inner] of Object.entries(part)) if (!FREE.has(key)) yield* nodes(inner, [...path, key]);
}

const shapeOf = (path: Path): string => path.map((key) => (/^\d+$/.test(key) ? '*' : key)).join('/');

/** The places of packs of a kind that no earlier example has. */
const freshPlaces = (packs: readonly Pack[]): (readonly [Path, unknown])[] =>
  packs
    .flatMap((pack, n) =>
      (Object.keys(SECTIONS) as Section[]).flatMap((section) =>
        pack[section].flatMap((part, i) => [...nodes(part, [`${n}`, section, `${i}`])]),
      ),
    )
    .filter(([path]) => !seen.has(shapeOf(path)) && seen.add(shapeOf(path)));

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

function withMistake(packs: readonly Pack[], [n, section, index, ...path]: Path, wrong: unknown): Found[] {
  const pack = packs[Number(n)] as Pack;
  const parts: Tree[] = structuredClone([...pack[section as Section]]) as unknown as Tree[];
  const part = parts[Number(index)] as Tree;
  const parent = path.slice(0, -1).reduce<Tree>((so, key) => so[key] as Tree, part);
  const last = path.at(-1) ?? '';
  if (wrong !== undefined) parent[last] = wrong;
  else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else delete parent[last];
  const findings = validate(SECTIONS[section as Section], part);
  if (findings.length > 0) return findings.map((one) => ({ severity: 'error', ...one }));
  const places = (of: Pack): Pack => ({ ...of, places: new Pointers(of.places) });
  const found = checkPacks(packs.with(Number(n), { ...pack, [section as Section]: parts }).map(places));
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

const SETS = [
  { of: '', folder: new URL('../../examples/', import.meta.url), read: (example: Example) => example },
  { of: 'families/', folder: new URL('../../test/families/', import.meta.url), read: written },
];

/** The packs of each example with the places that are of a new kind. */
const places = SETS.flatMap(({ of, folder, read }) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name) => {
      const examples = parse(readFileSync(new URL(name, folder), 'utf8'), { merge: true }) as Example[];
      const all = examples.flatMap((example) => {
        const packs = examplePacks([], read(example));
        const fresh = freshPlaces(packs);
        return fresh.length === 0 ? [] : [{ packs, fresh }];
      });
      return all.length === 0 ? [] : [[`${of}${name}`, all] as const];
    }),
);

/** What the check says of a value that is wrong, left out, empty, doubled, out of order or mistaken for another, at every kind of place there is. */
it.each(places)('the check says of mistakes in %s what it said, and where', async (name, all) => {
  const before = new Set<string>();
  const lines = all.flatMap(({ packs, fresh }) => {
    const names = packs.flatMap(namesOf);
    return fresh.flatMap(([path, value]) => {
      const made = (wrong: unknown) => [wrong, withMistake(packs, path, wrong)] as const;
      const mistakes = mistaken(value).map(made);
      const codes = new Set(mistakes.flatMap(([, found]) => found.map(({ code }) => code)));
      const tells = mixedUp(value, names)
        .map(made)
        .filter(([, found]) => found.some((one) => !codes.has(one.code) && !before.has(said(one))));
      return [...mistakes, ...tells].map(([wrong, found]) => told(path, wrong, found, before));
    });
  });
  const file = new URL(`../../test/told/mistakes/${name.replace('.yaml', '.txt')}`, import.meta.url);
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(file.pathname);
});

/** A mistake and what is found; sentences that were told before only by their code and place. */
function told([, ...path]: Path, wrong: unknown, found: readonly Found[], before: Set<string>): string {
  const again = found.filter((one) => before.has(said(one)));
  const first = found.filter((one) => !before.has(said(one)));
  for (const one of first) before.add(said(one));
  return [
    `${path.join('/')} = ${JSON.stringify(wrong) ?? '–'}`,
    ...first.map((one) => `${one.at}\n ${said(one)}`),
    ...again.map(({ code, at }) => `+ ${code} ${at}`),
  ].join('\n ');
}
