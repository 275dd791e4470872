import type { Scope } from '../platform/access/scope.ts';

const KEPT_MS = 5_000;
const MOST = 20_000;

/** Counts changes of accounts and grants in this process; other processes' caches run out by themselves. */
let generation = 0;

/** Whoever changes what an account may do says so, once it is durable. */
export function grantsChanged(): void {
  generation += 1;
}

interface Kept {
  readonly scope: Scope | null;
  readonly until: number;
  readonly generation: number;
}

/** Remembers scopes by session for up to five seconds, and not beyond a change of grants. */
export class ScopeCache {
  readonly #kept = new Map<string, Kept>();

  find(key: string): { readonly scope: Scope | null } | undefined {
    const kept = this.#kept.get(key);
    return kept && kept.until > Date.now() && kept.generation === generation ? kept : undefined;
  }

  /** `asOf` is the generation before the scope was read: a change in between must not be missed. */
  keep(key: string, scope: Scope | null, asOf: number): void {
    if (this.#kept.size >= MOST) this.#kept.clear();
    this.#kept.set(key, { scope, until: Date.now() + KEPT_MS, generation: asOf });
  }

  /** Forgets every key that ends in this cookie; what was being looked up meanwhile is not kept. */
  forgetSession(cookie: string): void {
    generation += 1;
    for (const key of this.#kept.keys()) if (key.endsWith(cookie)) this.#kept.delete(key);
  }

  get generation(): number {
    return generation;
  }
}
