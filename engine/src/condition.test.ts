import { evaluate } from '@marcbachmann/cel-js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConditionError, compileNumber, compilePredicate, openRecord, record, type Variables } from './condition.ts';

const variables: Variables = {
  data: record({
    km: { type: 'number', unit: 'km' },
    wells: { type: 'number', unit: 'well' },
    more_km: { type: 'number', unit: 'km' },
    kind: { type: 'text', options: ['visit', 'gift'] },
    kinds: { type: 'list', options: ['road', 'water'] },
    done: { type: 'boolean' },
    on: { type: 'date' },
    note: { type: 'text' },
  }),
  subject: record({ kind: { type: 'text' }, attributes: openRecord() }),
};

const holds = (source: string, data: object, subject: object = {}) =>
  compilePredicate(source, variables)({ data, subject });
const problemOf = (source: string): ConditionError => {
  try {
    compilePredicate(source, variables);
  } catch (error) {
    if (error instanceof ConditionError) return error;
  }
  throw new Error(`accepted: ${source}`);
};

describe('known values', () => {
  it.each([
    ['data.km > 2', { km: 2.5 }, true],
    ['data.km == 2', { km: '2' }, true],
    ["data.kind in ['visit', 'gift']", { kind: 'gift' }, true],
    ["'road' in data.kinds", { kinds: ['water'] }, false],
    ['size(data.kinds) >= 2', { kinds: ['water', 'road'] }, true],
    ["data.note.contains('路') && !data.done", { note: '修路', done: false }, true],
    ["data.on >= '2026-01-01'", { on: '2026-03-01' }, true],
    ['data.km + data.more_km == 0.3', { km: 0.1, more_km: 0.2 }, true],
    ['data.done ? data.km > 1 : data.km > 100', { done: true, km: 5 }, true],
  ])('%s', (source, data, expected) => expect(holds(source, data)).toBe(expected));

  it('reads attributes nobody declared', () =>
    expect(holds('subject.attributes.rank >= 3', {}, { attributes: { rank: 4 } })).toBe(true));
});

describe('not known', () => {
  it.each([
    ['data.km > 2', undefined],
    ['data.km > 2 && false', false],
    ['data.done && data.km > 2', undefined],
    ['true || data.done', true],
    ['data.done || true', true],
    ['!data.done', undefined],
    ['has(data.km)', false],
    ['!has(data.km) || data.km > 2', true],
    ["'road' in data.kinds", undefined],
    ['data.km / 0 > 1', undefined],
  ])('%s', (source, expected) => expect(holds(source, { km: null })).toBe(expected));

  it('divides by zero into not known', () =>
    expect(compileNumber('data.km / data.more_km', variables)({ data: { km: 1, more_km: 0 } })).toBeUndefined());
});

describe('refusals', () => {
  it.each([
    ['data.kmm > 1', 'data.km', 5],
    ["data.kind == 'vist'", 'visit', 13],
    ["'raod' in data.kinds", 'road', 0],
    ['data.km > data.wells', 'units', 0],
    ['data.km + data.wells > 1', 'units', 0],
    ['data.km == null', 'has(', 11],
    ['data.kinds.exists(k, k == "road")', 'exists', 0],
    ['matches(data.note, "x")', 'matches', 0],
    ['data.km', 'number', 0],
    ["data.km > 'two'", 'compare', 0],
    ['data.km >', 'read', 9],
    ['data[0] == 1', '[]', 0],
    ['data.kind in data.note', 'list', 13],
  ])('%s', (source, says, offset) => {
    const problem = problemOf(source);
    expect(`${problem.words.en} ${problem.wayOut.en}`).toContain(says);
    expect(problem.words['zh-CN']).toMatch(/[\u4e00-\u9fff]/);
    expect(problem.offset).toBe(offset);
  });

  it('keeps the unit of a product with a plain number', () => {
    expect(compileNumber('data.km * 2', variables).unit).toBe('km');
    expect(compileNumber('data.km * data.wells', variables).unit).toBeUndefined();
  });
});

const number = fc.oneof(
  fc.constantFrom('data.km', 'data.more_km'),
  fc.integer({ min: -9, max: 9 }).map((n) => (n < 0 ? `(${n}.0)` : `${n}.0`)),
);
const { condition } = fc.letrec<{ arithmetic: string; condition: string }>((tie) => ({
  arithmetic: fc.oneof(
    { depthSize: 'small' },
    number,
    fc.tuple(tie('arithmetic'), fc.constantFrom('+', '-', '*'), tie('arithmetic')).map((p) => `(${p.join(' ')})`),
  ),
  condition: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('data.done', "data.kind == 'visit'", "'road' in data.kinds", "data.note.startsWith('a')", 'true'),
    fc
      .tuple(tie('arithmetic'), fc.constantFrom('<', '<=', '>', '>=', '==', '!='), tie('arithmetic'))
      .map((p) => p.join(' ')),
    fc.tuple(tie('condition'), fc.constantFrom('&&', '||'), tie('condition')).map((p) => `(${p.join(' ')})`),
    fc.tuple(tie('condition'), tie('condition'), tie('condition')).map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
    tie('condition').map((c) => `!(${c})`),
  ),
}));
const entry = fc.record({
  km: fc.integer({ min: -20, max: 20 }),
  more_km: fc.integer({ min: -20, max: 20 }).map((n) => n / 4),
  done: fc.boolean(),
  kind: fc.constantFrom('visit', 'gift'),
  kinds: fc.subarray(['road', 'water']),
  note: fc.constantFrom('b', 'a', 'ba'),
});

describe('laws', () => {
  it('agrees with CEL on known values', () => {
    fc.assert(
      fc.property(condition, entry, (source, data) => {
        expect(holds(source, data)).toBe(evaluate(source, { data }));
      }),
    );
  });

  it('never answers otherwise once the missing value is recorded', () => {
    fc.assert(
      fc.property(condition, entry, fc.constantFrom('km', 'more_km', 'done', 'kinds'), (source, data, hidden) => {
        const before = holds(source, { ...data, [hidden]: null });
        if (before !== undefined) expect(holds(source, data)).toBe(before);
      }),
    );
  });
});
