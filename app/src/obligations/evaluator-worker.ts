import { on } from 'node:events';
import { isDeepStrictEqual } from 'node:util';
import { parentPort } from 'node:worker_threads';
import { connect, type Database } from '../platform/database/connect.ts';
import { type Evaluated, evaluateTouched } from './evaluator.ts';
import type { Asked } from './evaluator-thread.ts';

/** The other side of `EvaluatorThread`: evaluates what it is asked to, one round after the other, on a connection of its own. */
export type Answered = { readonly evaluated: Evaluated } | { readonly failed: string };

type Connection = Database['connection'];

let open: { readonly to: Connection; readonly database: Database } | undefined;

/** The database may have come back at another address. */
async function databaseAt(to: Connection): Promise<Database> {
  if (open && isDeepStrictEqual(open.to, to)) return open.database;
  await open?.database.close();
  open = { to, database: connect(to, 1) };
  return open.database;
}

async function answer({ connection, now, timeZone, jurisdiction }: Asked): Promise<Answered> {
  try {
    const database = await databaseAt(connection);
    return { evaluated: await evaluateTouched({ database, clock: { now: () => now }, timeZone }, jurisdiction) };
  } catch (error) {
    return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

if (!parentPort) throw new Error('This file is the inside of a thread; EvaluatorThread starts it.');
for await (const [asked] of on(parentPort, 'message') as AsyncIterable<[Asked | 'stop']>) {
  if (asked === 'stop') break;
  parentPort.postMessage(await answer(asked));
}
await open?.database.close();
parentPort.close();
