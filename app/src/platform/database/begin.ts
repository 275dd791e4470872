import { setImmediate as nextTurn } from 'node:timers/promises';
import type postgres from 'postgres';
import { DatabaseAway, translateFailure } from './database-away.ts';

type Work<Result> = (sql: postgres.TransactionSql) => Promise<Result>;

/**
 * `begin` of postgres.js, made safe against the loss of its connection. By itself the library goes on sending on a
 * connection that is gone (the `rollback` of work that failed with it, later statements of the same work), which throws
 * outside of every promise and ends the process: https://github.com/porsager/postgres/issues/1208.
 *
 * @throws DatabaseAway when the connection was lost; whether the work was committed is then not known.
 */
export async function begin<Result>(client: postgres.Sql, mode: string, work: Work<Result>): Promise<Result> {
  const state = { lost: false };
  const guarded = async (sql: postgres.TransactionSql) => {
    try {
      const result = await work(guard(sql, state));
      return state.lost ? await NEVER : { result };
    } catch (error) {
      await nextTurn(); // the work hears of the loss a moment before the transaction does
      return state.lost ? await NEVER : Promise.reject(error);
    }
  };
  try {
    const { result } = (await client.begin(mode, guarded)) as { result: Result };
    return result;
  } catch (error) {
    state.lost = true;
    throw translateFailure(error);
  }
}

/** Keeps the library from ending a transaction that the loss has ended already; `begin` itself has failed by then. */
const NEVER = new Promise<never>(() => undefined);

function guard(sql: postgres.TransactionSql, state: { readonly lost: boolean }): postgres.TransactionSql {
  const assertThere = () => {
    if (state.lost) throw new DatabaseAway(undefined);
  };
  return new Proxy(sql, {
    apply(target, self, args) {
      assertThere();
      return Reflect.apply(target, self, args);
    },
    get(target, name) {
      assertThere();
      return Reflect.get(target, name);
    },
  });
}
