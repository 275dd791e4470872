import type { Clock } from '../clock/clock.ts';
import type { Database } from '../database/connect.ts';
import { sealAudit } from './seal.ts';

const EVERY_MS = 60_000;

export interface SealingLoop {
  /** Says that a jurisdiction's audit may have grown. */
  note(jurisdiction: string): void;
  /** Seals what is left, then ends. */
  stop(): Promise<void>;
}

/** Seals the audit of jurisdictions in which something happened, once a minute and at the end. */
export function startSealing(database: Database, clock: Clock, log: (error: unknown) => void): SealingLoop {
  const waiting = new Set<string>();
  let running: Promise<void> = Promise.resolve();
  const round = async () => {
    const batch = [...waiting];
    waiting.clear();
    for (const jurisdiction of batch) {
      await sealAudit(database, jurisdiction, clock.now()).catch((error: unknown) => {
        waiting.add(jurisdiction);
        log(error);
      });
    }
  };
  const timer = setInterval(() => {
    running = running.then(round);
  }, EVERY_MS);
  return {
    note: (jurisdiction) => void waiting.add(jurisdiction),
    async stop() {
      clearInterval(timer);
      await running.then(round);
    },
  };
}
