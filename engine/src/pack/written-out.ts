import { isRecord } from './schema-shape.ts';

type Defs = Readonly<Record<string, unknown>>;

const BEFORE = '#/$defs/';
/** Names are cut to about two letters later. */
const SHORT = `${BEFORE}ab`;
const length = (schema: unknown): number =>
  JSON.stringify(schema, (key, value: unknown) => (key === '$ref' ? SHORT : value)).length;
/** Characters of a reference and of what a definition adds to its text. */
const REFERENCE = length({ $ref: SHORT });
const DEFINITION = '"ab":,'.length;

/** Definitions without those that are longer to name than to write out at each place; `kept` stay. */
export function written(defs: Defs, kept: ReadonlySet<string>): Record<string, unknown> {
  let now: Record<string, unknown> = { ...defs };
  for (;;) {
    const out = notWorth(now, kept);
    if (out.size === 0) return now;
    const left = Object.entries(now).filter(([name]) => !out.has(name));
    now = Object.fromEntries(left.map(([name, one]) => [name, unfolded(one, out)]));
  }
}

/** Those not worth a name that refer to no other of them: writing one out makes what holds it longer, and worth more. */
function notWorth(defs: Defs, kept: ReadonlySet<string>): Map<string, object> {
  const times = new Map<string, number>();
  eachReference(defs, (name) => times.set(name, (times.get(name) ?? 0) + 1));
  const all = new Map<string, object>();
  for (const [name, one] of Object.entries(defs)) {
    const long = length(one);
    if (!kept.has(name) && isRecord(one) && (times.get(name) ?? 0) * (long - REFERENCE) <= long + DEFINITION)
      all.set(name, one);
  }
  const outermost = [...all].filter(([, one]) => {
    let inner = false;
    eachReference(one, (name) => {
      inner ||= all.has(name);
    });
    return !inner;
  });
  return new Map(outermost);
}

const nameOf = (schema: Readonly<Record<string, unknown>>): string | undefined => {
  const to = schema['$ref'];
  return typeof to === 'string' ? to.slice(BEFORE.length) : undefined;
};

function eachReference(value: unknown, visit: (name: string) => void): void {
  if (Array.isArray(value)) for (const one of value) eachReference(one, visit);
  if (!isRecord(value)) return;
  const name = nameOf(value);
  if (name !== undefined) visit(name);
  for (const child of Object.values(value)) eachReference(child, visit);
}

/** With the definitions in place of what refers to them; what stands beside a reference stays. */
function unfolded(value: unknown, out: ReadonlyMap<string, object>): unknown {
  if (Array.isArray(value)) return value.map((one) => unfolded(one, out));
  if (!isRecord(value)) return value;
  const inside = Object.fromEntries(Object.entries(value).map(([key, child]) => [key, unfolded(child, out)]));
  const body = out.get(nameOf(value) ?? '');
  if (!body) return inside;
  const { $ref: _, ...beside } = inside;
  return { ...body, ...beside };
}
