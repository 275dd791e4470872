/** A stream of chance that always runs the same for the same name. */
export interface Chance {
  /** In [0, 1). */
  next(): number;
  /** True with this probability. */
  holds(probability: number): boolean;
  /** A whole number, both ends included. */
  whole(from: number, to: number): number;
  pick<T>(items: readonly T[]): T;
  /** One of the items, by their weights. */
  weighted<T>(items: readonly (readonly [T, number])[]): T;
  /** So many different items, in the order of the list. */
  some<T>(items: readonly T[], count: number): T[];
  shuffled<T>(items: readonly T[]): T[];
}

/**
 * Chance for one thing of the demo (a village, a posting's week). Each thing has its own stream, so
 * that adding a form or a village leaves all others as they were.
 */
export function chance(seed: string, ...name: readonly (string | number)[]): Chance {
  let state = mixed([seed, ...name].join('/'));
  // mulberry32: small, fast and good enough for a made-up county.
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const at = <T>(items: readonly T[], index: number): T => {
    const item = items[index];
    if (item === undefined) throw new Error('nothing to choose from');
    return item;
  };
  const shuffled = <T>(items: readonly T[]): T[] => {
    const copy = [...items];
    for (let i = copy.length - 1; i > 0; i--) {
      const j = whole(0, i);
      const held = at(copy, i);
      copy[i] = at(copy, j);
      copy[j] = held;
    }
    return copy;
  };
  return {
    next,
    whole,
    shuffled,
    holds: (probability) => next() < probability,
    pick: (items) => at(items, whole(0, items.length - 1)),
    weighted(items) {
      let left = next() * items.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [item, weight] of items) {
        left -= weight;
        if (left < 0) return item;
      }
      return at(items, items.length - 1)[0];
    },
    some(items, count) {
      const chosen = new Set(shuffled(items.map((_, i) => i)).slice(0, count));
      return items.filter((_, i) => chosen.has(i));
    },
  };
}

/** FNV-1a with a final mix: near names give far streams. */
function mixed(text: string): number {
  let hash = 2166136261;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
}
