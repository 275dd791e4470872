import { v7 as uuidv7 } from 'uuid';
import type { Role, Scope } from '../platform/access/scope.ts';
import type { ActionContext, ReadAction, WriteAction } from '../platform/actions/action.ts';
import { validateInput } from '../platform/actions/validate.ts';
import {
  type Database,
  inJurisdiction,
  type ReadTx,
  readJurisdiction,
  type WriteTx,
} from '../platform/database/transaction.ts';

export const COUNTY = '371522';

export const scopeOf = (role: Role, subtrees: readonly string[], more: Partial<Scope> = {}): Scope => ({
  jurisdiction: COUNTY,
  account: uuidv7(),
  displayName: '测试',
  person: null,
  roles: [role],
  subtrees,
  organisations: [],
  postings: [],
  ...more,
});

/** Runs an action as the server would, on a day, without its audit. */
export async function run<Output>(
  database: Database,
  action: ReadAction | WriteAction,
  input: Readonly<Record<string, unknown>>,
  scope: Scope,
  today: string,
): Promise<Output> {
  const context = { jurisdiction: COUNTY, scope, now: `${today}T04:00:00.000Z`, today, language: 'zh-CN', door: 'web' };
  const valid = validateInput(action.input, input) as never;
  const call = (tx: ReadTx): Promise<unknown> =>
    action.run(valid, {
      ...context,
      tx,
      filesFolder: '',
      afterCommit: () => undefined,
    } as unknown as ActionContext<never>);
  const result =
    action.kind === 'write'
      ? await inJurisdiction(database, COUNTY, (tx: WriteTx) => call(tx))
      : await readJurisdiction(database, COUNTY, call);
  return result as Output;
}
