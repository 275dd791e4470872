import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { expect, it } from 'vitest';
import { ActionError } from '../platform/actions/action-error.ts';
import { testDatabase } from '../platform/database/testing.ts';
import { inJurisdiction } from '../platform/database/transaction.ts';
import {
  dissolveOrganisation,
  foundOrganisation,
  makeTreeVersion,
  mergeOrganisations,
  moveOrganisation,
  readSubtree,
  rebuildClosure,
  renameOrganisation,
  splitOrganisation,
} from './index.ts';
import { COUNTY, run, scopeOf } from './testing.ts';

/**
 * Whatever happens to a tree, in whatever order: the closure is what the edges say, and the tree of any day is what
 * replaying the events up to that day gives.
 */
const database = await testDatabase();
await database.addJurisdictions(COUNTY);

const DAYS = 6;
const dayOf = (n: number): string => `2024-01-${String(n + 1).padStart(2, '0')}`;
const LAST = dayOf(DAYS);

type Step = { what: 'found' | 'move' | 'merge' | 'split' | 'dissolve' | 'rename'; a: number; b: number; wait: boolean };
const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom('found', 'found', 'found', 'move', 'move', 'merge', 'split', 'dissolve', 'rename'),
  a: fc.nat(),
  b: fc.nat(),
  wait: fc.boolean(),
});

/** The tree of a day as a plain map, id → parent and name. */
type Tree = Map<string, { parent: string | null; name: string }>;
const copy = (tree: Tree): Tree => new Map([...tree].map(([id, node]) => [id, { ...node }]));
const sorted = (tree: Tree) => [...tree].map(([id, node]) => ({ id, ...node })).sort((x, y) => (x.id < y.id ? -1 : 1));

/** The same event on the map, without any rule. */
function replay(tree: Tree, { what, a, b }: { what: Step['what']; a: string; b: string }, made: string): void {
  const children = [...tree].filter(([, node]) => node.parent === a).map(([id]) => id);
  const node = tree.get(a);
  if (node === undefined) return;
  if (what === 'found') tree.set(made, { parent: a, name: made });
  if (what === 'move') node.parent = b;
  if (what === 'rename') node.name = made;
  if (what === 'dissolve') tree.delete(a);
  if (what === 'merge') {
    for (const id of children) tree.set(id, { parent: b, name: tree.get(id)?.name ?? '' });
    tree.delete(a);
  }
  if (what === 'split') {
    tree.set(made, { parent: node.parent, name: made });
    const first = children[0];
    if (first !== undefined) tree.set(first, { parent: made, name: tree.get(first)?.name ?? '' });
  }
}

function callOf(tree: Tree, { what, a, b }: { what: Step['what']; a: string; b: string }, made: string, on: string) {
  const child = [...tree].find(([, node]) => node.parent === a)?.[0];
  const part = { id: made, name: made, children: child === undefined ? [] : [child] };
  switch (what) {
    case 'found':
      return [foundOrganisation, { id: made, kind: 'village', name: made, parent: a, on }] as const;
    case 'move':
      return [moveOrganisation, { id: a, parent: b, on }] as const;
    case 'merge':
      return [mergeOrganisations, { id: b, sources: [a], on }] as const;
    case 'split':
      return [splitOrganisation, { id: a, parts: [part], ends: false, on }] as const;
    case 'dissolve':
      return [dissolveOrganisation, { id: a, on }] as const;
    case 'rename':
      return [renameOrganisation, { id: a, name: made, on }] as const;
  }
}

async function clear(): Promise<void> {
  await database.asOwner((owner) => owner`truncate organisation, standing_dirty cascade`);
}

const closure = () =>
  inJurisdiction(database, COUNTY, (tx) =>
    tx
      .selectFrom('organisation_closure')
      .select(['ancestor_id', 'descendant_id', 'depth'])
      .where('jurisdiction_id', '=', COUNTY)
      .orderBy('ancestor_id')
      .orderBy('descendant_id')
      .execute(),
  );

async function treeOn(asOf?: string): Promise<ReturnType<typeof sorted>> {
  const nodes = await inJurisdiction(database, COUNTY, (tx) => readSubtree(tx, { asOf }));
  return sorted(new Map(nodes.map(({ id, parent, name }) => [id, { parent, name }])));
}

/** Runs the steps; those that a rule refuses change nothing. Returns the expected tree of each day and what was done. */
async function live(steps: readonly Step[]): Promise<{ days: Tree[]; done: Map<string, number> }> {
  await clear();
  const root = uuidv7();
  const scope = scopeOf('county-officer', [root]);
  await run(database, foundOrganisation, { id: root, kind: 'county', name: root, on: dayOf(0) }, scope, LAST);
  const tree: Tree = new Map([[root, { parent: null, name: root }]]);
  const days: Tree[] = [];
  const done = new Map<string, number>();
  let day = 0;
  for (const { what, a, b, wait } of steps) {
    if (wait && day < DAYS) days[day++] = copy(tree);
    const ids = [...tree.keys()];
    const chosen = { what, a: ids[a % ids.length] ?? root, b: ids[b % ids.length] ?? root };
    const made = uuidv7();
    const [action, input] = callOf(tree, chosen, made, dayOf(day));
    try {
      await run(database, action, input, scope, LAST);
    } catch (error) {
      if (!(error instanceof ActionError)) throw error;
      continue;
    }
    done.set(what, (done.get(what) ?? 0) + 1);
    replay(tree, chosen, made);
  }
  while (day <= DAYS) days[day++] = copy(tree);
  return { days, done };
}

it('closure, history and today agree with the events, for any sequence of them', { timeout: 120_000 }, async () => {
  const total = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      const { days, done } = await live(steps);
      for (const [what, times] of done) total.set(what, (total.get(what) ?? 0) + times);
      for (const [n, tree] of days.entries()) expect(await treeOn(dayOf(n))).toEqual(sorted(tree));
      expect(await treeOn()).toEqual(sorted(days.at(-1) ?? new Map()));
      const kept = await closure();
      await inJurisdiction(database, COUNTY, rebuildClosure);
      expect(kept).toEqual(await closure());
    }),
    { numRuns: 25 },
  );
  for (const what of ['found', 'move', 'merge', 'split', 'dissolve', 'rename'])
    expect(total.get(what)).toBeGreaterThan(0);
});

it('a picture of a day holds each subtree as one range', async () => {
  const steps: Step[] = Array.from({ length: 12 }, (_, i) => ({ what: 'found', a: i * 7, b: 0, wait: false }));
  await live(steps);
  await inJurisdiction(database, COUNTY, async (tx) => {
    const { id, nodes } = await makeTreeVersion(tx, LAST, `${LAST}T00:00:00.000Z`);
    expect(nodes).toBe(13);
    const rows = await tx.selectFrom('tree_node').selectAll().where('tree_version_id', '=', id).execute();
    const pairs = rows.flatMap((above) => rows.filter(({ l }) => l >= above.l && l <= above.r).map(() => 1));
    expect(pairs).toHaveLength((await tx.selectFrom('organisation_closure').select('depth').execute()).length);
  });
});
