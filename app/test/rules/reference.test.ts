import { describe, expect, it } from 'vitest';
import { exampleTexts, referencePages } from '../../../script/reference/pages.ts';
import { phraseGroups } from '../../../script/reference/phrases.ts';
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
    expect(page('reference/en/quota.md')).toContain('`largest-remainder` largest remainder, the sum stays');
    expect(page('reference/zh-CN/direct.md')).toContain('`why` 理由');
    expect(page('reference/zh-CN/holds.md')).toContain('`posts` 哪些职务');
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

  it('each phrase is written in an example of its page, which runs as a test', () => {
    const unfounded = phrases.filter(({ write, page: name }) => !asPattern(write).test(texts.get(name) ?? ''));
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
