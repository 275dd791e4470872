/** What stands in for vitest while mutants run: tests are gathered once and then called in the same process, again and again. */
import { readFileSync } from 'node:fs';
import { format } from 'node:util';
import { expect as strict } from 'vitest';

type Body = (...row: never[]) => unknown;

export interface KeptTest {
  readonly id: string;
  readonly file: string;
  readonly run: () => unknown;
}

export interface KeptSuite {
  readonly tests: Map<string, KeptTest>;
  /** By file: what its tests need made anew for each mutant, or they would see what an earlier mutant made. */
  readonly before: Map<string, (() => unknown)[]>;
}

export const suite: KeptSuite = { tests: new Map(), before: new Map() };

let file = '';
let groups: readonly string[] = [];

export function enterFile(name: string): void {
  file = name;
  groups = [];
}

function add(name: string, body: () => unknown): void {
  const named = `${file}#${[...groups, name].join(' › ')}`;
  let id = named;
  for (let n = 2; suite.tests.has(id); n++) id = `${named} (${n})`;
  suite.tests.set(id, { id, file, run: body });
}

function group(name: string, body: () => unknown): void {
  const outer = groups;
  groups = [...outer, name];
  body();
  groups = outer;
}

const rows =
  (place: (name: string, body: () => unknown) => void) =>
  (table: readonly unknown[]) =>
  (name: string, body: Body): void => {
    for (const row of table) {
      const values = (Array.isArray(row) ? row : [row]) as never[];
      const named = values.slice(0, name.match(/%[sdifoj]/gi)?.length ?? 0);
      place(format(name, ...named), () => body(...values));
    }
  };

export const test = Object.assign(add, { each: rows(add) });
export const it = Object.assign((name: string, body: () => unknown): void => add(name, body), { each: rows(add) });
export const describe = Object.assign(group, { each: rows(group) });
export const beforeAll = (body: () => unknown): void => {
  suite.before.set(file, [...(suite.before.get(file) ?? []), body]);
};
export const vi = { setConfig: (): void => undefined };
/** Texts that were approved are only compared: none is written here. */
function judged(actual: unknown, message?: string) {
  const toMatchFileSnapshot = (path: string): void => {
    if (readFileSync(path, 'utf8') !== actual) throw new Error(`${path} says something else`);
  };
  return Object.defineProperty(strict(actual, message), 'toMatchFileSnapshot', { value: toMatchFileSnapshot });
}

export const expect = Object.assign(judged, strict, { soft: judged });
