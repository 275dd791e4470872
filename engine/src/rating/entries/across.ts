import { inOrder } from '../../measure/in-order.ts';
import type { CompiledSet } from '../../measure/set.ts';
import type { At } from '../../measure/types.ts';
import { lacking } from '../../measure/values.ts';
import type { Once } from '../../schema/rating/once.ts';
import type { Missing, Value, Words } from '../../value.ts';
import { say } from '../../words.ts';
import { dropped, type Line } from './line.ts';
import { compileKey, type KeyOf } from './matter.ts';

/** The entries of an item that count by themselves at a place, or what keeps that from being known. */
export type Claims = (at: At) => readonly Line[] | { readonly missing: readonly Missing[] };

/** What keeps entries of an item from counting beside those of other items. */
export interface Beside {
  /** Drops what counts in another item instead; not known as long as the entries of that item are not. */
  readonly keep: (lines: readonly Line[], at: At) => readonly Line[] | Value;
  /** Whether an entry stands in another item too. */
  readonly isShared: (line: Line, at: At) => boolean;
}

/** The items of one rating that look at each other’s entries. They enter when they are compiled, and look when they are worked out. */
export class Matters {
  readonly #rules: readonly Once[];
  readonly #titleOf: (step: string) => Words;
  readonly #entered: { readonly step: string; readonly claims: Claims; readonly keys: ReadonlyMap<Once, KeyOf> }[] = [];

  constructor(rules: readonly Once[], titleOf: (step: string) => Words) {
    this.#rules = rules.filter(({ counts }) => counts !== 'each');
    this.#titleOf = titleOf;
  }

  /** Null when no rule names the item. */
  enter(step: string, set: CompiledSet, claims: Claims): Beside | null {
    const rules = this.#rules.filter(({ items }) => items.includes(step));
    if (rules.length === 0) return null;
    this.#entered.push({ step, claims, keys: new Map(rules.map((rule) => [rule, compileKey(rule.same, set)])) });
    const keyOf = (rule: Once) => matterOf(compileKey(rule.same, set));
    const keys = new Map(rules.map((rule) => [rule, keyOf(rule)]));
    return {
      keep: (lines, at) => this.#keep(lines, at, step, keys),
      isShared: (line, at) =>
        rules.some((rule) => {
          const others = this.#others(rule, step, at);
          const key = keys.get(rule)?.(line);
          return !('missing' in others) && key !== undefined && others.some((one) => one.key === key);
        }),
    };
  }

  #keep(
    lines: readonly Line[],
    at: At,
    step: string,
    keys: ReadonlyMap<Once, (line: Line) => string>,
  ): readonly Line[] | Value {
    let kept = lines;
    for (const [rule, keyOf] of keys) {
      const others = this.#others(rule, step, at);
      if ('missing' in others) return lacking(others.missing);
      const own = kept.filter(({ counts }) => counts).map((line) => ({ step, line, key: keyOf(line) }));
      kept = kept.map((line) => {
        if (!line.counts) return line;
        const key = keyOf(line);
        const winner = [...own, ...others].filter((one) => one.key === key).toSorted(ahead(rule))[0];
        return winner && winner.step !== step ? dropped(line, this.#instead(winner)) : line;
      });
    }
    return kept;
  }

  #others(rule: Once, step: string, at: At): readonly Claim[] | { readonly missing: readonly Missing[] } {
    const found: Claim[] = [];
    for (const one of this.#entered) {
      const key = one.keys.get(rule);
      if (one.step === step || !key) continue;
      const lines = one.claims(at);
      if ('missing' in lines) return lines;
      const keyOf = matterOf(key);
      for (const line of lines) if (line.counts) found.push({ step: one.step, line, key: keyOf(line) });
    }
    return found;
  }

  #instead({ step, line }: Claim): Words {
    const { 'zh-CN': zh, en } = this.#titleOf(step);
    return say(
      `同一事项已按“${zh}” ${line.fact.date} 的一条计，不再计`,
      `one matter with that of ${line.fact.date} in “${en}”, which counts instead`,
    );
  }
}

interface Claim {
  readonly step: string;
  readonly line: Line;
  readonly key: string;
}

/** The same entry is always one matter. */
const matterOf =
  (keyOf: KeyOf) =>
  ({ element, fact }: Line): string =>
    keyOf(element) ?? `#${fact.id}`;

const ahead =
  ({ counts, items }: Once) =>
  (a: Claim, b: Claim): number => {
    const listed = items.indexOf(a.step) - items.indexOf(b.step);
    if (counts === 'highest') return b.line.points.comparedTo(a.line.points) || listed;
    if (counts === 'first-listed' || a.line.fact.id === b.line.fact.id) return listed;
    return counts === 'first' ? inOrder(a.line, b.line) : inOrder(b.line, a.line);
  };
