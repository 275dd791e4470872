import type { Words } from '../../value.ts';
import { say } from '../../words.ts';

/** How closely a phrase holds together: what binds less stands in brackets inside what binds more. */
export const BINDS = { joined: 0, statement: 1, among: 2, sum: 3, product: 4, atom: 5 } as const;
export type Binds = (typeof BINDS)[keyof typeof BINDS];

/** A part of a condition in words. */
export interface Phrase {
  readonly words: Words;
  readonly binds: Binds;
}

export const phrase = (zh: string, en: string, binds: Binds = BINDS.statement): Phrase => ({
  words: say(zh, en),
  binds,
});
export const atom = (zh: string, en: string = zh): Phrase => phrase(zh, en, BINDS.atom);
export const quoted = ({ 'zh-CN': zh, en }: Words): Phrase => atom(`「${zh}」`, `“${en}”`);

/** The words of a phrase, in brackets unless it binds at least as much as its place asks. */
export function held({ words, binds }: Phrase, least: Binds): Words {
  return binds >= least ? words : say(`（${words['zh-CN']}）`, `(${words.en})`);
}

/** Chinese next to letters or digits keeps a space between. */
export const close = (...parts: readonly string[]): string =>
  parts.reduce((left, right) => left + (needsSpace(left, right) ? ' ' : '') + right, '');

const needsSpace = (left: string, right: string): boolean =>
  left !== '' &&
  right !== '' &&
  ((/[\w.]$/.test(left) && !/^[\s（），]/.test(right)) || (/^[\w.−-]/.test(right) && !/[\s（）]$/.test(left)));
