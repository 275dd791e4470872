import type { Env } from '../condition.ts';
import type { Decimal } from '../decimal.ts';
import type { Fact } from '../facts.ts';
import type { Missing, Words } from '../value.ts';
import { say } from '../words.ts';

/** One member of a set: an entry, a posting, an organisation, a tenure or a Party member. */
export interface Element {
  readonly env: Env;
  /** The entry, when the set is one of entries. */
  readonly fact: Fact | null;
  /** What people call it: the form of an entry, else a name. */
  readonly title: Words;
  /** What was read for it from entries of other forms. */
  readonly notes?: readonly Words[];
  /** Which part of it counts, 0 to 1, where it is of an organisation that was divided. */
  readonly share?: Decimal;
  /** What it speaks of, where that makes two members the same; and as people call it. */
  readonly thing?: string;
  readonly called?: Words;
  /** What would have to be recorded for it, where its set is one of several. */
  readonly missingName?: (path: string) => Missing;
  /** Why it counts nothing, whatever it is worth. */
  readonly refused?: Words;
}

/** The members of a set, and what keeps it from being known who else belongs to it. */
export interface Gathered {
  readonly elements: readonly Element[];
  readonly doubt: readonly Missing[];
  /** Those of whom it is not known whether they belong; what is missing of them is among the doubt. */
  readonly unclear?: readonly Unclear[];
  /** Whose entries of before a merger or division are among them. */
  readonly joined?: Words;
}

/** One of whom it is not known whether it belongs. */
export interface Unclear {
  readonly element: Element;
  readonly missing: readonly Missing[];
}

/** The names of a set's fields that hold nothing, as what would have to be recorded. */
export function missingIn(element: Element, reads: readonly string[], nameOf: (path: string) => Missing): Missing[] {
  const empty = reads.filter((path) => isEmpty(element.env, path));
  return (empty.length > 0 ? empty : reads.slice(0, 1)).map((path) => {
    const { what, words } = (element.missingName ?? nameOf)(path);
    return { what, words: prefixed(words, element) };
  });
}

function prefixed(words: Words, { title, fact }: Element): Words {
  const day = fact ? `${fact.date} ` : '';
  return say(`${day}${title['zh-CN']}：${words['zh-CN']}`, `${day}${title.en}: ${words.en}`);
}

function isEmpty(env: Env, path: string): boolean {
  if (path.startsWith(PARAMETER)) return valueIn(env.param, path.slice(PARAMETER.length)) === undefined;
  let at: unknown = env;
  for (const key of path.split('.')) at = (at as Record<string, unknown> | null | undefined)?.[key];
  return at === undefined || at === null || at === '';
}

/** Ids of parameters have dots of their own. */
const PARAMETER = 'param.';
const valueIn = (record: unknown, key: string): unknown =>
  (record as Readonly<Record<string, unknown>> | undefined)?.[key];
