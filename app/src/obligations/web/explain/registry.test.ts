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

it('has one drawing for each name', () => {
  expect(Object.keys(DRAWN_BY).sort()).toEqual([...CONSTRUCTS].sort());
});
