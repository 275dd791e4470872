import type { Parts } from '../parts.ts';
import type { Language, Words } from '../value.ts';
import { say } from '../words.ts';
import { type Named, titleOfAttribute, titleOfField, titleOfPart, titleOfStep, titleOfText } from './names.ts';

/** Whether a text is reckoned with rather than read. */
export const isFormula = (text: string): boolean =>
  !/^[a-z0-9]+(-[a-z0-9]+)+$/.test(text) &&
  /\b(?:data|entry|subject|rated|event|other)\.|["()<>=!?&|*]|\s[-+/]\s|^[a-z][a-z0-9_]*$/.test(text) &&
  !/[\p{Script=Han}].*[。，；]/u.test(text.replaceAll(/"[^"]*"|'[^']*'/g, ''));

/** Signs and words of the language of formulas, as one reads them. */
const SIGNS: Readonly<Record<string, readonly [string, string]>> = {
  '&&': [' 且 ', ' and '],
  '||': [' 或 ', ' or '],
  '==': ['＝', ' = '],
  '!=': ['≠', ' ≠ '],
  '>=': ['≥', ' ≥ '],
  '<=': ['≤', ' ≤ '],
  '>': ['＞', ' > '],
  '<': ['＜', ' < '],
  '!': ['非', 'not '],
  '*': ['×', ' × '],
  true: ['是', 'yes'],
  false: ['否', 'no'],
};

/** Between a condition and what it gives, and what is given elsewhere. */
const CHOICE: Readonly<Record<string, readonly [string, string]>> = {
  '?': ['时 ', ' gives '],
  ':': ['，否则 ', ', else '],
};

const TEXTS: Readonly<Record<string, readonly [string, string]>> = {
  latest: ['最近一次', 'the latest'],
  previous: ['上一期', 'the period before'],
  'last-day': ['期末当天', 'on the last day'],
  months: ['按月', 'in months'],
  days: ['按天', 'in days'],
  'half-up': ['四舍五入', 'halves up'],
  'half-even': ['四舍六入五成双', 'halves to the even'],
  up: ['进一', 'up'],
  down: ['舍去', 'down'],
};

const ENTRY: Readonly<Record<string, readonly [string, string]>> = {
  confirmed: ['经第二人确认', 'confirmed by a second person'],
  date: ['发生日期', 'its day'],
  recorded_on: ['填报日期', 'the day it was recorded'],
  kind: ['类型', 'kind'],
  level: ['层级', 'level'],
  since: ['起始日', 'first day'],
  until: ['终止日', 'last day'],
  start: ['期初', 'first day of the period'],
  end: ['期末', 'last day of the period'],
  age: ['年龄', 'age'],
  id: ['对象', 'whom it is about'],
  name: ['名称', 'the name'],
};

/** Names that stand alone. */
const BARE: Readonly<Record<string, readonly [string, string]>> = {
  in: ['属于', 'in'],
  posts: ['所任职务', 'the posts held'],
  points: ['分值', 'the points'],
  total: ['合计', 'the total'],
  score: ['得分', 'the score'],
};

const CALLS: Readonly<Record<string, readonly [string, string]>> = {
  min: ['取小', 'the least of'],
  max: ['取大', 'the greatest of'],
  round: ['取整', 'rounded'],
  full: ['满分', 'full marks of'],
  published: ['已公布的结果', 'the published result'],
  known_or: ['未知时另计', 'where not known, else'],
  is_known: ['已知：', 'known:'],
  has: ['已填', 'filled in:'],
  applies: ['适用：', 'applies:'],
  applies_or: ['不适用时另计', 'where it applies, else'],
  served: ['任职时间', 'time served'],
  holds: ['任职', 'holds the post'],
  days_between: ['相隔天数', 'days between'],
  working_days_between: ['相隔工作日', 'working days between'],
};

const TOKEN =
  /(param|measure|attr)\("([^"]+)"\)|\b(?:(?:subject|rated|person|organisation)\.)?attributes\.([a-z_0-9]+)|\b(?:data|event|other)\.([a-z_0-9]+)|\b(?:entry|subject|rated|period|person|parent)\.([a-z_]+)|"([^"]*)"|'([^']*)'|\s*(&&|\|\||==|!=|>=|<=|>|<|\*)\s*|\s+([?:])\s+|(!)(?!=)|([a-z][a-z0-9_]*)(\s*\()?/g;

/** A formula of a part of which only the other parts are known: titles of its own steps are not. */
export const formulaWords = (text: string, parts: Parts): Words =>
  sourceWords(text, {
    part: { section: 'obligation', id: '', title: say('', ''), before: undefined, after: undefined, parts },
    form: undefined,
    key: '',
  });

/** A formula or condition with titles in the place of ids and words in the place of signs. */
export function sourceWords(text: string, names: Named): Words {
  const bare = text.replace(/^'(.*)'$/s, '$1');
  const told = (language: Language): string =>
    bare.replace(TOKEN, (whole: string, ...groups: (string | undefined)[]) =>
      tokenWords(whole, groups, names, language),
    );
  return say(told('zh-CN'), told('en'));
}

function tokenWords(whole: string, groups: readonly (string | undefined)[], names: Named, language: Language): string {
  const [call, part, attribute, field, entry, double, single, sign, choice, not, word, open] = groups;
  const pick = (pair: readonly [string, string] | undefined): string | undefined =>
    pair?.[language === 'zh-CN' ? 0 : 1];
  const quote = (title: Words | null, id: string) => `“${title?.[language] ?? id}”`;
  if (call === 'attr') return quote(titleOfAttribute(part ?? '', names), part ?? '');
  if (call !== undefined)
    return quote(titleOfPart(call === 'param' ? 'parameters' : 'measures', part ?? '', names), part ?? '');
  if (attribute !== undefined) return quote(titleOfAttribute(attribute, names), attribute);
  if (field !== undefined) return quote(titleOfField(field, names), field);
  if (whole === 'parent.name') return pick(['上级的名称', 'the name of the one above']) ?? whole;
  if (entry !== undefined) return pick(ENTRY[entry]) ?? whole;
  if (choice !== undefined) return pick(CHOICE[choice]) ?? whole;
  const literal = double ?? single;
  if (literal !== undefined) return pick(TEXTS[literal]) ?? quote(titleOfText(literal, names), literal);
  if (sign !== undefined || not !== undefined) return pick(SIGNS[sign ?? not ?? '']) ?? whole;
  if (open !== undefined) return `${pick(CALLS[word ?? '']) ?? word}(`;
  const title = titleOfStep(word ?? '', names);
  return title ? quote(title, '') : (pick(SIGNS[word ?? ''] ?? BARE[word ?? '']) ?? whole);
}
