import { describe, expect, it } from 'vitest';
import { schemeWith, schemeWorld } from '../../test/village-scheme.ts';
import { checkPacks } from '../check/check.ts';
import { compile } from '../policy.ts';

const withTarget = (target: object) =>
  schemeWith(['"unit":"point","scales"', `"unit":"point","targets":[${JSON.stringify(target)}],"scales"`]);
const base = { id: 'good-share', title: { 'zh-CN': '优秀占比', en: 'Share of good' }, grades: ['good'] };
const YEAR = { rating: 'village-year', period: '2026', asOf: '2026-12-31' };
const standing = (target: object) => compile([withTarget({ ...base, ...target })]).targets(schemeWorld(), YEAR);

describe('a target', () => {
  // Of four villages one is good: 赵庄.
  it('tells how many are missing, in whole subjects', () => {
    expect(standing({ at_least: 0.5 })).toMatchObject([
      { unit: null, graded: 4, having: 1, open: 0, distance: 1, is: 'at-least', title: base.title },
    ]);
    expect(standing({ at_least: 0.25 })).toMatchObject([{ distance: 0 }]);
    expect(standing({ at_least: '0.26' })).toMatchObject([{ distance: 1 }]);
    expect(standing({ at_least: 1 })).toMatchObject([{ distance: 3 }]);
  });

  it('tells how many are too many', () => {
    expect(standing({ grades: ['fair'], at_most: 0.2 })).toMatchObject([{ having: 3, distance: 3, is: 'at-most' }]);
    expect(standing({ grades: ['fair'], at_most: 0.75 })).toMatchObject([{ distance: 0 }]);
  });

  it('is asked of each unit of a kind', () => {
    expect(standing({ at_least: 0.5, under: 'township' })).toMatchObject([{ unit: '东镇', graded: 4, distance: 1 }]);
  });

  it('is reached where those still open could not change it, and not told where they could', () => {
    const world = schemeWorld();
    const [first] = world.facts;
    if (!first) throw new Error('the scheme has no facts');
    const unclear = { ...first, id: 'unclear', subject: { kind: 'organisation' as const, id: '钱庄' }, data: {} };
    const distance = (target: object) =>
      compile([withTarget({ ...base, grades: ['fair'], ...target })])
        .targets({ ...world, facts: [...world.facts, unclear] }, YEAR)
        .map((one) => [one.having, one.graded, one.open, one.distance]);
    expect(distance({ at_least: 0.5 })).toEqual([[2, 3, 1, 0]]);
    expect(distance({ at_least: 0.51 })).toEqual([[2, 3, 1, null]]);
    expect(distance({ at_most: 0.75 })).toEqual([[2, 3, 1, 0]]);
    expect(distance({ at_most: 0.74 })).toEqual([[2, 3, 1, null]]);
  });

  it('cannot be told while its share is not set', () => {
    const masked = compile([
      schemeWith(
        [
          '"unit":"point","scales"',
          `"unit":"point","targets":[${JSON.stringify({ ...base, at_least: { parameter: 'share' } })}],"scales"`,
        ],
        [
          '"values":[{"id":"marks"',
          '"values":[{"id":"share","unit":"point","values":{"2026-01-01":null}},{"id":"marks"',
        ],
      ),
    ]);
    const [found] = masked.targets(schemeWorld(), { rating: 'village-year', period: '2026', asOf: '2026-12-31' });
    expect(found).toMatchObject({ having: 1, limit: { state: 'not-known' }, distance: null });
  });
});

it.each([
  [{ at_least: 0.3, grades: ['best'] }, 'unknown-grade'],
  [{ at_least: 0.3, under: 'town' }, 'unknown-organisation-kind'],
  [{ at_least: { parameter: 'none' } }, 'unknown-parameter'],
  [{ at_least: 30 }, 'target'],
  [{}, 'target'],
  [{ at_least: 0.3, at_most: 0.5 }, 'target'],
])('a target %o is refused', (target, code) => {
  expect(checkPacks([withTarget({ ...base, ...target })]).map((problem) => problem.code)).toEqual([code]);
});
