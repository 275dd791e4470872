import { describe, expect, it } from 'vitest';
import { problemsOf, ratingPack, type Village, villages } from '../../../test/rated.ts';
import { compile } from '../../index.ts';

const BAR = { id: 'bar', unit: 'point', role: 'rule', values: { '2027-01-01': 2 } };
const stars = (levels: readonly object[], before: unknown = 'none') => ({
  id: 'star',
  levels: { scale: 'class', builds_up: 'no', before, levels },
});
const reach = (marks: number, grade: string, more: object = {}) => ({
  ...{ grade, parts: [{ of: 'marks', at_least: marks }] },
  ...more,
});
const told = (step: object, one: Omit<Village, 'id'>) => {
  const policy = compile([ratingPack([step], { result: { score: 'marks', grade: 'star' } }, [BAR])]);
  const world = villages([{ id: 'v0', ...one }]);
  const query = { rating: 'year', period: '2026', asOf: '2026-12-31' };
  const value = policy.rate(world, query).rated[0]?.grade;
  const { change } = policy.explainRating(world, { ...query, subject: { kind: 'organisation', id: 'v0' } });
  return {
    level: value?.state === 'known' ? value.value : value?.state,
    change: change.map(({ words }) => words.en),
  };
};

describe('the level reached before, as a text', () => {
  const risen = (is: string) => stars([reach(80, 'a', { only_from: ['b'] }), reach(60, 'b')], { is });

  it('opens what can only be reached from it', () => {
    const step = risen('cases > 0 ? "b" : "c"');
    expect(told(step, { marks: 90, cases: 1 }).level).toBe('a');
    expect(told(step, { marks: 90, cases: 0 }).level).toBe('b');
  });

  it('that is not known keeps open only what it decides', () => {
    const step = risen('param("bar") > 1 ? "b" : "c"');
    expect(told(step, { marks: 90 }).level).toBe('not-known');
    expect(told(step, { marks: 70 }).level).toBe('b');
  });

  it('must be a text, and what uses the level knows that it is one', () => {
    const found = (is: string, ...more: object[]) =>
      problemsOf([risen(is), ...more], {}, [BAR]).map(({ code, words }) => `${code}: ${words.en}`);
    expect(found('"b"')).toEqual([]);
    expect(found('marks')).toEqual(['wrong-kind: The level reached before is a text']);
    expect(found('nothing')).toEqual([expect.stringMatching(/^unknown-step/)]);
    expect(found('"b"', { id: 'more', formula: 'star + 1' })).toEqual([expect.stringMatching(/^wrong-kind/)]);
  });
});

it('a mark that is reached counts for every level that asks for no more of the same step', () => {
  const levels = (a: number) => [
    reach(a, 'a', { needs: [{ when: 'cases == 0', title: { 'zh-CN': '没有案件', en: 'no cases' } }] }),
    reach(60, 'b'),
  ];
  const lacks = '“step”, with what it lacks: “marks” 50, needs 60';
  expect(told(stars(levels(60)), { marks: 50 }).change).toEqual([`${lacks}: a`]);
  expect(told(stars(levels(55)), { marks: 50 }).change).toEqual([`${lacks}: a`]);
  expect(told(stars(levels(61)), { marks: 50 }).change).toEqual([`${lacks}: b`]);
  expect(told(stars(levels(60)), { marks: 50, cases: 1 }).change).toEqual([`${lacks}: b`]);
});
