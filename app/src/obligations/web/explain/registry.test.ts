import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CONSTRUCTS } from './construct-id.ts';
import { DRAWN_BY } from './registry.ts';

const files = readdirSync(new URL('../../../../../engine/src/constructs', import.meta.url));
const constructs = files.filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));

it('draws every construct of the engine', () => {
  const missing = constructs.map((file) => file.slice(0, -3)).filter((id) => !(id in DRAWN_BY));
  expect(missing).toEqual([]);
  expect(constructs.length).toBeGreaterThan(15);
});

/** Steps that no file of its own makes: days of the calendar, a unit of a roll-up, a rating as a whole, a change of an item, a group of scorers, what follows. */
const BESIDES = ['calendar', 'part', 'rating', 'item-change', 'scorer-group', 'consequence'];

it('draws nothing the engine does not make', () => {
  const known = new Set([...constructs.map((file) => file.slice(0, -3)), ...BESIDES]);
  expect(CONSTRUCTS.filter((id) => !known.has(id))).toEqual([]);
});

it('has one drawing for each name', () => {
  expect(Object.keys(DRAWN_BY).sort()).toEqual([...CONSTRUCTS].sort());
});
