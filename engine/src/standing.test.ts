import { expect, it } from 'vitest';
import { type Light, worstLight } from './standing.ts';

it('the light that wants attention most stands for several', () => {
  const worst = (...lights: Light[]) => worstLight(lights);
  expect(worst('met', 'overdue', 'open')).toBe('overdue');
  expect(worst('met', 'late')).toBe('late');
  expect(worst('due-soon', 'open', 'met')).toBe('due-soon');
  expect(worst('excused')).toBe('excused');
  expect(worst()).toBe('not-applicable');
});
