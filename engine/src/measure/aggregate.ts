import { Decimal } from '../decimal.ts';
import { factRef } from '../duty/fact-ref.ts';
import type { Explanation } from '../explanation.ts';
import type { Parts } from '../parts.ts';
import type { Value, Words } from '../value.ts';
import { plain } from '../value-json.ts';
import { say } from '../words.ts';
import type { Element } from './element.ts';
import type { Collected, Contribution } from './over.ts';
import type { At, Figure, FigureType } from './types.ts';
import { lacking, step } from './values.ts';

export interface Aggregate<T> {
  readonly construct: string;
  readonly parts: Parts;
  readonly type: FigureType;
  readonly words: Words;
  readonly collect: (at: At) => Collected<T>;
  /** The value when every member's contribution is known. */
  readonly reduce: (members: readonly Contribution<T>[], at: At) => Value;
  /** Decides in spite of what is not known, e.g. one yes is enough for `any`. */
  readonly decide?: (members: readonly Contribution<T>[]) => Value | null;
  /** How much each member counts, for the explanation; as collected when absent. */
  readonly shown?: (members: readonly Contribution<T>[]) => readonly string[];
  /** The same for many rows in one pass. */
  readonly micros?: Figure['micros'] | undefined;
}

/** An aggregate over a set: not known as long as one member's contribution is not. */
export function aggregate<T>(made: Aggregate<T>): Figure {
  const judge = ({ members, doubt }: Collected<T>, at: At): Value => {
    if (doubt.length === 0) return made.reduce(members, at);
    return made.decide?.(members) ?? lacking(doubt);
  };
  return {
    evaluate: (at) => judge(made.collect(at), at),
    ...(made.micros ? { micros: made.micros } : {}),
    explain: (at) => {
      const collected = made.collect(at);
      const { members } = collected;
      const shown = made.shown?.(members) ?? members.map(({ worth }) => showWorth(worth));
      return step(made.parts, made.type, {
        construct: made.construct,
        words: withJoined(made.words, collected.joined),
        result: judge(collected, at),
        details: { members: members.length },
        ...listed(members, shown),
      });
    },
  };
}

/** What was worked out, with whose entries of before a merger were read. */
const withJoined = (words: Words, joined: Words | undefined): Words =>
  joined === undefined ? words : say(`${words['zh-CN']}，${joined['zh-CN']}`, `${words.en}, ${joined.en}`);

/** A contribution as text: numbers without exponent, 1 for yes and 0 for no. */
function showWorth(worth: unknown): string {
  if (typeof worth === 'boolean') return worth ? '1' : '0';
  if (typeof worth === 'number') return plain(new Decimal(worth));
  return String(worth);
}

/** The members: entries as facts, others by name. */
function listed(
  members: readonly Contribution<unknown>[],
  shown: readonly string[],
): Pick<Explanation, 'facts' | 'children'> {
  const facts = members.flatMap(({ element }, i) =>
    element.fact ? [factRef(element.fact, shown[i], noteOf(element), element.title)] : [],
  );
  const children = members.flatMap(({ element: { fact, title } }, i): Explanation[] =>
    fact ? [] : [{ construct: 'member', words: title, result: { state: 'known', value: shown[i] ?? '' } }],
  );
  return { ...(facts.length > 0 ? { facts } : {}), ...(children.length > 0 ? { children } : {}) };
}

/** What an entry speaks of, and what was read for it. */
function noteOf({ called, notes = [] }: Element): Words | undefined {
  const all = [...(called ? [called] : []), ...notes];
  if (all.length < 2) return all[0];
  return say(all.map((one) => one['zh-CN']).join('；'), all.map((one) => one.en).join('; '));
}
