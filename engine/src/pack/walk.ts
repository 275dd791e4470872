import { probably } from '../nearest.ts';
import type { Finding } from '../problem.ts';
import { rightLevel } from './right-level.ts';
import { escapePointer, isRecord, type JsonSchema, resolve, saidOf, type Walk } from './schema-shape.ts';
import {
  asGroup,
  asList,
  emptyGroup,
  missingKey,
  openChoice,
  outOfRange,
  unknownKey,
  wrongLength,
  wrongPattern,
  wrongType,
} from './schema-words.ts';
import { patternHint } from './text-words.ts';
import { flatten, meant, nameOf, rivalKeys, type Told, wholeWay } from './union.ts';

/** Walks a value along its schema and reports each place where they part. */
export function walk(given: JsonSchema, value: unknown, state: Walk): void {
  const { schema, walk: here } = resolve(given, state);
  if (schema.anyOf)
    return walkUnion(schema.anyOf, value, here, { said: saidOf(schema), meaning: schema.choice?.options });
  if (schema.const !== undefined) {
    if (value !== schema.const) here.report(wrongType(here.at, value, [JSON.stringify(schema.const)]));
    return;
  }
  if (schema.type === 'object') return walkObject(schema, value, here);
  if (schema.type === 'array') return walkArray(schema, value, here);
  walkScalar(schema, value, here);
}

/** Whether a value fits, without saying why not. */
function fits(schema: JsonSchema, value: unknown, state: Walk): boolean {
  let ok = true;
  walk(schema, value, { ...state, report: () => (ok = false) });
  return ok;
}

/** Judges the branch the author most likely meant. "Must match a schema in anyOf" would help nobody. */
function walkUnion(anyOf: readonly JsonSchema[], value: unknown, here: Walk, told: Told): void {
  const branches = anyOf.flatMap((branch) => flatten(branch, here));
  if (branches.some((branch) => fits(branch, value, here))) return;
  const choice = meant(branches, value, here, told);
  if ('code' in choice) here.report(choice);
  else walk(choice, value, { ...here, rivals: rivalKeys(choice, branches) });
}

function walkObject(schema: JsonSchema, value: unknown, here: Walk): void {
  const properties = schema.properties ?? {};
  const names = Object.keys(properties);
  if (!isRecord(value)) {
    if (schema.bilingual) return here.report(wrongType(here.at, value, ['string']));
    return here.report(wrongType(here.at, value, ['object'], asGroup(value, names, schema.required ?? [])));
  }
  if (Object.keys(value).length < (schema.minProperties ?? 0)) return here.report(emptyGroup(here.at, names));
  const patterns = Object.entries(schema.patternProperties ?? {});
  const schemaOf = (key: string): JsonSchema | undefined =>
    properties[key] ?? patterns.find(([pattern]) => new RegExp(pattern).test(key))?.[1];
  const absent = names.filter((name) => !(name in value));
  const closed = schema.additionalProperties === false || patterns.length > 0;
  const strange = closed ? Object.keys(value).filter((key) => !schemaOf(key)) : [];
  const found: Finding[] = [];
  const report = (finding: Finding): number => found.push(finding);
  for (const [key, child] of Object.entries(value)) {
    const at = `${here.at}/${escapePointer(key)}`;
    const known = schemaOf(key);
    if (known)
      walk(known, child, {
        ...here,
        at,
        above: [...names, ...(here.above ?? [])],
        elsewhere: strange,
        rivals: NONE,
        report,
      });
    else if (closed) report(unknownKey(at, key, absent, patterns[0]?.[0], rightLevel(key, properties, value, here)));
  }
  // A key that is misspelt, or stands at another level, is told once: where it stands.
  const told = new Set([
    ...strange.map((key) => probably(key, absent)),
    ...misplaced(found),
    ...(here.elsewhere ?? []),
  ]);
  const missed = (schema.required ?? []).filter((key) => !(key in value) && !told.has(key));
  for (const finding of [...missed.map((key) => missing(here.at, key, properties[key], here)), ...found])
    here.report(finding);
}

const NONE: ReadonlyMap<string, string> = new Map();

/** The keys that were found further in, where they do not belong. */
const misplaced = (found: readonly Finding[]): string[] =>
  found.flatMap(({ code, at }) => (code === 'unknown-key' ? [at.replace(/#key$/, '').split('/').at(-1) ?? ''] : []));

/** A question left open is answered from its list; any other key is described. */
function missing(at: string, key: string, schema: JsonSchema | undefined, here: Walk): Finding {
  if (!schema?.choice) {
    const branches = schema ? flatten(schema, here) : [];
    const plain = branches.every((branch) => branch.const === undefined && branch.type !== 'object');
    return missingKey(at, key, schema && saidOf(schema), plain ? [] : branches.map(wholeWay));
  }
  const others = (schema.anyOf ?? [])
    .flatMap((branch) => flatten(branch, here))
    .filter((one) => one.const === undefined);
  return openChoice(at, key, schema.choice, others.map(nameOf));
}

function walkArray(schema: JsonSchema, value: unknown, here: Walk): void {
  if (!Array.isArray(value)) {
    const ofGroups = schema.items !== undefined && flatten(schema.items, here).every(({ type }) => type === 'object');
    return here.report(wrongType(here.at, value, ['array'], asList(value, ofGroups)));
  }
  if (value.length < (schema.minItems ?? 0) || value.length > (schema.maxItems ?? Number.POSITIVE_INFINITY)) {
    here.report(wrongLength(here.at, value.length, schema.minItems, schema.maxItems));
  }
  const items = schema.items;
  if (items) value.forEach((child, index) => walk(items, child, { ...here, at: `${here.at}/${index}` }));
}

function walkScalar(schema: JsonSchema, value: unknown, here: Walk): void {
  if (!isOfType(schema.type, value)) {
    const hint = typeof value === 'string' ? null : patternHint(value, schema.pattern);
    return here.report(wrongType(here.at, value, [schema.type ?? 'value'], hint));
  }
  if (typeof value === 'string') {
    const short = value.length < (schema.minLength ?? 0);
    if (short || (schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(value))) {
      here.report(wrongPattern(here.at, value, saidOf(schema), schema.pattern));
    }
  }
  if (typeof value === 'number') {
    const { minimum: low, maximum: high, exclusiveMinimum: above } = schema;
    const tooLow = value < (low ?? value) || (above !== undefined && value <= above);
    if (tooLow || value > (high ?? value)) here.report(outOfRange(here.at, value, { low, high, above }));
  }
}

function isOfType(type: string | undefined, value: unknown): boolean {
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'null') return value === null;
  return type === undefined || typeof value === type;
}
