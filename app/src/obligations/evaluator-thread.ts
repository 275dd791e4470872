import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Runtime } from '../platform/actions/dispatch.ts';
import type { Database } from '../platform/database/connect.ts';
import type { Evaluated } from './evaluator.ts';
import type { Answered } from './evaluator-worker.ts';

/** What the thread is asked: the instant travels along, because the clock stays here. */
export interface Asked {
  readonly connection: Database['connection'];
  readonly now: string;
  readonly timeZone: string;
  readonly jurisdiction: string;
}

interface Thread {
  readonly worker: Worker;
  /** Given when the thread has ended. */
  readonly gone: AbortSignal;
}

/** Evaluates in a thread of its own, so that requests never wait for a round. A thread that ends is replaced. */
export class EvaluatorThread {
  readonly #runtime: Pick<Runtime, 'database' | 'clock' | 'timeZone'>;
  #thread: Thread | undefined;

  constructor(runtime: Pick<Runtime, 'database' | 'clock' | 'timeZone'>) {
    this.#runtime = runtime;
  }

  /** One round at a time. @throws when the round or the thread failed. */
  async evaluate(jurisdiction: string): Promise<Evaluated> {
    const { database, clock, timeZone } = this.#runtime;
    const asked: Asked = { connection: database.connection, now: clock.now(), timeZone, jurisdiction };
    const { worker, gone } = this.#running();
    worker.postMessage(asked);
    const [answered] = (await once(worker, 'message', { signal: gone })) as [Answered];
    if ('failed' in answered) throw new Error(`a round of evaluation failed: ${answered.failed}`);
    return answered.evaluated;
  }

  async stop(): Promise<void> {
    const { worker } = this.#thread ?? {};
    if (!worker) return;
    const ended = once(worker, 'exit');
    worker.postMessage('stop');
    await ended;
  }

  #running(): Thread {
    if (this.#thread) return this.#thread;
    const worker = new Worker(new URL('./evaluator-worker.ts', import.meta.url));
    const gone = new AbortController();
    worker.on('error', () => undefined); // the round that waits hears of it; then the thread ends
    worker.once('exit', () => {
      this.#thread = undefined;
      gone.abort();
    });
    worker.unref();
    this.#thread = { worker, gone: gone.signal };
    return this.#thread;
  }
}
