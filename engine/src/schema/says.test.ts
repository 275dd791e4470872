import { expect, test } from 'vitest';
import { isRecord, type JsonSchema } from '../pack/schema-shape.ts';
import { packSchema } from '../pack/sections.ts';
import type { Words } from '../value.ts';

interface Place {
  readonly path: string;
  readonly schema: JsonSchema;
  /** Whether it stands under a key an author writes. */
  readonly key: boolean;
}

/** Every schema of the pack language once, with the path to it. */
function placesOf(root: JsonSchema, path: string, key: boolean, seen: Set<string>): Place[] {
  const text = JSON.stringify(root);
  if (seen.has(text)) return [];
  seen.add(text);
  const below = (schema: unknown, at: string, own = false): Place[] =>
    isRecord(schema) ? placesOf(schema as JsonSchema, at, own, seen) : [];
  return [
    { path, schema: root, key },
    ...Object.entries(root.properties ?? {}).flatMap(([name, schema]) => below(schema, `${path}.${name}`, true)),
    ...Object.values(root.patternProperties ?? {}).flatMap((schema) => below(schema, `${path}.*`)),
    ...(root.anyOf ?? []).flatMap((schema) => below(schema, path)),
    ...below(root.items, `${path}[]`),
    ...Object.entries(root.$defs ?? {}).flatMap(([name, schema]) => below(schema, name)),
  ];
}

const seen = new Set<string>();
const places = Object.entries(packSchema).flatMap(([name, schema]) =>
  placesOf(schema as JsonSchema, name, false, seen),
);

const wordsOf = ({ schema }: Place): readonly Words[] => [
  ...(schema.says ? [schema.says] : []),
  ...(schema.choice ? [schema.choice.question, ...Object.values(schema.choice.options)] : []),
];

test('every key of the pack language says what it is for', () => {
  expect(places.length).toBeGreaterThan(800);
  expect(places.filter((place) => place.key && wordsOf(place).length === 0).map(({ path }) => path)).toEqual([]);
});

test('whatever is said is said with says(zh, en), in Chinese and in English', () => {
  const quoted = /`[^`]*`|[≥≤<>=]/g;
  const wrong = places.filter(
    (place) =>
      place.schema.description !== undefined ||
      wordsOf(place).some(
        (words) =>
          (!/\p{Script=Han}/u.test(words['zh-CN']) && words['zh-CN'].replace(quoted, '') !== '') ||
          /\p{Script=Han}/u.test(words.en.replace(quoted, '')) ||
          words.en === '',
      ),
  );
  expect(wrong.map(({ path }) => path)).toEqual([]);
});
