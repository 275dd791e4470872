import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Scope } from '../../src/platform/access/scope.ts';
import type { Action } from '../../src/platform/actions/action.ts';
import { type Caller, dispatch, type Runtime } from '../../src/platform/actions/dispatch.ts';
import { fixedClock } from '../../src/platform/clock/clock.ts';
import type { Database } from '../../src/platform/database/connect.ts';
import { openKeys } from '../../src/platform/secrets/keys.ts';

const made: string[] = [];
const forget = () => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
};
// Workers of vitest are killed rather than ended; a server process of a test has no vitest in it.
if ('__vitest_worker__' in globalThis) (await import('vitest')).afterAll(forget);
else process.once('exit', forget);

/** What an action answers with. */
type Answer<A extends Action> = Awaited<ReturnType<A['run']>>;
type Input<A extends Action> = Parameters<A['run']>[0];

/** Runs actions the way the doors do: role, input, transaction and audit included. */
export function acting(database: Database, now: string) {
  const clock = fixedClock(now);
  const filesFolder = mkdtempSync(join(tmpdir(), 'luoshi-acting-'));
  made.push(filesFolder);
  const keys = openKeys(filesFolder);
  const runtime: Runtime = { database, clock, filesFolder, keys, timeZone: 'Asia/Shanghai' };
  return {
    clock,
    filesFolder,
    runtime,
    as: (scope: Scope, door: Caller['door'] = 'web') => ({
      do: <A extends Action>(action: A, input: Input<A>): Promise<Answer<A>> =>
        dispatch(runtime, action, input, { scope, language: 'zh-CN', door }) as Promise<Answer<A>>,
    }),
  };
}
