import { nearest } from '../nearest.ts';
import { noBranch, wrongOption } from './schema-words.ts';
import { fits, isRecord, type JsonSchema, resolve, type Walk, walk } from './walk.ts';

/**
 * Reports against the branch the author most likely meant: the one whose discriminating key or
 * constant is present. "Must match a schema in anyOf" would help nobody.
 */
export function walkUnion(
  branches: readonly JsonSchema[],
  value: unknown,
  here: Walk,
  description: string | undefined,
): void {
  const flat = branches.flatMap((branch) => flatten(branch, here));
  if (flat.some((branch) => fits(branch, value, here))) return;
  if (isRecord(value) && reportWrongConstant(flat, value, here)) return;
  const meant = isRecord(value)
    ? meantBranch(flat, value)
    : flat.find((branch) => branch.const === undefined && branch.pattern === undefined && sameKind(branch, value));
  if (meant) return walk(meant, value, here);
  const options = flat.flatMap((branch) => (branch.const === undefined ? [] : [String(branch.const)]));
  if (typeof value === 'string' && options.length > 0) return here.report(wrongOption(here.at, value, options));
  here.report(noBranch(here.at, value, flat.map(nameOf), description));
}

/** Where every branch tells itself apart by a constant under one key (`type`), a wrong constant is what is wrong. */
function reportWrongConstant(branches: readonly JsonSchema[], value: Record<string, unknown>, here: Walk): boolean {
  const objects = branches.filter((branch) => branch.type === 'object');
  const [first] = objects;
  const key = Object.keys(first?.properties ?? {}).find((name) =>
    objects.every((branch) => branch.properties?.[name]?.const !== undefined),
  );
  const given = key === undefined ? undefined : value[key];
  if (key === undefined || objects.length < 2 || typeof given !== 'string') return false;
  const options = objects.map((branch) => String(branch.properties?.[key]?.const));
  if (options.includes(given)) return false;
  here.report(wrongOption(`${here.at}/${key}`, given, options));
  return true;
}

function flatten(branch: JsonSchema, here: Walk): JsonSchema[] {
  const { schema, walk: state } = resolve(branch, here);
  return schema.anyOf ? schema.anyOf.flatMap((inner) => flatten(inner, state)) : [schema];
}

const sameKind = (branch: JsonSchema, value: unknown): boolean =>
  branch.type === (Array.isArray(value) ? 'array' : typeof value);

function meantBranch(branches: readonly JsonSchema[], value: Record<string, unknown>): JsonSchema | undefined {
  const objects = branches.filter((branch) => branch.type === 'object');
  const scored = objects.map((branch) => ({ branch, score: likeness(branch, value) }));
  scored.sort((a, b) => b.score - a.score);
  const [best] = scored;
  return best && (best.score > 0 || objects.length === 1) ? best.branch : undefined;
}

/** A matching constant outweighs everything; a required key, even misspelt, outweighs an optional one. */
function likeness(branch: JsonSchema, value: Record<string, unknown>): number {
  const required = new Set(branch.required ?? []);
  let score = 0;
  for (const [key, schema] of Object.entries(branch.properties ?? {})) {
    if (!(key in value)) {
      if (required.has(key) && nearest(key, Object.keys(value)) !== null) score += 5;
      continue;
    }
    if (schema.const !== undefined && required.has(key)) score += value[key] === schema.const ? 1000 : 1;
    else score += required.has(key) ? 10 : 1;
  }
  return score;
}

function nameOf(branch: JsonSchema): string {
  if (branch.const !== undefined) return String(branch.const);
  if (branch.type !== 'object') return branch.type ?? 'value';
  const [first = ''] = branch.required ?? Object.keys(branch.properties ?? {});
  const constant = branch.properties?.[first]?.const;
  return constant === undefined ? `{ ${first}: … }` : `{ ${first}: ${String(constant)} }`;
}
