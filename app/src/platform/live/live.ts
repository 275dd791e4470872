/** A message to open screens: what changed, never the data itself; each screen reads it within its own scope. */
export interface LiveMessage {
  readonly kind: 'standings';
  readonly jurisdiction: string;
  readonly organisations: readonly string[];
  readonly at: string;
}

type Listener = (message: LiveMessage) => void;

/** Hands messages to everybody who listens in this process. */
export class LiveChannel {
  readonly #listeners = new Set<Listener>();

  publish(message: LiveMessage): void {
    for (const listener of this.#listeners) listener(message);
  }

  /** @returns a function that stops listening. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  get listeners(): number {
    return this.#listeners.size;
  }
}
