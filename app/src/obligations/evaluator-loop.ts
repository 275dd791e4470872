import type { Runtime } from '../platform/actions/dispatch.ts';
import type { LiveChannel } from '../platform/live/live.ts';
import { evaluateTouched } from './evaluator.ts';

/** Entries arriving within this many milliseconds are evaluated together. */
const GATHER_MS = 25;
/** Writes by other processes (the command line) are found this often. */
const LOOK_AROUND_MS = 500;

export interface EvaluatorLoop {
  /** Says that something was written in a jurisdiction. */
  wake(jurisdiction: string): void;
  /** Resolves when everything written before the call has been evaluated. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Keeps standings current while the server runs. A failed round is logged and tried again; the queue lives in the
 * database, so nothing is lost with the process.
 */
export function startEvaluatorLoop(
  runtime: Runtime,
  live: LiveChannel,
  jurisdictions: () => readonly string[],
  log: (error: unknown) => void,
): EvaluatorLoop {
  const waiting = new Set<string>();
  let running: Promise<void> | null = null;
  let stopped = false;

  const round = async () => {
    for (const jurisdiction of waiting) {
      waiting.delete(jurisdiction);
      const { taken, organisations } = await evaluateTouched(runtime, jurisdiction);
      if (organisations.length > 0) {
        live.publish({ kind: 'standings', jurisdiction, organisations, at: runtime.clock.now() });
      }
      if (taken > 0) waiting.add(jurisdiction);
    }
  };
  const run = () => {
    if (running || stopped || waiting.size === 0) return;
    running = round()
      .catch(log)
      .finally(() => {
        running = null;
        if (waiting.size > 0 && !stopped) setTimeout(run, GATHER_MS);
      });
  };
  const lookAround = setInterval(() => {
    for (const jurisdiction of jurisdictions()) waiting.add(jurisdiction);
    run();
  }, LOOK_AROUND_MS);

  return {
    wake(jurisdiction) {
      if (waiting.has(jurisdiction)) return;
      waiting.add(jurisdiction);
      setTimeout(run, GATHER_MS);
    },
    async settled() {
      for (const jurisdiction of jurisdictions()) waiting.add(jurisdiction);
      while (running || waiting.size > 0) {
        run();
        await (running ?? new Promise((resolve) => setTimeout(resolve, 1)));
      }
    },
    async stop() {
      stopped = true;
      clearInterval(lookAround);
      await running;
    },
  };
}
