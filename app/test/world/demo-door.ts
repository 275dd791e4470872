import { findScopeOfUser, localOperator } from '../../src/accounts/index.ts';
import { actions } from '../../src/actions.ts';
import type { DemoDoor } from '../../src/demo/door.ts';
import { makeRegistry } from '../../src/platform/actions/registry.ts';
import type { TestDatabase } from '../../src/platform/database/testing.ts';
import { acting } from './acting.ts';

/** The door through which the demo is loaded, with how often each action was called through it. */
export function demoDoor(database: TestDatabase, jurisdiction: string, asOf: string) {
  const { runtime, as } = acting(database, `${asOf}T01:00:00.000Z`);
  const registry = makeRegistry(actions);
  const called = new Map<string, number>();
  const door: DemoDoor = {
    async call(id, input, user) {
      const action = registry.get(id);
      if (!action) throw new Error(`there is no action ${id}`);
      called.set(id, (called.get(id) ?? 0) + 1);
      const scope = user
        ? await findScopeOfUser(database, jurisdiction, user, asOf)
        : await localOperator(database, jurisdiction);
      if (!scope) throw new Error(`${user} has no account`);
      return as(scope, 'cli').do(action, input as never);
    },
    say: () => undefined,
  };
  return { door, called, runtime };
}
