import type { Explanation } from '@luoshi/engine';
import { describe, expect, it } from 'vitest';
import { foldExplanation } from './fold-explanation.ts';
import type { FoldedStep } from './folded-step.ts';

const step = (construct: string, name: string, children?: readonly Explanation[]): Explanation => ({
  construct,
  words: { 'zh-CN': name, en: name },
  result: { state: 'known', value: '1' },
  ...(children ? { children } : {}),
});
const parts = (count: number, name: string) =>
  Array.from({ length: count }, (_, at) => step('part', `${name}${at}`, at === 0 ? [step('sum', 'own')] : undefined));

const whole = step('rating', 'all', [
  step('add', 'sum', [step('rollup-sum', 'long', parts(450, '村')), step('rollup-sum', 'short', parts(3, '镇'))]),
  step('ballots', 'papers', parts(30, '票')),
]);
const names = ({ children = [] }: FoldedStep) => children.map(({ words }) => words.en);
const long = (folded: FoldedStep) => folded.children?.[0]?.children?.[0];

describe('an explanation with long lists of parts', () => {
  it('is whole when nobody asks otherwise', () => {
    expect(foldExplanation(whole, {})).toBe(whole);
  });

  it('is cut where a list is long, and says where and how many more there are', () => {
    const folded = foldExplanation(whole, { fold: 12 });
    expect(long(folded)?.folded).toEqual({ at: '0.0', more: 438 });
    expect(long(folded)?.children).toHaveLength(12);
    expect(folded.children?.[0]?.children?.[1]).toEqual(whole.children?.[0]?.children?.[1]);
    expect(folded.children?.[1]?.children).toHaveLength(30);
    expect(JSON.stringify(folded).length).toBeLessThan(JSON.stringify(whole).length / 5);
  });

  it('gives all parts in turn, none twice and none left out', () => {
    const all = [...names(long(foldExplanation(whole, { fold: 12 })) ?? whole)];
    for (let more = 438; more > 0; ) {
      const next = foldExplanation(whole, { fold: 12, at: '0.0', after: all.length });
      all.push(...names(next));
      more = next.folded?.more ?? 0;
    }
    expect(all).toEqual(names(whole.children?.[0]?.children?.[0] ?? whole));
  });

  it('has nothing where no step stands', () => {
    expect(() => foldExplanation(whole, { at: '0.7' })).toThrow(expect.objectContaining({ code: 'not-found' }));
  });
});
