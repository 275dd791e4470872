import { isRecord } from './schema-shape.ts';

const LONGEST = 3;

/** Definitions and what refers to them by the shortest beginning of each name that is still free; one keeps its name. */
export function shortNames(defs: Readonly<Record<string, unknown>>, kept: string): Record<string, unknown> {
  const taken = new Set([kept]);
  const shortOf = new Map([[kept, kept]]);
  for (const name of Object.keys(defs)) if (name !== kept) shortOf.set(name, free(name.toLowerCase(), taken));
  const renamed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(renamed);
    if (!isRecord(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, child]) =>
        key === '$ref' && typeof child === 'string' ? [key, reference(child, shortOf)] : [key, renamed(child)],
      ),
    );
  };
  return Object.fromEntries(
    Object.entries(defs).map(([name, definition]) => [shortOf.get(name) ?? name, renamed(definition)]),
  );
}

function reference(to: string, shortOf: ReadonlyMap<string, string>): string {
  const name = to.replace('#/$defs/', '');
  const short = shortOf.get(name);
  if (short === undefined) throw new Error(`Nothing is defined as ${name}`);
  return `#/$defs/${short}`;
}

function free(name: string, taken: Set<string>): string {
  const letters = name.replaceAll(/[^a-z]/g, '');
  let own = letters.slice(0, 1) || 'x';
  for (let i = 2; i <= LONGEST && taken.has(own); i++) own = letters.slice(0, i);
  const stem = own.slice(0, 1);
  for (let i = 2; taken.has(own); i++) own = `${stem}${i.toString(36)}`;
  taken.add(own);
  return own;
}
