import { expect, it } from 'vitest';
import { sumOf } from './sum-of.ts';

const lights = { overdue: 1, beyond: 1, due_soon: 2, not_known: 0, open: 3, late: 0, met: 4, excused: 0 };

it('lights add up over the duties of an organisation', () => {
  const { lights: sum } = sumOf({ id: 'a', name: '东张镇', kind: 'township', duties: { day: lights, visit: lights } });
  expect(sum).toEqual({
    overdue: 2,
    beyond: 2,
    'due-soon': 4,
    'not-known': 0,
    open: 6,
    late: 0,
    met: 8,
    excused: 0,
    'not-applicable': 0,
  });
});
