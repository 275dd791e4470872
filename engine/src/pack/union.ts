import { nearest } from '../nearest.ts';
import type { Finding } from '../problem.ts';
import type { OpenChoice } from '../schema/choice.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';
import { isRecord, type JsonSchema, resolve, saidOf, type Walk } from './schema-shape.ts';
import {
  alike,
  type Misplaced,
  missingKey,
  type Named,
  noBranch,
  noneOf,
  typeWords,
  withMeaning,
  wrongOption,
} from './schema-words.ts';

/** The branch the author most likely meant, by the key or constant that tells it apart; else what is wrong. */
export function meant(
  branches: readonly JsonSchema[],
  value: unknown,
  here: Walk,
  { said, meaning }: Told,
): JsonSchema | Finding {
  const { at } = here;
  const constant = isRecord(value) ? wrongConstant(branches, value, at) : null;
  if (constant) return constant;
  const open = isRecord(value) ? leftOpen(branches, value) : [];
  if (open.length > 0) return noneOf(at, open, isRecord(value) ? belongsUnder(open, branches, value, here) : null);
  const branch = isRecord(value) ? likeliest(branches, value) : likelyPlain(branches, value);
  if (branch) return branch;
  const options = constantsOf(branches, meaning);
  const only = options.size === branches.length;
  if (typeof value === 'string' && (only || nearest(value, [...options.keys()]) !== null))
    return wrongOption(at, value, options);
  return noBranch(
    at,
    value,
    branches.map((branch) => wayOf(branch, meaning)),
    said,
  );
}

/** What a union says of itself, and what its answers mean where it asks a question. */
export interface Told {
  readonly said?: Words | undefined;
  readonly meaning?: OpenChoice['options'] | undefined;
}

/** The constants among the branches, with what each means. */
const constantsOf = (branches: readonly JsonSchema[], meaning: Told['meaning']) =>
  new Map(
    branches.flatMap((one) => (one.const === undefined ? [] : [[String(one.const), meaningOf(one, meaning)] as const])),
  );

/** Of a group only what is said in a few words: where many are offered, long ones hide each other. */
function meaningOf(branch: JsonSchema, meaning?: Told['meaning']): Words | undefined {
  const words = meaning?.[String(branch.const)] ?? saidOf(branch);
  return branch.const === undefined && words && words['zh-CN'].length > FEW_SIGNS ? undefined : words;
}

const FEW_SIGNS = 40;

/** A way of writing, with what it means when it is a constant or a group. */
export const wayOf = (branch: JsonSchema, meaning?: Told['meaning']): Named =>
  branch.const === undefined && branch.type !== 'object'
    ? nameOf(branch)
    : withMeaning(nameOf(branch)[0], meaningOf(branch, meaning));

/** Where every branch tells itself apart by a constant under one key (`type`), a wrong constant is what is wrong. */
function wrongConstant(branches: readonly JsonSchema[], value: Record<string, unknown>, at: string): Finding | null {
  const objects = branches.filter((branch) => branch.type === 'object');
  const [first] = objects;
  const key = Object.keys(first?.properties ?? {}).find((name) =>
    objects.every((branch) => branch.properties?.[name]?.const !== undefined),
  );
  const given = key === undefined ? undefined : value[key];
  if (key === undefined || objects.length < 2) return null;
  const options = new Map(objects.map((branch) => [String(branch.properties?.[key]?.const), undefined] as const));
  const ids = [...options.keys()];
  if (given === undefined) return missingKey(at, key, say(ids.join('、'), ids.join(', ')));
  return options.has(String(given)) ? null : wrongOption(`${at}/${key}`, String(given), options);
}

/** All branches of a union within unions, references followed; each takes along what the names in it stand for. */
export function flatten(branch: JsonSchema, here: Walk, outer: Walk = here): JsonSchema[] {
  const { schema, walk: state } = resolve(branch, here);
  if (schema.anyOf) return schema.anyOf.flatMap((inner) => flatten(inner, state, outer));
  return [state.defs === outer.defs ? schema : { ...schema, $defs: state.defs }];
}

/** A text may be any text that stands there, or the one way to write one where nothing else but parts can. */
function likelyPlain(branches: readonly JsonSchema[], value: unknown): JsonSchema | undefined {
  const plain = branches.filter((one) => one.type !== 'object');
  const [only] = plain.length === 1 ? plain : [];
  if (only?.pattern !== undefined && sameKind(only, value)) return only;
  return plain.find((one) => one.const === undefined && one.pattern === undefined && sameKind(one, value));
}

const sameKind = (branch: JsonSchema, value: unknown): boolean =>
  branch.type === (Array.isArray(value) ? 'array' : typeof value) ||
  (branch.type === 'integer' && Number.isInteger(value));

function likeliest(branches: readonly JsonSchema[], value: Record<string, unknown>): JsonSchema | undefined {
  const objects = branches.filter((branch) => branch.type === 'object');
  const [best] = byLikeness(objects, value);
  return best && (best.score > 0 || objects.length === 1) ? best.branch : undefined;
}

const byLikeness = (objects: readonly JsonSchema[], value: Record<string, unknown>) =>
  objects.map((branch) => ({ branch, score: likeness(branch, value) })).sort((a, b) => b.score - a.score);

/** The keys of which one is missing, where nothing that is written tells many kinds of part from one another: a step without its construct. */
function leftOpen(branches: readonly JsonSchema[], value: Record<string, unknown>): string[] {
  const objects = branches.filter((branch) => branch.type === 'object');
  const [best, ...others] = byLikeness(objects, value);
  const tied = best && best.score > 0 ? [best, ...others.filter(({ score }) => score === best.score)] : [];
  if (tied.length < MANY) return [];
  const own = tied.map(({ branch }) => ownKeys(branch, objects));
  return own.every((keys) => keys.length > 0 && !keys.some((key) => key in value)) ? [...new Set(own.flat())] : [];
}

const MANY = 6;

/** A key that stands there and belongs under one that may: `result` under `formula`. */
function belongsUnder(
  open: readonly string[],
  branches: readonly JsonSchema[],
  value: Record<string, unknown>,
  here: Walk,
): Misplaced | null {
  const strange = Object.keys(value).filter((key) => !branches.some(({ properties = {} }) => key in properties));
  const found = open.flatMap((under) =>
    branches.flatMap(({ properties = {}, $defs = {} }) => {
      const own = properties[under];
      const inside = own ? flatten(own, { ...here, defs: { ...here.defs, ...$defs } }) : [];
      return strange.flatMap((key) =>
        inside.some(({ required = [] }) => required.length === 1 && required[0] === key) ? [{ key, under }] : [],
      );
    }),
  );
  return found.find(({ under }) => under === 'formula') ?? found[0] ?? null;
}

/** The keys that tell a kind of part from most others. */
const ownKeys = (branch: JsonSchema, branches: readonly JsonSchema[]): string[] =>
  (branch.required ?? []).filter(
    (key) => branches.filter(({ properties = {} }) => key in properties).length * 2 < branches.length,
  );

/** What another kind of part is told by, with what this one is: `item` beside `formula`. */
export function rivalKeys(chosen: JsonSchema, branches: readonly JsonSchema[]): ReadonlyMap<string, string> {
  const [own] = ownKeys(chosen, branches);
  const objects = branches.filter((branch) => branch !== chosen && branch.type === 'object');
  const keys = objects
    .flatMap((branch) => ownKeys(branch, branches))
    .filter((key) => !(key in (chosen.properties ?? {})));
  return new Map(own === undefined || objects.length < MANY ? [] : keys.map((key) => [key, own]));
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

/** A way of writing with every key it needs: `{ owes: full | nothing }`. */
export function wholeWay(branch: JsonSchema): Named {
  if (branch.type !== 'object') return wayOf(branch);
  const keys = (branch.required ?? []).map((key) => `${key}: ${answersOf(branch.properties?.[key])}`);
  return keys.length === 0 ? wayOf(branch) : withMeaning(`{ ${keys.join(', ')} }`, meaningOf(branch));
}

function answersOf(schema: JsonSchema | undefined): string {
  const branches = schema?.anyOf ?? (schema ? [schema] : []);
  const constants = branches.flatMap((one) => (one.const === undefined ? [] : [String(one.const)]));
  return constants.length > 0 && constants.length === branches.length ? constants.join(' | ') : '…';
}

export function nameOf(branch: JsonSchema): Named {
  if (branch.const !== undefined) return alike(String(branch.const));
  if (branch.type !== 'object') return typeWords(branch.type ?? 'value');
  const [first = ''] = branch.required ?? Object.keys(branch.properties ?? {});
  const constant = branch.properties?.[first]?.const;
  return alike(`{ ${first}: ${constant === undefined ? '…' : String(constant)} }`);
}
