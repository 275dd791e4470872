import type { Rating, Words } from '@luoshi/engine';

/** A number written in the rules of a rating, which can be tried otherwise. */
export interface RuleNumber {
  /** JSON pointer inside the rating. */
  readonly at: string;
  readonly step: Words;
  /** What the number is of its step. */
  readonly part: Words;
  readonly value: string;
}

const WORDS: Readonly<Record<string, Words>> = {
  full: { 'zh-CN': '满分', en: 'full marks' },
  points: { 'zh-CN': '分值', en: 'points' },
  at_least: { 'zh-CN': '不低于', en: 'at least' },
  above: { 'zh-CN': '高于', en: 'above' },
  at_most: { 'zh-CN': '不高于', en: 'at most' },
  below: { 'zh-CN': '低于', en: 'below' },
  cap: { 'zh-CN': '上限', en: 'cap' },
  floor: { 'zh-CN': '下限', en: 'floor' },
  out_of: { 'zh-CN': '原满分', en: 'out of' },
  share: { 'zh-CN': '份额', en: 'share' },
  first: { 'zh-CN': '前几名', en: 'first' },
  last: { 'zh-CN': '后几名', en: 'last' },
  from: { 'zh-CN': '自', en: 'from' },
  to: { 'zh-CN': '至', en: 'to' },
  per: { 'zh-CN': '每', en: 'per' },
  up_to: { 'zh-CN': '至', en: 'up to' },
  base: { 'zh-CN': '基数', en: 'base' },
  amount: { 'zh-CN': '金额', en: 'amount' },
  is: { 'zh-CN': '系数', en: 'factor' },
  shown_from: { 'zh-CN': '满几人才显示', en: 'shown from' },
  less: { 'zh-CN': '每名递减', en: 'less for each place' },
  points_of: { 'zh-CN': '满分', en: 'full marks' },
  value: { 'zh-CN': '值', en: 'value' },
};

const isNumber = (value: unknown): boolean =>
  typeof value === 'number' || (typeof value === 'string' && /^\d+(\.\d+)?$/.test(value));

/** Numbers written in the steps of a rating but weights, which are listed apart; each with what it belongs to. */
export function ruleNumbers({ steps }: Rating): RuleNumber[] {
  const titles = new Map(steps.map(({ id, title }): [string, Words] => [id, title]));
  return steps.flatMap((step, i) => {
    const found: RuleNumber[] = [];
    const walk = (value: unknown, at: string, key: string, owner: Words | null): void => {
      if (isNumber(value)) {
        const word = WORDS[key];
        if (word) found.push({ at, step: step.title, part: owner ? joined(owner, word) : word, value: String(value) });
        return;
      }
      if (typeof value !== 'object' || value === null) return;
      const own = titleOf(value) ?? ofStep(value, titles) ?? owner;
      for (const [name, inner] of Object.entries(value)) {
        if (UNTOUCHED.has(name)) continue;
        walk(inner, `${at}/${name}`, Array.isArray(value) ? key : name, own);
      }
    };
    const { id: _, title: __, clause: ___, ...constructs } = step;
    for (const [name, part] of Object.entries(constructs)) walk(part, `/steps/${i}/${name}`, name, null);
    return found;
  });
}

/** Weights stand in a list of their own; entries say which records count, not how much. */
const UNTOUCHED = new Set(['weight', 'weights_make', 'shares_make', 'entries', 'papers', 'during']);

function titleOf(value: object): Words | null {
  if (!('title' in value)) return null;
  const { title } = value;
  if (typeof title !== 'object' || title === null || !('zh-CN' in title) || !('en' in title)) return null;
  return { 'zh-CN': String(title['zh-CN']), en: String(title.en) };
}

/** A part that takes another step is known by that step's title. */
const ofStep = (value: object, titles: ReadonlyMap<string, Words>): Words | undefined =>
  'of' in value && typeof value.of === 'string' ? titles.get(value.of) : undefined;

const joined = (owner: Words, word: Words): Words => ({
  'zh-CN': `${owner['zh-CN']}·${word['zh-CN']}`,
  en: `${owner.en}: ${word.en}`,
});
