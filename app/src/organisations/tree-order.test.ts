import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Placed, preOrder } from './tree-order.ts';

/** Any forest: each node hangs under an earlier one or under none. */
const forest = fc
  .array(fc.nat(), { maxLength: 60 })
  .map((choices) =>
    choices.map(
      (choice, i): Placed => ({ id: `n${i}`, parent: choice % (i + 1) === i ? null : `n${choice % (i + 1)}` }),
    ),
  );

it('the interval of a node holds its descendants and nothing else', () => {
  fc.assert(
    fc.property(forest, (nodes) => {
      const placed = preOrder(nodes);
      expect(placed.map(({ l }) => l)).toEqual(nodes.map((_, i) => i));
      const parents = new Map(nodes.map(({ id, parent }) => [id, parent]));
      const isBelow = (id: string | null, root: string): boolean =>
        id !== null && (id === root || isBelow(parents.get(id) ?? null, root));
      for (const node of placed) {
        const inside = placed.filter(({ l }) => l >= node.l && l <= node.r).map(({ id }) => id);
        expect(new Set(inside)).toEqual(new Set(nodes.map(({ id }) => id).filter((id) => isBelow(id, node.id))));
      }
    }),
  );
});

it('a chain of a hundred thousand is no trouble', () => {
  const chain = Array.from({ length: 100_000 }, (_, i) => ({ id: `${i}`, parent: i === 0 ? null : `${i - 1}` }));
  expect(preOrder(chain).at(0)).toMatchObject({ l: 0, r: 99_999, level: 0 });
});

it('one whose parent is not shown stands at the top', () => {
  expect(preOrder([{ id: 'a', parent: 'hidden' }])).toEqual([{ id: 'a', parent: 'hidden', l: 0, r: 0, level: 0 }]);
});
