import { escapePointer, isRecord, type JsonSchema, resolve, type Walk } from '../pack/schema-shape.ts';
import { packSchema } from '../pack/sections.ts';
import type { PartKind, Parts } from '../parts.ts';

const SECTIONS = {
  form: 'forms',
  obligation: 'obligations',
  measure: 'measures',
  assignment: 'assignments',
  rating: 'ratings',
  'local-items': 'localItems',
} as const;

type Possible = readonly (readonly [JsonSchema, Walk])[];
const START: Walk = { at: '', defs: {}, report: () => undefined };

/** What a value may be: a schema and the schemas of the union it stands for. */
export interface Visited {
  readonly value: unknown;
  readonly schemas: readonly JsonSchema[];
  readonly at: string;
  /** The key it stands under. */
  readonly key: string;
}

/** Every value of a part, with the schemas it may follow, outermost first. */
export function* alongSchema(kind: PartKind, id: string, parts: Parts): Generator<Visited> {
  if (!(kind in SECTIONS)) return;
  const section = kind as keyof typeof SECTIONS;
  const part = parts[SECTIONS[section]].get(id);
  yield* visit(part, [[packSchema[section] as JsonSchema, START]], '', '');
}

function* visit(value: unknown, schemas: Possible, at: string, key: string): Generator<Visited> {
  const all = schemas.flatMap(([schema, walk]) => unfolded(schema, walk));
  yield { value, schemas: all.map(([schema]) => schema), at, key };
  if (typeof value !== 'object' || value === null) return;
  const fitting = Array.isArray(value) ? all : fittest(value as Record<string, unknown>, all);
  for (const [name, child] of Object.entries(value)) {
    const below = fitting.flatMap(([branch, walk]) => {
      const next = Array.isArray(value) ? branch.items : isRecord(value) ? childOf(branch, name) : undefined;
      return next ? [[next, walk] as const] : [];
    });
    yield* visit(child, below, `${at}/${escapePointer(name)}`, name);
  }
}

/** A schema as it is written, and what it refers to or is a union of. */
function unfolded(schema: JsonSchema, walk: Walk): (readonly [JsonSchema, Walk])[] {
  const here = resolve(schema, walk);
  const branches = here.schema.anyOf?.flatMap((branch) => unfolded(branch, here.walk)) ?? [];
  const own = here.schema === schema ? [] : [[schema, walk] as const];
  return [...own, [here.schema, here.walk] as const, ...branches];
}

/** Of several shapes an object may have, those whose every required key it holds. */
function fittest(value: Record<string, unknown>, all: Possible): Possible {
  const fit = all.filter(([{ type, required = [] }]) => type === 'object' && required.every((key) => key in value));
  return fit.length > 0 ? fit : all;
}

const childOf = ({ properties, patternProperties }: JsonSchema, key: string): JsonSchema | undefined =>
  properties?.[key] ?? Object.entries(patternProperties ?? {}).find(([pattern]) => new RegExp(pattern).test(key))?.[1];
