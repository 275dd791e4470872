import type { Recipe } from './recipes.ts';

/** Keys of a recipe whose page has another name. */
const PAGE: Readonly<Record<string, string>> = {
  entries: 'item-entries',
  one_matter: 'item-entries',
  after: 'after-event',
  days_of_year: 'days-of-year',
  days_of_month: 'days-of-month',
  before_end: 'before-end',
  due_soon: 'due-soon',
  part_period: 'part-period',
  standing: 'standings',
  excuses: 'excuse-leave',
  reason: 'excuse-reason',
  leave: 'excuse-leave',
  ratio_of_sums: 'rollup-ratio-of-sums',
  where_it_holds: 'others',
};

/** Keys that stand inside many constructs and say nothing about which. */
const COMMON: ReadonlySet<string> = new Set(
  'number share step formula text add every late all any not max min mean sum median count parameter once day days round full counts known same'.split(
    ' ',
  ),
);

/** Where a key means its page only beside another. */
const ONLY_IN: Readonly<Record<string, string>> = {
  entries: 'steps',
  reason: 'excuses',
  leave: 'excuses',
  part_period: 'obligations',
};

/** The reference pages a recipe is written with, those of its own level first. */
export function pagesIn({ lines, place }: Recipe, names: ReadonlySet<string>): string[] {
  const text = lines.join('\n');
  const keys = [...text.matchAll(/(?:^|[\s{,-])([a-z_]+):/g)].map(([, key = '']) => key);
  const calls = [...text.matchAll(/\b([a-z_]+)\(/g)].map(([, name = '']) => CALLS[name] ?? '');
  const times = /\btimes:/.test(text) && /\bunits:/.test(text) ? ['item-times'] : [];
  const when = place.includes('item') && /\bwhen:/.test(text) ? ['item-when'] : [];
  const named = keys
    .filter((key) => !COMMON.has(key) && (ONLY_IN[key] === undefined || allowed(key, place, text)))
    .map((key) => PAGE[key] ?? key.replaceAll('_', '-'));
  const only = EXPRESSIONS.filter((name) => new RegExp(`(formula|value|of|to): \\{ ${name}:`).test(text));
  return [...new Set([...named, ...times, ...when, ...only, ...calls])].filter((name) => names.has(name));
}

const allowed = (key: string, place: readonly string[], text: string): boolean =>
  place.includes(ONLY_IN[key] ?? '') || new RegExp(`\\b${ONLY_IN[key]}:`).test(text);

/** Constructs whose key also stands in other places: only where a formula begins with it. */
const EXPRESSIONS = ['count', 'share', 'sum', 'mean', 'any', 'not', 'known'];

/** Functions of formulas and the construct each is. */
const CALLS: Readonly<Record<string, string>> = {
  served: 'served',
  holds: 'holds',
  published: 'published',
  holding: 'holding',
  full: 'full',
  param: 'parameter',
  measure: 'measure',
  attr: 'attribute',
  round: 'round',
  applies_or: 'known',
  days_between: 'call',
  working_days_between: 'call',
  months_between: 'call',
  min: 'least',
  max: 'greatest',
};
