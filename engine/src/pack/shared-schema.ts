import { isRecord } from './schema-shape.ts';
import { shortNames } from './short-names.ts';

/** Above this many characters a schema deserves a name of its own, even where it is used once. */
const LONG = 2000;

/** Characters of a reference and of what a definition adds to its text. */
const REFERENCE = '{"$ref":"#/$defs/abc"}'.length;
const DEFINITION = '"abc":,'.length;

/** Keys under which one schema stands, a list of schemas, or schemas by name. */
const ONE: ReadonlySet<string> = new Set(['items']);
const LIST: ReadonlySet<string> = new Set(['anyOf']);
const NAMED: ReadonlySet<string> = new Set(['properties', 'patternProperties']);

interface Found {
  readonly name: string;
  times: number;
}

/**
 * Schemas that are long or stand in several places, written once under a short name: the roots, whose first keeps
 * its own, and the definitions they refer to. What differs only in its description is written once without; editors
 * let that of a definition win.
 */
export function shareSchemas(roots: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const found = new Map<string, Found>();
  for (const [name, root] of Object.entries(roots)) eachChild(root, name, (child, at) => count(child, at, found));
  const names = named(found, new Set(Object.keys(roots)));
  const shared: Record<string, unknown> = {};
  for (const [name, root] of Object.entries(roots)) shared[name] = replaced(root, names);
  for (const [text, name] of names) shared[name] = replaced(JSON.parse(text), names);
  const [first = ''] = Object.keys(roots);
  return shortNames(shared, first);
}

/** Whether it is shorter to write a schema once and to refer to it. */
const worth = (text: string, times: number): boolean =>
  times >= 2 && times * (text.length - REFERENCE) > text.length + DEFINITION;

/** Counts from how many different places a schema is used; what stands inside one already seen is not counted anew. */
function count(schema: unknown, name: string, found: Map<string, Found>): void {
  const text = JSON.stringify(schema);
  const known = found.get(text);
  if (known) {
    known.times += 1;
    return;
  }
  found.set(text, { name, times: 1 });
  eachChild(schema, name, (child, at) => count(child, at, found));
}

/** A name of its own for every schema worth sharing: that of the key it first stood under. */
function named(found: ReadonlyMap<string, Found>, taken: Set<string>): Map<string, string> {
  const names = new Map<string, string>();
  const bare = new Map<string, Found>();
  for (const [text, { name, times }] of found) {
    if (worth(text, times) || text.length >= LONG) names.set(text, free(name, taken));
    else count(withoutDescription(JSON.parse(text)), name, bare);
  }
  for (const [text, { name, times }] of bare) {
    if (worth(text, times) && !names.has(text)) names.set(text, free(name, taken));
  }
  return names;
}

function free(name: string, taken: Set<string>): string {
  let own = name;
  for (let i = 2; taken.has(own); i++) own = `${name}-${i}`;
  taken.add(own);
  return own;
}

function withoutDescription(schema: unknown): unknown {
  if (!isRecord(schema)) return schema;
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

/** A schema whose children are references where they are shared. */
function replaced(schema: unknown, names: ReadonlyMap<string, string>): unknown {
  if (!isRecord(schema)) return schema;
  const child = (value: unknown): unknown => {
    const name = names.get(JSON.stringify(value));
    if (name !== undefined) return { $ref: `#/$defs/${name}` };
    const bare = names.get(JSON.stringify(withoutDescription(value)));
    if (bare === undefined || !isRecord(value)) return replaced(value, names);
    return { $ref: `#/$defs/${bare}`, description: value['description'] };
  };
  const entries = Object.entries(schema).map(([key, value]): [string, unknown] => {
    if (ONE.has(key)) return [key, child(value)];
    if (LIST.has(key) && Array.isArray(value)) return [key, value.map(child)];
    if (!NAMED.has(key) || !isRecord(value)) return [key, value];
    return [key, Object.fromEntries(Object.entries(value).map(([name, one]) => [name, child(one)]))];
  });
  return Object.fromEntries(entries);
}
