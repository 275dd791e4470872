import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { JsonSchema } from '../../../engine/src/pack/schema-shape.ts';
import { packSchema } from '../../../engine/src/pack/sections.ts';
import { exampleTexts, referencePages } from '../../../script/reference/pages.ts';
import { phraseGroups } from '../../../script/reference/phrases.ts';
import { groupOf, recipeGroups, written as writtenIn } from '../../../script/reference/recipes.ts';
import { listFiles, readText } from './source-files.ts';

const pages = referencePages();
const page = (path: string): string => pages.get(path) ?? '';

describe('docs/reference', () => {
  const written = [...listFiles('docs/reference/**/*.md'), ...listFiles('docs/phrases.*.md')];

  it('has a page for each construct in each language, and no other', () => {
    expect(written.toSorted()).toEqual([...pages.keys()].map((name) => `docs/${name}`).toSorted());
  });

  it('is what the examples, schemas and phrases say now (script/check --write)', () => {
    expect(written.filter((path) => readText(path) !== page(path.slice('docs/'.length)))).toEqual([]);
  });

  it('names the keys of each construct but the light of a standing, and shows it written', () => {
    const without = [...exampleTexts().keys()].filter((name) => !page(`reference/zh-CN/${name}.md`).includes('## 键'));
    expect(without).toEqual(['standing']);
    const bare = [...exampleTexts().keys()].filter((name) => !page(`reference/zh-CN/${name}.md`).includes('## 写法'));
    expect(bare).toEqual(['standing']);
  });

  it('lists the answers to what a construct asks, and the keys that hold text', () => {
    expect(page('reference/zh-CN/quota.md')).toContain('`largest-remainder` 最大余数法，总数不变');
    expect(page('reference/en/quota.md')).toContain('`largest-remainder` largest remainder, keeps the sum');
    expect(page('reference/zh-CN/direct.md')).toContain('`why` 理由');
    expect(page('reference/zh-CN/holds.md')).toContain('`posts` 哪些职务');
  });

  it('says what else may stand where a word of a choice may, and shows constructs without what others hold', () => {
    expect(page('reference/zh-CN/reviewed.md')).toContain('    - 理由的字段');
    expect(page('reference/en/item.md')).toMatch(
      /- `cap`.*\n {2}- `none` .*\n {2}- `full` .*\n {2}- a number or a formula/,
    );
    const snippet = (name: string): string =>
      page(`reference/en/${name}.md`).split('## Written')[1]?.split('## Keys')[0] ?? '';
    for (const name of ['reviewed', 'ledger', 'slots']) expect(snippet(name), name).not.toContain('<<:');
  });

  it('has a page of all files with their keys, and of the names there are already', () => {
    const files = page('reference/zh-CN/files.md');
    for (const [section, { properties = {} }] of Object.entries(packSchema as unknown as Record<string, JsonSchema>)) {
      const missing = Object.keys(properties).filter((key) => key !== 'source' && !files.includes(`- \`${key}\``));
      expect(missing, section).toEqual([]);
    }
    const names = page('reference/en/names.md');
    for (const path of listFiles('packs/national-base/kinds/*.yaml')) {
      const ids = [...readText(path).matchAll(/^(?: {2}- \{ | {2}- |- \{ |- )id: ([a-z-]+)/gm)].map(([, id]) => id);
      expect(ids.length, path).toBeGreaterThan(0);
      for (const id of ids) expect(names).toContain(`| \`${id}\` | `);
    }
  });

  it('explains keys in English on English pages, in Chinese on Chinese ones', () => {
    const keys = (path: string, head: string): string =>
      (page(path).split(`## ${head}`)[1] ?? '').split('\n## ')[0]?.replace(/`[^`]*`/g, '') ?? '';
    for (const name of exampleTexts().keys()) {
      expect(keys(`reference/en/${name}.md`, 'Keys'), name).not.toMatch(/\p{Script=Han}/u);
      expect(keys(`reference/zh-CN/${name}.md`, '键'), name).not.toMatch(/[a-z]{4,} [a-z]{3,} [a-z]{3,}/);
    }
  });
});

describe('docs/phrases', () => {
  const texts = exampleTexts();
  const phrases = phraseGroups().flatMap((group) => group.phrases);
  const asPattern = (write: string): RegExp =>
    new RegExp(
      write
        .split('…')
        .map((piece) => piece.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
        .join('.*'),
    );

  it('each phrase is written in an example of its page, or in a recipe, which run as tests', () => {
    const recipes = recipeGroups().flatMap((group) => group.recipes.map(({ lines }) => lines.join('\n')));
    const written = (write: string, name: string): boolean =>
      [texts.get(name) ?? '', ...recipes.filter((text) => text.includes(`${name}:`))].some((text) =>
        asPattern(write).test(text),
      );
    const unfounded = phrases.filter(({ write, page: name }) => !written(write, name));
    expect(unfounded).toEqual([]);
    expect(phrases.length).toBeGreaterThan(90);
  });

  it('leads to every construct of a rating', () => {
    const steps =
      'item total weighted bands quota ceiling direct veto peers relative top distribute entitlement levels marginal pay';
    const more = 'reconcile sample rank reviewed ledger scorers ballots class rounds below slots windows lookup result';
    const named = new Set(phrases.map((phrase) => phrase.page));
    expect(`${steps} ${more}`.split(' ').filter((name) => !named.has(name))).toEqual([]);
  });
});

describe('the recipes of the phrase books', () => {
  const groups = recipeGroups();
  const recipes = groups.flatMap(({ file, recipes: all }) => all.map((recipe) => ({ ...recipe, file })));
  const outcomes = new Map(
    groups.map(({ file }) => {
      const examples = parse(readText(`engine/recipes/${file}`), { merge: true }) as { expect: unknown[] }[];
      return [file, examples.map(({ expect: outcome }) => JSON.stringify(outcome))];
    }),
  );

  it('are many, in both languages, in a dozen groups', () => {
    expect(recipes.length).toBeGreaterThan(160);
    expect(groups.length).toBe(12);
    const wrong = recipes.filter(
      ({ said }) => !/\p{Script=Han}/u.test(said['zh-CN']) || /\p{Script=Han}/u.test(said.en),
    );
    expect(wrong).toEqual([]);
    expect(new Set(recipes.map(({ said }) => said['zh-CN'])).size).toBe(recipes.length);
  });

  it('each stands in an example that says what comes of it', () => {
    const unproved = recipes.filter(({ file, example, ids, place }) => {
      const proved = outcomes.get(file)?.[example] ?? '';
      return place[0] !== 'values' && place[0] !== 'forms' && !ids.some((id) => proved.includes(`"${id}"`));
    });
    expect(unproved.map(({ said }) => said['zh-CN'])).toEqual([]);
  });

  it('are short, and read alike in both languages but for their texts', () => {
    expect(recipes.filter(({ lines }) => lines.length > 18 || lines.length === 0).map(({ said }) => said.en)).toEqual(
      [],
    );
    for (const recipe of recipes) {
      expect(writtenIn(recipe, 'en')).not.toContain('zh-CN');
      expect(writtenIn(recipe, 'en').split('\n').length).toBe(writtenIn(recipe, 'zh-CN').split('\n').length);
    }
  });

  it('begin at their mark, end at the next, at an end mark or where the indentation ends', () => {
    const steps = ['# = 一 | One', '- id: a', '  item:', '    # = 二 | Two', '    full: 1', '# .', '- id: b'];
    const text = ['# 甲 | A', '- example: x', '  pack:', '    steps:', ...steps.map((line) => `      ${line}`)].join(
      '\n',
    );
    const [one, two] = groupOf('x.yaml', text).recipes;
    expect(one?.lines).toEqual(['- id: a', '  item:', '    full: 1']);
    expect([one?.ids, two?.ids, two?.lines]).toEqual([['a'], ['a'], ['full: 1']]);
    expect(two?.place).toEqual(['steps', 'item']);
  });
});
