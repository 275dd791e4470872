import type postgres from 'postgres';
import { type Connection, openClient } from './client.ts';

/** Seconds a client that lost a connection has for what still runs on its others. */
const LAST_SECONDS = 5;

/**
 * Connections that outlive the fall of the database. A client that lost a connection takes no new work, and a fresh one
 * stands in its place: postgres.js 3.4 keeps what it had not yet sent and may never wake up on that connection again.
 */
export class Pool {
  #connection: Connection;
  readonly #max: number;
  readonly #onLoss: () => void;
  #client: postgres.Sql;
  #ended = false;

  constructor(connection: Connection, max: number, onLoss: () => void = () => undefined) {
    this.#connection = connection;
    this.#max = max;
    this.#onLoss = onLoss;
    this.#client = this.#open();
  }

  /** The client to begin work with: ask for it each time. */
  get client(): postgres.Sql {
    return this.#client;
  }

  get connection(): Connection {
    return this.#connection;
  }

  /** From now on connects elsewhere. */
  moveTo(connection: Connection): void {
    this.#connection = connection;
    this.#replace();
  }

  async end(): Promise<void> {
    this.#ended = true;
    await this.#client.end({ timeout: LAST_SECONDS });
  }

  #open(): postgres.Sql {
    const client: postgres.Sql = openClient(this.#connection, this.#max, () => {
      if (this.#ended || client !== this.#client) return;
      this.#replace();
      this.#onLoss();
    });
    return client;
  }

  #replace(): void {
    const lost = this.#client;
    this.#client = this.#open();
    void lost.end({ timeout: LAST_SECONDS }).catch(() => undefined);
  }
}
