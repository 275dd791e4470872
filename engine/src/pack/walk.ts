import type { Finding } from '../problem.ts';
import { missingKey, outOfRange, unknownKey, wrongPattern, wrongType } from './schema-words.ts';
import { walkUnion } from './union.ts';

/** The part of JSON Schema that the pack language uses. */
export interface JsonSchema {
  readonly type?: string;
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly patternProperties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly anyOf?: readonly JsonSchema[];
  readonly description?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
}

export interface Walk {
  /** JSON pointer of the value. */
  readonly at: string;
  readonly defs: Readonly<Record<string, JsonSchema>>;
  report(finding: Finding): void;
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const escapePointer = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

export function resolve(schema: JsonSchema, walk: Walk): { schema: JsonSchema; walk: Walk } {
  const defs = schema.$defs ? { ...walk.defs, ...schema.$defs } : walk.defs;
  const name = schema.$ref?.replace('#/$defs/', '');
  const target = name === undefined ? undefined : defs[name];
  return target ? resolve(target, { ...walk, defs }) : { schema, walk: { ...walk, defs } };
}

/** Walks a value along its schema and reports each place where they part. */
export function walk(given: JsonSchema, value: unknown, state: Walk): void {
  const { schema, walk: here } = resolve(given, state);
  if (schema.anyOf) return walkUnion(schema.anyOf, value, here, schema.description);
  if (schema.const !== undefined) {
    if (value !== schema.const) here.report(wrongType(here.at, value, [JSON.stringify(schema.const)]));
    return;
  }
  if (schema.type === 'object') return walkObject(schema, value, here);
  if (schema.type === 'array') return walkArray(schema, value, here);
  walkScalar(schema, value, here);
}

/** Whether a value fits, without saying why not. */
export function fits(schema: JsonSchema, value: unknown, state: Walk): boolean {
  let ok = true;
  walk(schema, value, { ...state, report: () => (ok = false) });
  return ok;
}

function walkObject(schema: JsonSchema, value: unknown, here: Walk): void {
  if (!isRecord(value)) return here.report(wrongType(here.at, value, ['object']));
  const properties = schema.properties ?? {};
  const patterns = Object.entries(schema.patternProperties ?? {});
  for (const key of schema.required ?? []) {
    if (!(key in value)) here.report(missingKey(here.at, key, properties[key]?.description));
  }
  for (const [key, child] of Object.entries(value)) {
    const at = `${here.at}/${escapePointer(key)}`;
    const known = properties[key] ?? patterns.find(([pattern]) => new RegExp(pattern).test(key))?.[1];
    if (known) walk(known, child, { ...here, at });
    else if (schema.additionalProperties === false || patterns.length > 0) {
      const absent = Object.keys(properties).filter((name) => !(name in value));
      here.report(unknownKey(at, key, absent, patterns[0]?.[0]));
    }
  }
}

function walkArray(schema: JsonSchema, value: unknown, here: Walk): void {
  if (!Array.isArray(value)) return here.report(wrongType(here.at, value, ['array']));
  if (value.length < (schema.minItems ?? 0) || value.length > (schema.maxItems ?? Number.POSITIVE_INFINITY)) {
    here.report(outOfRange(here.at, `${value.length}`, schema.minItems, schema.maxItems));
  }
  const items = schema.items;
  if (items) value.forEach((child, index) => walk(items, child, { ...here, at: `${here.at}/${index}` }));
}

function walkScalar(schema: JsonSchema, value: unknown, here: Walk): void {
  if (!isOfType(schema.type, value)) return here.report(wrongType(here.at, value, [schema.type ?? 'value']));
  if (typeof value === 'string') {
    const short = value.length < (schema.minLength ?? 0);
    if (short || (schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(value))) {
      here.report(wrongPattern(here.at, value, schema.description, schema.pattern));
    }
  }
  if (typeof value === 'number') {
    const low = schema.minimum ?? schema.exclusiveMinimum;
    const tooLow = low !== undefined && (schema.minimum === undefined ? value <= low : value < low);
    if (tooLow || value > (schema.maximum ?? Number.POSITIVE_INFINITY)) {
      here.report(outOfRange(here.at, `${value}`, low, schema.maximum));
    }
  }
}

function isOfType(type: string | undefined, value: unknown): boolean {
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'null') return value === null;
  return type === undefined || typeof value === type;
}
