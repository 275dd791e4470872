import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { enterFile, type KeptSuite, suite } from './suite.ts';

/** Tests of the text of sources and of what editors make of the schemas: nothing that is changed here. */
const LEFT_OUT = ['engine/src/pure.test.ts', 'engine/src/pack/completion.test.ts'];

const STAND_INS: Readonly<Record<string, string>> = {
  vitest: new URL('./suite.ts', import.meta.url).href,
  'fast-check': new URL('./laws.ts', import.meta.url).href,
};

const OF_THE_TESTS = /\/engine\/(src|test)\//;

/** Gathers the tests of the copy of the project that this process runs in. */
export async function loadSuite(): Promise<KeptSuite> {
  registerHooks({
    resolve: (name, context, next) => {
      const standIn = OF_THE_TESTS.test(context.parentURL ?? '') ? STAND_INS[name] : undefined;
      return standIn === undefined ? next(name, context) : { url: standIn, shortCircuit: true };
    },
  });
  const files = globSync(['engine/src/**/*.test.ts', 'engine/test/**/*.test.ts']);
  for (const name of files.filter((one) => !LEFT_OUT.includes(one)).toSorted()) {
    enterFile(name);
    await import(pathToFileURL(resolve(name)).href);
  }
  return suite;
}

/** How long each test took unchanged, in milliseconds; kept for the processes that come after the first. */
export const writeTimes = (times: ReadonlyMap<string, number>): void =>
  writeFileSync('test-times.json', JSON.stringify([...times]));

export function readTimes(): Map<string, number> {
  try {
    return new Map(JSON.parse(readFileSync('test-times.json', 'utf8')) as [string, number][]);
  } catch {
    return new Map();
  }
}
