import type { Words } from '../value.ts';
import { say } from '../words.ts';

/** What is written in its place in a formula or condition. */
const SIGNS: Readonly<Record<string, string>> = {
  '（': '(',
  '）': ')',
  '，': ',',
  '、': ',',
  '。': '.',
  '：': ':',
  '？': '?',
  '！': '!',
  '＝': '==',
  '＞': '>',
  '＜': '<',
  '≥': '>=',
  '≤': '<=',
  '≠': '!=',
  '＋': '+',
  '－': '-',
  '—': '-',
  '×': '*',
  '＊': '*',
  '÷': '/',
  '／': '/',
  '％': '/ 100',
  '%': '/ 100',
  '＆': '&&',
  '｜': '||',
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '＂': '"',
  '．': '.',
  ...Object.fromEntries([...'０１２３４５６７８９'].map((wide, digit) => [wide, String(digit)])),
};

const WORDS: Readonly<Record<string, string>> = {
  and: '&&',
  or: '||',
  not: '!',
  且: '&&',
  并且: '&&',
  或: '||',
  或者: '||',
};

export interface Slip {
  /** 0-based character of the source. */
  readonly offset: number;
  readonly written: string;
  readonly wayOut: Words;
}

/** Quoted text, a lone `=`, a word, or any other sign. */
const PIECE = /"[^"]*"|'[^']*'|[=!<>]=|[\p{L}_][\p{L}\p{N}_]*|./gsu;

/** The first sign or word that is written otherwise here: Chinese punctuation, `=` for `==`, `and` for `&&`; null when there is none. */
export function slipIn(source: string): Slip | null {
  for (const { 0: written, index: offset } of source.matchAll(PIECE)) {
    const meant = written === '=' ? '==' : Object.hasOwn(SIGNS, written) ? SIGNS[written] : wordMeant(written);
    if (meant !== undefined) return { offset, written, wayOut: instead(written, meant) };
  }
  return null;
}

const wordMeant = (written: string): string | undefined =>
  Object.hasOwn(WORDS, written.toLowerCase()) ? WORDS[written.toLowerCase()] : undefined;

const instead = (written: string, meant: string): Words =>
  say(`此处的 ${written} 应写作 ${meant}`, `Write ${meant} for ${written}`);
