import type { TSchema } from 'typebox';
import { isRecord, type JsonSchema } from './schema-shape.ts';

type Defs = Readonly<Record<string, JsonSchema>>;

/**
 * The value with every text that stands in one language set in both: `title: 迟报` reads as `{ zh-CN: 迟报, en: 迟报 }`.
 * Only where the schema asks for text in both languages; everything else stays as it is.
 */
export function inBothLanguages(schema: TSchema, value: unknown): unknown {
  return said([schema as JsonSchema], value, {});
}

function said(schemas: readonly JsonSchema[], value: unknown, defs: Defs): unknown {
  const branches = schemas.flatMap((schema) => flat(schema, defs));
  if (typeof value === 'string') {
    const text = branches.some(({ schema }) => schema.bilingual) && !branches.some(({ schema }) => isText(schema));
    return text ? { 'zh-CN': value, en: value } : value;
  }
  if (Array.isArray(value)) {
    const items = branches.flatMap(({ schema }) => (schema.items ? [schema.items] : []));
    return holdsText(items, merged(branches)) ? value.map((one) => said(items, one, merged(branches))) : value;
  }
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => {
      const under = branches.flatMap(({ schema }) => childrenOf(schema, key));
      return [key, holdsText(under, merged(branches)) ? said(under, child, merged(branches)) : child];
    }),
  );
}

interface Branch {
  readonly schema: JsonSchema;
  readonly defs: Defs;
}

/** The branches of unions within unions, references followed. */
function flat(given: JsonSchema, around: Defs): Branch[] {
  const defs = given.$defs ? { ...around, ...given.$defs } : around;
  const target = given.$ref === undefined ? undefined : defs[given.$ref.replace('#/$defs/', '')];
  if (target) return flat(target, defs);
  return given.anyOf ? given.anyOf.flatMap((branch) => flat(branch, defs)) : [{ schema: given, defs }];
}

const merged = (branches: readonly Branch[]): Defs => Object.assign({}, ...branches.map(({ defs }) => defs)) as Defs;

const isText = ({ type, const: one }: JsonSchema): boolean => type === 'string' || typeof one === 'string';

function childrenOf({ properties = {}, patternProperties = {} }: JsonSchema, key: string): JsonSchema[] {
  const own = properties[key];
  if (own) return [own];
  return Object.entries(patternProperties).flatMap(([pattern, child]) =>
    new RegExp(pattern).test(key) ? [child] : [],
  );
}

const known = new WeakMap<JsonSchema, boolean>();

/** Whether text in both languages can stand anywhere inside: most of a rule is ids and numbers. */
function holdsText(schemas: readonly JsonSchema[], defs: Defs): boolean {
  return schemas.some((schema) => {
    const before = known.get(schema);
    if (before !== undefined) return before;
    const found = reaches(schema, defs, new Set());
    known.set(schema, found);
    return found;
  });
}

function reaches(schema: JsonSchema, defs: Defs, visited: Set<JsonSchema>): boolean {
  if (visited.has(schema)) return false;
  visited.add(schema);
  return flat(schema, defs).some(
    (branch) =>
      branch.schema.bilingual === true || insides(branch.schema).some((child) => reaches(child, branch.defs, visited)),
  );
}

const insides = ({ properties = {}, patternProperties = {}, items }: JsonSchema): JsonSchema[] => [
  ...Object.values(properties),
  ...Object.values(patternProperties),
  ...(items ? [items] : []),
];
