import { setTimeout as pause } from 'node:timers/promises';
import { findPostmaster } from './postmaster.ts';
import { type Server, startServer } from './supervisor.ts';

const AGAIN_AFTER_MS = 1_000;

/** Starts the embedded server of a data folder again when it has fallen. */
export class Reviver {
  readonly #dataFolder: string;
  readonly #onRevived: (server: Server) => void;
  #server: Server;
  #reviving: Promise<void> | undefined;
  #stopped = false;

  constructor(dataFolder: string, server: Server, onRevived: (server: Server) => void) {
    this.#dataFolder = dataFolder;
    this.#server = server;
    this.#onRevived = onRevived;
  }

  /** The server as it was last seen to run. */
  get server(): Server {
    return this.#server;
  }

  get isRunning(): boolean {
    return findPostmaster(this.#server.place.cluster) !== undefined;
  }

  /** To be called when a connection was lost. A server that lives recovers by itself. */
  look(): void {
    if (this.#stopped || this.#reviving || this.isRunning) return;
    this.#reviving = this.#revive().finally(() => {
      this.#reviving = undefined;
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#reviving;
  }

  async #revive(): Promise<void> {
    while (!this.#stopped) {
      try {
        this.#server = await startServer({ dataFolder: this.#dataFolder });
        return this.#onRevived(this.#server);
      } catch {
        await pause(AGAIN_AFTER_MS); // requests are told that the database is away, and the log of the server says why
      }
    }
  }
}
