import { isRecord } from './schema-shape.ts';
import { shortNames } from './short-names.ts';
import { written } from './written-out.ts';

/** Keys under which one schema stands, a list of schemas, or schemas by name. */
const ONE: ReadonlySet<string> = new Set(['items']);
const LIST: ReadonlySet<string> = new Set(['anyOf']);
const NAMED: ReadonlySet<string> = new Set(['properties', 'patternProperties']);

interface Found {
  readonly name: string;
  times: number;
}

/**
 * Schemas that stand in several places, written once under a short name where that is shorter: the roots, whose first
 * keeps its own, and the definitions they refer to. What differs only in its description is written once without;
 * editors let that of a definition win.
 */
export function shareSchemas(roots: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const found = new Map<string, Found>();
  for (const [name, root] of Object.entries(roots)) eachChild(root, name, (child, at) => count(child, at, found));
  const names = named(found, new Set(Object.keys(roots)));
  const shared: Record<string, unknown> = {};
  for (const [name, root] of Object.entries(roots)) shared[name] = replaced(root, names);
  for (const [text, name] of names) {
    const bare = bareName(JSON.parse(text), names);
    shared[name] = bare === name ? replaced(JSON.parse(text), names) : shortened(JSON.parse(text), names);
  }
  const [first = ''] = Object.keys(roots);
  return shortNames(written(shared, new Set(Object.keys(roots))), first);
}

/** Counts from how many different places a schema is used; what stands inside one already seen is not counted anew. */
function count(schema: unknown, name: string, found: Map<string, Found>): void {
  if (seen(JSON.stringify(schema), name, found)) return;
  const bare = withoutDescription(schema);
  if (bare !== schema && seen(JSON.stringify(bare), name, found)) return;
  eachChild(schema, name, (child, at) => count(child, at, found));
}

function seen(text: string, name: string, found: Map<string, Found>): boolean {
  const known = found.get(text);
  if (known) known.times += 1;
  else found.set(text, { name, times: 1 });
  return known !== undefined;
}

/** A name of its own for every schema that stands in several places: that of the key it first stood under. */
function named(found: ReadonlyMap<string, Found>, taken: Set<string>): Map<string, string> {
  const names = new Map<string, string>();
  for (const [text, { name, times }] of found)
    if (times > 1 && !isReference(JSON.parse(text))) names.set(text, free(name, taken));
  return names;
}

const isReference = (schema: unknown): boolean => isRecord(schema) && Object.keys(schema).join() === '$ref';

function free(name: string, taken: Set<string>): string {
  let own = name;
  for (let i = 2; taken.has(own); i++) own = `${name}-${i}`;
  taken.add(own);
  return own;
}

function withoutDescription(schema: unknown): unknown {
  if (!isRecord(schema) || !('description' in schema)) return schema;
  const { description: _, ...rest } = schema;
  return rest;
}

function eachChild(schema: unknown, name: string, visit: (child: unknown, name: string) => void): void {
  if (!isRecord(schema)) return;
  for (const [key, value] of Object.entries(schema)) {
    if (ONE.has(key)) visit(value, name);
    else if (LIST.has(key) && Array.isArray(value)) for (const child of value) visit(child, name);
    else if (NAMED.has(key) && isRecord(value)) {
      for (const [property, child] of Object.entries(value)) visit(child, /^[\w-]+$/.test(property) ? property : name);
    }
  }
}

const bareName = (schema: unknown, names: ReadonlyMap<string, string>): string | undefined =>
  names.get(JSON.stringify(withoutDescription(schema)));

/** A schema as a reference with a description of its own, or itself with its children replaced. */
function shortened(schema: unknown, names: ReadonlyMap<string, string>): unknown {
  const bare = bareName(schema, names);
  if (bare === undefined || !isRecord(schema)) return replaced(schema, names);
  return { $ref: `#/$defs/${bare}`, description: schema['description'] };
}

/** A schema whose children are references where they are shared. */
function replaced(schema: unknown, names: ReadonlyMap<string, string>): unknown {
  if (!isRecord(schema)) return schema;
  const child = (value: unknown): unknown => {
    const name = names.get(JSON.stringify(value));
    return name === undefined ? shortened(value, names) : { $ref: `#/$defs/${name}` };
  };
  const entries = Object.entries(schema).map(([key, value]): [string, unknown] => {
    if (ONE.has(key)) return [key, child(value)];
    if (LIST.has(key) && Array.isArray(value)) return [key, value.map(child)];
    if (!NAMED.has(key) || !isRecord(value)) return [key, value];
    return [key, Object.fromEntries(Object.entries(value).map(([name, one]) => [name, child(one)]))];
  });
  return Object.fromEntries(entries);
}
