/** The same lights from a general rule engine, which is given the amounts already counted. */
import { Engine } from 'json-rules-engine';
import type { Standing } from '../../engine/src/index.ts';

const rule = (light: string, priority: number, ...all: { fact: string; operator: string; value: unknown }[]) => ({
  priority,
  conditions: { all },
  event: { type: light },
});
const fact = (name: string) => ({ fact: name });

/** One rule a light, most urgent condition first; the first event decides. */
export function rulesEngine(): Engine {
  const engine = new Engine([
    rule('excused', 5, { fact: 'need', operator: 'equal', value: 0 }),
    rule(
      'met',
      4,
      { fact: 'need', operator: 'greaterThan', value: 0 },
      { fact: 'done', operator: 'greaterThanInclusive', value: fact('need') },
    ),
    rule(
      'overdue',
      3,
      { fact: 'done', operator: 'lessThan', value: fact('need') },
      { fact: 'today', operator: 'greaterThan', value: fact('due') },
    ),
    rule(
      'due-soon',
      2,
      { fact: 'done', operator: 'lessThan', value: fact('need') },
      { fact: 'today', operator: 'lessThanInclusive', value: fact('due') },
      { fact: 'today', operator: 'greaterThanInclusive', value: fact('soon') },
    ),
    rule(
      'open',
      1,
      { fact: 'done', operator: 'lessThan', value: fact('need') },
      { fact: 'today', operator: 'lessThan', value: fact('soon') },
    ),
  ]);
  return engine;
}

export async function lightByRules(engine: Engine, standing: Standing, today: number): Promise<string> {
  const due = Date.parse(standing.due) / 86_400_000;
  const { events } = await engine.run({
    need: Number(standing.need),
    done: Number(standing.done),
    today,
    due,
    soon: due - 2,
  });
  return events[0]?.type ?? 'none';
}
