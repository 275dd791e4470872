import { Engine } from 'json-rules-engine';
import { names } from './counts.ts';
import { CHECKS, DUTIES, KINDS } from './world.ts';

/** Marks of an item by how often its kind occurs: one rule for each number of occurrences that makes a difference. */
const TABLES = [
  ...names('k', KINDS).map((fact) => ({ fact, weight: 50 / (KINDS * 3), marks: [3, 2.5, 2, 1.5, 1, 0.5, 0] })),
  ...names('c', CHECKS).map((fact) => ({ fact, weight: 20 / (CHECKS * 2), marks: [0, 2] })),
  ...names('d', DUTIES).map((fact) => ({ fact, weight: 30 / (DUTIES * 5), marks: [0.2, 1.4, 2.6, 3.8, 5] })),
];

/** The items as rules of a general rule engine, which fires events; adding their marks up is left to its caller. */
export function ratingRules(): Engine {
  const rules = TABLES.flatMap(({ fact, weight, marks }) =>
    marks.map((points, value) => ({
      conditions: { all: [{ fact, operator: value === marks.length - 1 ? 'greaterThanInclusive' : 'equal', value }] },
      event: { type: fact, params: { marks: points * weight } },
    })),
  );
  return new Engine(rules);
}

export async function scoreByRules(engine: Engine, counts: Readonly<Record<string, number>>): Promise<number> {
  const { events } = await engine.run({ ...counts });
  return events.reduce((sum, { params }) => sum + Number(params?.marks), 0);
}
