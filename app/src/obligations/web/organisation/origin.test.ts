import { expect, it } from 'vitest';
import { namesOf, originOf } from './origin.ts';

const from = (name: string, on: string, share: number | null = null) => ({ name, on, share });

it('says how an organisation came to carry on the record of others', () => {
  const foundedOn = '2026-01-01';
  expect(originOf({ foundedOn, predecessors: [] })).toBeNull();
  expect(originOf({ foundedOn, predecessors: [from('东村', foundedOn), from('西村', foundedOn)] })).toBe('joined');
  expect(originOf({ foundedOn, predecessors: [from('大村', foundedOn, 0.4)] })).toBe('divided');
  expect(originOf({ foundedOn, predecessors: [from('小村', '2026-07-01')] })).toBe('tookIn');
  expect(namesOf([from('东村', foundedOn), from('西村', foundedOn)])).toBe('“东村”“西村”');
});
