import type { Clock } from '../platform/clock/clock.ts';
import type { LiveChannel } from '../platform/live/live.ts';
import type { Evaluated } from './evaluator.ts';

/** Entries arriving within this many milliseconds are evaluated together. */
const GATHER_MS = 25;
/** Writes by other processes (the command line) are found this often. */
const LOOK_AROUND_MS = 500;
/** After a round the loop rests as long as the round took, so that people who write have the database to themselves half of the time. */
const LONGEST_REST_MS = 300;

export interface EvaluatorLoop {
  /** Says that something was written in a jurisdiction. */
  wake(jurisdiction: string): void;
  /** Resolves when everything written before the call has been evaluated; during `hold`, after the hold. */
  settled(): Promise<void>;
  /**
   * Runs `work` while nothing is evaluated; what it wrote is evaluated together afterwards. For writing so much that
   * every light would be computed many times over. `work` must not wait for `settled`.
   */
  hold<Result>(work: () => Promise<Result>): Promise<Result>;
  stop(): Promise<void>;
}

export interface LoopParts {
  /** Evaluates what was touched in one jurisdiction: here, or in another thread. */
  evaluate(jurisdiction: string): Promise<Evaluated>;
  readonly clock: Clock;
  readonly live: LiveChannel;
  jurisdictions(): readonly string[];
  log(error: unknown): void;
}

/**
 * Keeps standings current while the server runs. A failed round is logged and tried again; the queue lives in the
 * database, so nothing is lost with the process.
 */
export function startEvaluatorLoop({ evaluate, clock, live, jurisdictions, log }: LoopParts): EvaluatorLoop {
  const waiting = new Set<string>();
  let running: Promise<void> | null = null;
  let stopped = false;
  let holds = 0;
  let restsUntil = 0;
  let timer: NodeJS.Timeout | undefined;

  const run = () => {
    if (running || stopped || holds > 0 || waiting.size === 0) return;
    const started = performance.now();
    running = evaluateWaiting(waiting, { evaluate, clock, live })
      .catch(log)
      .finally(() => {
        running = null;
        const ended = performance.now();
        restsUntil = ended + Math.min(LONGEST_REST_MS, ended - started);
        if (waiting.size > 0) runSoon();
      });
  };
  const runSoon = () => {
    if (timer || stopped) return;
    const rest = Math.max(GATHER_MS, restsUntil - performance.now());
    timer = setTimeout(() => {
      timer = undefined;
      run();
    }, rest);
  };
  const lookAround = setInterval(() => {
    for (const jurisdiction of jurisdictions()) waiting.add(jurisdiction);
    runSoon();
  }, LOOK_AROUND_MS);

  return {
    wake(jurisdiction) {
      waiting.add(jurisdiction);
      runSoon();
    },
    async settled() {
      for (const jurisdiction of jurisdictions()) waiting.add(jurisdiction);
      while (running || waiting.size > 0) {
        run();
        await (running ?? new Promise((resolve) => setTimeout(resolve, 1)));
      }
    },
    async hold(work) {
      holds++;
      try {
        await running;
        return await work();
      } finally {
        holds--;
        runSoon();
      }
    },
    async stop() {
      stopped = true;
      clearInterval(lookAround);
      clearTimeout(timer);
      await running;
    },
  };
}

/** One batch of every jurisdiction that waits; one that may have more to evaluate waits again. */
async function evaluateWaiting(
  waiting: Set<string>,
  { evaluate, clock, live }: Pick<LoopParts, 'evaluate' | 'clock' | 'live'>,
): Promise<void> {
  const now = [...waiting];
  waiting.clear();
  for (const jurisdiction of now) {
    const { taken, organisations } = await evaluate(jurisdiction);
    if (organisations.length > 0) {
      live.publish({ kind: 'standings', jurisdiction, organisations, at: clock.now() });
    }
    if (taken > 0) waiting.add(jurisdiction);
  }
}
