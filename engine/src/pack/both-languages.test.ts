import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkOneLanguage } from '../check/one-language.ts';
import { loadPack, type PackFile } from '../index.ts';
import { inBothLanguages } from './both-languages.ts';
import { packSchema } from './sections.ts';

const manifest = (title: string): PackFile => ({
  path: 'pack.yaml',
  text: `id: here\nversion: 1.0.0\ntitle: ${title}\nauthority: 县委组织部\nin_force: { from: 2026-01-01 }\n`,
});

const rating: PackFile = {
  path: 'ratings/year.yaml',
  text: `
id: year
title: 年度考核
source: { document: 考核办法 }
of: { organisations: [village] }
period: { every: year }
part_period: rated
unit: point
scales: [{ id: grade, title: 等次, grades: [{ id: good, title: 优秀 }, { id: fair, title: { zh-CN: 合格, en: Fair } }] }]
steps:
  - { id: marks, title: 得分, formula: '"good" == "good"', applies: { when: '1 == 1', why: 全部适用, otherwise: left-out } }
result: { place: marks }
`,
};

describe('text in one language', () => {
  test('is read in both, at every depth, and leaves ids and formulas alone', () => {
    const { pack, problems } = loadPack([manifest('某县'), rating]);
    expect(problems).toEqual([]);
    const [read] = pack?.ratings ?? [];
    expect(pack?.manifest.title).toEqual({ 'zh-CN': '某县', en: '某县' });
    expect(read?.scales?.[0]?.grades.map(({ id, title }) => [id, title.en])).toEqual([
      ['good', '优秀'],
      ['fair', 'Fair'],
    ]);
    expect(read?.steps[0]).toMatchObject({
      id: 'marks',
      title: { 'zh-CN': '得分' },
      formula: '"good" == "good"',
      applies: { why: { en: '全部适用' } },
    });
  });

  test('is counted, so that nobody is surprised by Chinese on English pages', () => {
    const { pack } = loadPack([manifest('{ zh-CN: 某县, en: A county }'), rating]);
    const [warning] = pack ? checkOneLanguage(pack) : [];
    expect(warning).toMatchObject({ severity: 'warning', code: 'one-language', path: 'here/pack.yaml', line: 3 });
    // authority, title of the rating, of the scale, of one grade, of the step, and its reason
    expect(warning?.words.en).toContain('6 texts');
  });

  test('is as it should be in a pack whose own title is in one language', () => {
    const { pack } = loadPack([manifest('某县'), rating]);
    expect(pack && checkOneLanguage(pack)).toEqual([]);
  });

  test('a number is no text', () => {
    const { problems } = loadPack([manifest('2026'), rating]);
    expect(problems).toMatchObject([{ path: expect.stringContaining('pack.yaml'), line: 3 }]);
  });

  test('reading twice changes nothing', () => {
    const words = fc.oneof(fc.string(), fc.record({ 'zh-CN': fc.string(), en: fc.string() }), fc.integer());
    const part = fc.record({
      id: fc.string(),
      title: words,
      grades: fc.array(fc.record({ title: words })),
      steps: words,
    });
    fc.assert(
      fc.property(part, (value) => {
        const once = inBothLanguages(packSchema.rating, value);
        expect(inBothLanguages(packSchema.rating, once)).toEqual(once);
      }),
    );
  });
});
