import { distance, probably } from '../nearest.ts';
import type { Finding } from '../problem.ts';
import type { OpenChoice } from '../schema/choice.ts';
import type { Language, Words } from '../value.ts';
import { counted } from '../words.ts';
import { quantityHint } from './quantity-words.ts';
import { isRecord } from './schema-shape.ts';
import { idsIn, patternHint } from './text-words.ts';
import { chineseSign } from './yaml-words.ts';

const TYPE_WORDS: Readonly<Record<string, readonly [string, string]>> = {
  object: ['一组“键: 值”', 'a group of `key: value`'],
  array: ['一个列表', 'a list'],
  string: ['文字', 'text'],
  number: ['数字', 'a number'],
  integer: ['整数', 'a whole number'],
  boolean: ['true 或 false', 'true or false'],
  null: ['空值', 'null'],
};

/** A form in Chinese and in English. */
export type Named = readonly [string, string];

export const alike = (name: string): Named => [name, name];
export const typeWords = (type: string): Named => TYPE_WORDS[type] ?? alike(type);
const once = (names: readonly Named[]): Named[] => [...new Map(names.map((one) => [one[0], one])).values()];
const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'null';
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
};
const finding = (code: string, at: string, zh: string, en: string, wayZh: string, wayEn: string): Finding => ({
  code,
  at,
  words: { 'zh-CN': zh, en },
  wayOut: { 'zh-CN': wayZh, en: wayEn },
});

/** `ways` are the few forms in which it may be written, if there are several. */
export function missingKey(at: string, key: string, said: Words | undefined, ways: readonly Named[] = []): Finding {
  const few = once(ways);
  const told = few.length > 1 && few.length <= MOST_WAYS;
  return finding(
    'missing-key',
    at,
    `缺少“${key}”`,
    `“${key}” is missing`,
    `补上“${key}”${said ? `（${said['zh-CN']}）` : ''}${told ? `，可写 ${few.map(([zh]) => `${key}: ${zh}`).join('；')}` : ''}`,
    `Add “${key}”${said ? `: ${said.en}` : ''}${told ? `. Write ${few.map(([, en]) => `${key}: ${en}`).join('; ')}` : ''}`,
  );
}

/** A key that belongs one level deeper. */
export interface Misplaced {
  readonly key: string;
  readonly under: string;
}

/** None of several keys stands there, of which one must; perhaps what belongs under one of them does. */
export function noneOf(at: string, keys: readonly string[], misplaced: Misplaced | null): Finding {
  const [zh, en] = misplaced
    ? [
        `“${misplaced.key}”写在 ${misplaced.under} 下：${misplaced.under}: { ${misplaced.key}: … }`,
        `“${misplaced.key}” stands under ${misplaced.under}: ${misplaced.under}: { ${misplaced.key}: … }`,
      ]
    : [
        `写这些键中的一个：${keys.slice(0, MOST_OFFERED).join('、')}${keys.length > MOST_OFFERED ? ' 等' : ''}`,
        `Write one of these keys: ${keys.slice(0, MOST_OFFERED).join(', ')}${keys.length > MOST_OFFERED ? ' …' : ''}`,
      ];
  return finding('missing-key', at, '还没有写它怎么算', 'How it is worked out is not written yet', zh, en);
}

const MOST_OFFERED = 16;

/** A file without content. */
export const emptyFile: Finding = finding(
  'empty-file',
  '',
  '文件里没有内容',
  'The file has no content',
  '写上内容，或删去这个文件',
  'Write its content, or delete the file',
);

/** A group in which at least one key must stand. */
export const emptyGroup = (at: string, keys: readonly string[]): Finding =>
  finding(
    'missing-key',
    at,
    '这里至少要写一个键',
    'At least one key must stand here',
    `可用：${keys.join(', ')}`,
    `Possible here: ${keys.join(', ')}`,
  );

/** A choice the pack has to make: there is no silent default. */
export function openChoice(
  at: string,
  key: string,
  { question, options }: OpenChoice,
  others: readonly Named[],
): Finding {
  const forms = once(others);
  const other = forms.slice(0, MOST_NAMED);
  const more = forms.length > MOST_NAMED;
  const listed = (language: Language): string =>
    Object.entries(options)
      .map(([id, words]) => `${key}: ${id}${language === 'zh-CN' ? `（${words[language]}）` : ` (${words[language]})`}`)
      .join(language === 'zh-CN' ? '；' : '; ');
  return finding(
    'open-choice',
    at,
    `尚未声明“${key}”：${question['zh-CN']}`,
    `“${key}” is not stated: ${question.en}`,
    `写明其一：${listed('zh-CN')}${other.length === 0 ? '' : `；或 ${other.map(([zh]) => zh).join('、')}${more ? ' 等' : ''}`}`,
    `State one: ${listed('en')}${other.length === 0 ? '' : `; or ${other.map(([, en]) => en).join(', ')}${more ? ' …' : ''}`}`,
  );
}

/** Expressions have dozens of forms: the first ones say which kind of answer is meant. */
const MOST_NAMED = 4;

const unknown = (key: string): Words => ({ 'zh-CN': `不认识的键“${key}”`, en: `Unknown key “${key}”` });

/** A key that does not belong here; `level` says where it would. */
export function unknownKey(
  at: string,
  key: string,
  known: readonly string[],
  pattern: string | undefined,
  level: Words | null,
): Finding {
  const close = probably(key, known);
  const offered = known.length === 0 ? (pattern ?? '') : known.join(', ');
  const slip = endMeant(key, known) ?? commaInBraces(key) ?? level ?? chineseSign(key);
  if (slip) return { code: 'unknown-key', at: `${at}#key`, words: unknown(key), wayOut: slip };
  return finding(
    'unknown-key',
    `${at}#key`,
    unknown(key)['zh-CN'],
    unknown(key).en,
    close ? `是否为“${close}”？` : offered ? `此处可用：${offered}` : '删去它',
    close ? `Did you mean “${close}”?` : offered ? `Possible here: ${offered}` : 'Remove it',
  );
}

/** Signs and words for the ends of a row. */
const ENDS: Readonly<Record<string, string>> = {
  ...{
    '>=': 'at_least',
    '≥': 'at_least',
    不低于: 'at_least',
    不少于: 'at_least',
    大于等于: 'at_least',
    以上: 'at_least',
  },
  ...{ '>': 'above', 高于: 'above', 大于: 'above', 超过: 'above' },
  ...{ '<=': 'at_most', '≤': 'at_most', 不高于: 'at_most', 不超过: 'at_most', 小于等于: 'at_most' },
  ...{ '<': 'below', 低于: 'below', 小于: 'below', 以下: 'below', 不足: 'below' },
};

function endMeant(key: string, known: readonly string[]): Words | null {
  const meant = Object.hasOwn(ENDS, key) ? ENDS[key] : undefined;
  return meant !== undefined && known.includes(meant) ? { 'zh-CN': `写 ${meant}`, en: `Write ${meant}` } : null;
}

/** In one-line style a comma ends the value: what stands behind it is read as a key. */
const commaInBraces = (key: string): Words | null =>
  /[()*+/<>=&|?"']|^\d/.test(key)
    ? {
        'zh-CN': '花括号里的逗号断开了公式：公式加引号，如 formula: "min(a, b)"',
        en: 'A comma inside { } ends the formula: put the formula in quotes, such as formula: "min(a, b)"',
      }
    : null;

export function wrongType(at: string, value: unknown, wanted: readonly string[], hint: Words | null = null): Finding {
  const [zh, en] = [wanted.map((w) => typeWords(w)[0]).join('或'), wanted.map((w) => typeWords(w)[1]).join(' or ')];
  const number = wanted.some((type) => type === 'integer' || type === 'number') ? quantityHint(value, []) : null;
  const slip = hint ?? number ?? (typeof value === 'string' && wanted.includes('object') ? noColon(value) : null);
  const quoted = quotable(value, wanted);
  return finding(
    'wrong-type',
    at,
    `应为${spaced(zh)}，实为 ${shown(value)}`,
    `Must be ${en}, is ${shown(value)}`,
    slip?.['zh-CN'] ?? (quoted ? `加引号："${shown(value)}"` : `改写为${spaced(zh)}`),
    slip?.en ?? (quoted ? `Put it in quotes: "${shown(value)}"` : `Write ${en}`),
  );
}

/** How a group is written that stands as one value: by its keys, those that must stand there first. */
export function asGroup(value: unknown, properties: readonly string[], required: readonly string[]): Words | null {
  const slip = typeof value === 'string' ? noColon(value) : null;
  const [first = '', ...more] = [...new Set([...required, ...properties])].slice(0, MOST_KEYS);
  if (slip !== null || first === '') return slip;
  const keys = [`${first}: …`, ...more.filter((key) => required.includes(key)).map((key) => `${key}: …`)].join(', ');
  const others = more.filter((key) => !required.includes(key));
  return {
    'zh-CN': `改写为一组“键: 值”：{ ${keys} }${others.length === 0 ? '' : `；还可写 ${others.join('、')}`}`,
    en: `Write a group of \`key: value\`: { ${keys} }${others.length === 0 ? '' : `; ${others.join(', ')} may stand there too`}`,
  };
}

const MOST_KEYS = 6;

/** How a list is written that stands as one value: in brackets, apart by commas; entries of groups by dashes. */
export function asList(value: unknown, ofGroups: boolean): Words | null {
  if (ofGroups)
    return isRecord(value)
      ? { 'zh-CN': '改写为一个列表：每一项以“- ”开头', en: 'Write a list: each entry begins with “- ”' }
      : null;
  if (typeof value === 'string' && /^[【［]|^“/.test(value)) return chineseSign(value);
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const parts = inList(String(value));
  const list = `[${parts.map((part) => (/[^\p{L}\p{N}_. -]/u.test(part) ? JSON.stringify(part) : part)).join(', ')}]`;
  return { 'zh-CN': `写作 ${list}`, en: `Write ${list}` };
}

/** `a，b` and `a、b` are two ids; a sentence with a comma is one text. */
const inList = (text: string): string[] => idsIn(text) ?? [text];

/** A space between Chinese and what begins with a letter or quote. */
const spaced = (text: string): string => (/^[\w"]/.test(text) ? ` ${text}` : text);

/** `key:value` and `key：value` are read as one text. */
const noColon = (value: string): Words | null =>
  chineseSign(value) ??
  (/^[\w-]+:\S/.test(value)
    ? { 'zh-CN': '冒号后空一格：“键: 值”', en: 'Write a space after the colon: `key: value`' }
    : null);

/** YAML reads an unquoted 2026 as a number. */
const quotable = (value: unknown, wanted: readonly string[]): boolean =>
  wanted.includes('string') && (typeof value === 'number' || typeof value === 'boolean');

/** What may be written, each with what it means where the schema says so. */
export type Options = ReadonlyMap<string, Words | undefined>;

export function wrongOption(at: string, value: string, options: Options): Finding {
  const close = meantBy(value, options) ?? probably(value, [...options.keys()]);
  const told = [...options].map(([id, words]) => withMeaning(id, words));
  return finding(
    'wrong-option',
    at,
    `“${value}”不在可选值之中`,
    `“${value}” is not one of the options`,
    close ? `是否为“${close}”？` : `可选：${told.map(([zh]) => zh).join('、')}`,
    close ? `Did you mean “${close}”?` : `Options: ${told.map(([, en]) => en).join(', ')}`,
  );
}

/** The option whose meaning was written instead of its id: `逾期` for `overdue`. */
const meantBy = (value: string, options: Options): string | null =>
  [...options].find(([, words]) => words?.['zh-CN'] === value || words?.en === value)?.[0] ?? null;

/** A way of writing with what it means, in brackets. */
export const withMeaning = (name: string, words: Words | undefined): Named =>
  words ? [`${name}（${words['zh-CN']}）`, `${name} (${words.en})`] : alike(name);

export function wrongPattern(at: string, value: string, said: Words | undefined, pattern: string | undefined): Finding {
  const hint = patternHint(value, pattern);
  const [zh, en] = said
    ? [said['zh-CN'], said.en]
    : [`须符合 ${pattern ?? '至少一个字'}`, `Must match ${pattern ?? 'at least one character'}`];
  const found = finding(
    'wrong-text',
    at,
    `“${value}”写法不对`,
    `“${value}” is not written as it must be`,
    hint ? `${hint['zh-CN']}${said ? `（此处：${zh}）` : ''}` : zh,
    hint ? `${hint.en}${said ? ` (here: ${en})` : ''}` : en,
  );
  return { ...found, written: value };
}

/** A number outside its ends; `above` is an end that itself is too low. */
export const outOfRange = (at: string, value: number, ends: Ends): Finding => {
  const whole = value === 0 && at.endsWith('/decimals') && ends.low === 1;
  return finding(
    'out-of-range',
    at,
    `${value} 超出范围`,
    `${value} is out of range`,
    whole ? '整数写 type: integer，并删去 decimals' : `须${endsZh(ends)}`,
    whole ? 'Write type: integer for whole numbers, and remove decimals' : `Must be ${endsEn(ends)}`,
  );
};

interface Ends {
  readonly low: number | undefined;
  readonly high: number | undefined;
  readonly above?: number | undefined;
}

function endsZh({ low, high, above }: Ends): string {
  if (above !== undefined) return high === undefined ? `大于 ${above}` : `大于 ${above}、不超过 ${high}`;
  if (low === undefined) return `不超过 ${high}`;
  return high === undefined ? `不少于 ${low}` : `在 ${low} 与 ${high} 之间`;
}

function endsEn({ low, high, above }: Ends): string {
  if (above !== undefined) return high === undefined ? `above ${above}` : `above ${above} and at most ${high}`;
  if (low === undefined) return `at most ${high}`;
  return high === undefined ? `at least ${low}` : `between ${low} and ${high}`;
}

export function wrongLength(at: string, length: number, least = 0, most = Number.POSITIVE_INFINITY): Finding {
  const bounds = most === Number.POSITIVE_INFINITY ? [`至少写 ${least} 项`, `Write at least ${least}`] : null;
  const [zh, en] = bounds ?? [`写 ${least} 至 ${most} 项`, `Write ${least} to ${most}`];
  return finding(
    'wrong-length',
    at,
    length === 0 ? '列表是空的' : `列表有 ${length} 项`,
    length === 0 ? 'The list is empty' : `The list has ${counted(length, 'item')}`,
    zh ?? '',
    en ?? '',
  );
}

export const noBranch = (at: string, value: unknown, names: readonly Named[], said: Words | undefined): Finding => {
  const unique = once(names);
  const few = unique.length <= MOST_WAYS + 2 ? unique : likestFirst(value, unique).slice(0, MOST_WAYS);
  const quantity = quantityHint(
    value,
    unique.map(([, name]) => name),
  );
  const [all, allEn] =
    few.length === unique.length ? ['', ''] : [` 等 ${unique.length} 种`, ` … of ${unique.length} ways`];
  return finding(
    'no-such-form',
    at,
    `${shown(value)} 不是此处可用的写法`,
    `${shown(value)} is none of the ways to write this`,
    quantity?.['zh-CN'] ?? `可用：${few.map(([zh]) => zh).join('、')}${all}${said ? `（${said['zh-CN']}）` : ''}`,
    quantity?.en ?? `Possible: ${few.map(([, en]) => en).join(', ')}${allEn}${said ? ` (${said.en})` : ''}`,
  );
};

const MOST_WAYS = 6;

/** Ways whose key is most like a key that is written; the others as they come. */
function likestFirst(value: unknown, names: readonly Named[]): Named[] {
  const written = isRecord(value) ? Object.keys(value) : [String(value)];
  const far = ([, name]: Named): number => {
    const key = /^\{ ([\w-]+):/.exec(name)?.[1] ?? name;
    return Math.min(1, ...written.map((one) => distance(one, key)));
  };
  const near = (named: Named) => (far(named) < 0.7 ? far(named) : 1);
  return names.toSorted((a, b) => near(a) - near(b));
}
