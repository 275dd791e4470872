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
  '；': '',
  ';': '',
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

const UNITS = '分|元|万元|天|日|个|次|人|件|户|名|项|年|月|周|小时|分钟|公里|亩|票|工作日|个工作日|自然日';
/** `5天`, `90 分`: a number with its unit behind it. */
export const NUMBER_WITH_UNIT = `\\d+(?:\\.\\d+)?\\s*(?:个)?(?:${UNITS})(?!\\p{Script=Han})`;

/** Quoted text, signs of two, a number with its thousands apart or in Chinese, a word, or any other sign. */
const PIECE = new RegExp(
  [
    ...['"[^"]*"', "'[^']*'", '=>', '=<', '<>', '&&', '\\|\\|', '[=!<>]=', '\\d{1,3}(?:,\\d{3})+(?![\\d,])'],
    ...['\\d+(?:\\.\\d+)?[万亿]', '\\d+(?:\\.\\d+)?\\s*[%％]', NUMBER_WITH_UNIT, '[\\p{L}_][\\p{L}\\p{N}_]*', '.'],
  ].join('|'),
  'gsu',
);

/** The first sign or word that is written otherwise here: Chinese punctuation, `=` for `==`, `and` for `&&`; null when there is none. */
export function slipIn(source: string): Slip | null {
  if (/^“.*”$/s.test(source.trim())) return { offset: 0, written: '“', wayOut: OUTER_QUOTES };
  if (/^\s*=(?!=)/.test(source)) return { offset: source.indexOf('='), written: '=', wayOut: NO_EQUALS };
  for (const { 0: written, index: offset } of source.matchAll(PIECE)) {
    if (written === '^') return { offset, written, wayOut: POWER };
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

const NO_EQUALS = say('不以 = 开头：删去它', 'It does not begin with =: remove it');
const POWER = say('乘方写 x * x，开方写 root(x, 2)', 'Write a power as x * x, a root as root(x, 2)');

const TIMES: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

/** 10,000 outside brackets, and 1万, as numbers are written here. */
function numberMeant(written: string, before: string): string | undefined {
  if (/^\d{1,3}(?:,\d{3})+$/.test(written)) return before.includes('(') ? undefined : written.replaceAll(',', '');
  const percent = /^([\d.]+)\s*[%％]$/.exec(written)?.[1];
  if (percent !== undefined) return fromPercent(percent);
  const counted = /^([\d.]+)\s*(?![万亿])\p{Script=Han}+$/u.exec(written)?.[1];
  if (counted !== undefined) return counted;
  const [, digits, times = ''] = /^([\d.]+)([万亿])$/.exec(written) ?? [];
  const factor = TIMES[times];
  return digits === undefined || factor === undefined ? undefined : String(Number(digits) * factor);
}

/** 90 of 90 % as a share: 0.9. */
export const fromPercent = (digits: string): string => String(Number((Number(digits) / 100).toPrecision(12)));

const wordMeant = (written: string): string | undefined =>
  Object.hasOwn(WORDS, written.toLowerCase()) ? WORDS[written.toLowerCase()] : undefined;

const instead = (written: string, meant: string): Words =>
  meant === ''
    ? say(`删去 ${written}`, `Remove ${written}`)
    : say(`此处的 ${written} 应写作 ${meant}`, `Write ${meant} for ${written}`);
