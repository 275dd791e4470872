import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Branch, treeFrom } from './tree.ts';

const size = (branches: readonly Branch[]): number =>
  branches.reduce((sum, branch) => sum + 1 + size(branch.children), 0);

it('villages stand under their township, and what has no visible parent at the top', () => {
  const tree = treeFrom([
    { id: 'a', parent: 'county', name: '古云镇' },
    { id: 'b', parent: 'a', name: '王庄村' },
  ]);
  expect(tree).toEqual([{ key: 'a', title: '古云镇', children: [{ key: 'b', title: '王庄村', children: [] }] }]);
});

it('no organisation is lost or doubled', () => {
  const parents = fc.array(fc.integer({ min: -1, max: 30 }), { maxLength: 30 });
  fc.assert(
    fc.property(parents, (given) => {
      const items = given.map((parent, i) => ({
        id: String(i),
        parent: parent < i ? String(parent) : null,
        name: String(i),
      }));
      expect(size(treeFrom(items))).toBe(items.length);
    }),
  );
});
