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
  '&': '&&',
  '|': '||',
  '=': '==',
  '=>': '>=',
  '=<': '<=',
  '<>': '!=',
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
  大于: '>',
  超过: '>',
  高于: '>',
  小于: '<',
  低于: '<',
  大于等于: '>=',
  不小于: '>=',
  不少于: '>=',
  不低于: '>=',
  小于等于: '<=',
  不大于: '<=',
  不超过: '<=',
  不高于: '<=',
  等于: '==',
  不等于: '!=',
  乘以: '*',
  除以: '/',
};

export interface Slip {
  /** 0-based character of the source. */
  readonly offset: number;
  readonly written: string;
  readonly wayOut: Words;
}

/** Quoted text, signs of two, a number with its thousands apart or in Chinese, a word, or any other sign. */
const PIECE =
  /"[^"]*"|'[^']*'|=>|=<|<>|&&|\|\||[=!<>]=|\d{1,3}(?:,\d{3})+(?![\d,])|\d+(?:\.\d+)?[万亿]|[\p{L}_][\p{L}\p{N}_]*|./gsu;

/** The first sign or word that is written otherwise here: Chinese punctuation, `=` for `==`, `and` for `&&`; null when there is none. */
export function slipIn(source: string): Slip | null {
  if (/^“.*”$/s.test(source.trim())) return { offset: 0, written: '“', wayOut: OUTER_QUOTES };
  for (const { 0: written, index: offset } of source.matchAll(PIECE)) {
    const meant = SIGN_MEANT.get(written) ?? numberMeant(written, source.slice(0, offset)) ?? wordMeant(written);
    if (meant !== undefined) return { offset, written, wayOut: instead(written, meant) };
  }
  return null;
}

const SIGN_MEANT: ReadonlyMap<string, string> = new Map(Object.entries(SIGNS));

const OUTER_QUOTES = say(
  '外面的中文引号改为英文单引号，里面的文字用英文双引号：\'data.kind == "late"\'',
  'Write plain single quotes around it, and double quotes around text inside: \'data.kind == "late"\'',
);

const TIMES: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

/** 10,000 outside brackets, and 1万, as numbers are written here. */
function numberMeant(written: string, before: string): string | undefined {
  if (/^\d{1,3}(?:,\d{3})+$/.test(written)) return before.includes('(') ? undefined : written.replaceAll(',', '');
  const [, digits, times = ''] = /^([\d.]+)([万亿])$/.exec(written) ?? [];
  const factor = TIMES[times];
  return digits === undefined || factor === undefined ? undefined : String(Number(digits) * factor);
}

const wordMeant = (written: string): string | undefined =>
  Object.hasOwn(WORDS, written.toLowerCase()) ? WORDS[written.toLowerCase()] : undefined;

const instead = (written: string, meant: string): Words =>
  say(`此处的 ${written} 应写作 ${meant}`, `Write ${meant} for ${written}`);
