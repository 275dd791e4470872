import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemsOf, rater, type Village } from '../../../test/rated.ts';

const say = (text: string) => ({ 'zh-CN': text, en: text });
const step = (id: string, matter: object) => ({
  id,
  title: say(id),
  item: {
    full: 100,
    starts: 'zero',
    award: [
      {
        title: say('each'),
        entries: { form: 'check' },
        points: { is: 'data.marks' },
        one_matter: { same: ['entry.date'], counts: 'highest', ...matter },
        repeat: 'single',
      },
    ],
    floor: 0,
    cap: 'none',
    missing: 'stop',
  },
});

const lists = fc
  .uniqueArray(fc.integer({ min: 0, max: 9 }), { maxLength: 6 })
  .chain((ids) =>
    fc.tuple(...ids.map((id) => fc.integer({ min: 0, max: 5 }).map((marks): Village => ({ id: `v${id}`, marks })))),
  );
const best = (list: readonly Village[]): number => Math.max(0, ...list.map(({ marks }) => marks));

describe('one matter of several subjects', () => {
  const { values } = rater([step('all', { among: 'all' }), step('near', { among: { under: 'township' } })]);
  const numbers = (list: readonly Village[], id: string) => [...values(list, id).values()].map(Number);
  const sum = (all: readonly number[]) => all.reduce((so, one) => so + one, 0);

  it('counts once, for the one that has most; once in each township where they are looked at by township', () => {
    fc.assert(
      fc.property(lists, (list) => {
        expect(sum(numbers(list, 'all'))).toBe(best(list));
        expect(numbers(list, 'all').filter((one) => one > 0)).toHaveLength(best(list) > 0 ? 1 : 0);
        const of = (town: number) => list.filter(({ id }) => Number(id.slice(1)) % 2 === town);
        expect(sum(numbers(list, 'near'))).toBe(best(of(0)) + best(of(1)));
      }),
      { numRuns: 60 },
    );
  });

  it('does not hang on the order of subjects', () => {
    fc.assert(
      fc.property(lists, (list) => {
        expect(values(list.toReversed(), 'all')).toEqual(values(list, 'all'));
      }),
      { numRuns: 30 },
    );
  });
});

describe('what is wrong with it', () => {
  const told = (steps: readonly object[]) => problemsOf(steps).map(({ code, wayOut }) => `${code}: ${wayOut.en}`);

  it('is told: an unknown kind', () =>
    expect(told([step('all', { among: { under: 'townships' } })])).toEqual([
      'unknown-organisation-kind: Did you mean “township”?',
    ]));

  it('is told: in a book of points', () => {
    const plus = [
      {
        title: say('each'),
        entries: { form: 'check' },
        points: 1,
        one_matter: { same: ['entry.date'], counts: 'first', among: 'all' },
        valid: { ends: 'never' },
      },
    ];
    const ledger = { plus, gives: 'score', starts: 'anew', floor: 0, cap: 'none' };
    expect(told([{ id: 'book', title: say('book'), ledger }])).toContain(
      'wrong-set: Remove among, or use entries of an item',
    );
  });
});
