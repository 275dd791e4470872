import { describe, expect, it } from 'vitest';
import { changeOf, type Draft } from './draft.ts';

const EMPTY: Draft = { way: 'into', on: null, others: [], percents: {}, parts: [], ends: true };
const on = '2026-07-01';
const other = { id: 'b', name: '李庄村' };

describe('what a draft asks for', () => {
  it('is nothing while a day, another organisation or a name is missing', () => {
    expect(changeOf('a', 'e', { ...EMPTY, others: [other] })).toBeNull();
    expect(changeOf('a', 'e', { ...EMPTY, on })).toBeNull();
    expect(changeOf('a', 'e', { ...EMPTY, on, way: 'split' })).toBeNull();
    const nameless = { id: 'p', name: ' ', percent: 40, children: [] };
    expect(changeOf('a', 'e', { ...EMPTY, on, way: 'split', parts: [nameless] })).toBeNull();
  });

  it('lets this one end in the other, or the others in this one', () => {
    expect(changeOf('a', 'e', { ...EMPTY, on, others: [other] })?.recorded.input).toEqual({
      ...{ id: 'b', event: 'e', sources: ['a'], on },
    });
    const absorbed = changeOf('a', 'e', { ...EMPTY, way: 'absorb', on, others: [other] });
    expect(absorbed?.recorded.input).toEqual({ id: 'a', event: 'e', sources: ['b'], on });
    expect(absorbed?.foreseen).toEqual({
      on,
      ends: ['b'],
      heirs: [{ organisation: 'a', of: [{ organisation: 'b' }] }],
    });
  });

  it('turns per cent into shares, and leaves out those that are not given', () => {
    const parts = [
      { id: 'p', name: ' 东村 ', percent: 40, children: ['c'] },
      { id: 'q', name: '西村', percent: null, children: [] },
    ];
    const split = changeOf('a', 'e', { ...EMPTY, way: 'split', on, parts, ends: false });
    expect(split?.recorded.input).toEqual({
      ...{ id: 'a', event: 'e', on, ends: false },
      parts: [
        { id: 'p', name: '东村', children: ['c'], share: 0.4 },
        { id: 'q', name: '西村', children: [] },
      ],
    });
    expect(split).toMatchObject({ heir: 'a', foreseen: { ends: [] } });
    const succeed = changeOf('a', 'e', { ...EMPTY, way: 'succeed', on, others: [other], percents: { b: 25 } });
    expect(succeed?.recorded.input).toEqual({
      ...{ id: 'a', event: 'e', predecessors: [{ organisation: 'b', share: 0.25 }], on },
    });
  });
});
