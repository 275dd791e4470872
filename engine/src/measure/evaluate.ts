import type { Explanation } from '../explanation.ts';
import type { World } from '../facts.ts';
import type { Parts } from '../parts.ts';
import { periodFromKey } from '../period.ts';
import type { Value } from '../value.ts';
import { indexOf } from '../world-index.ts';
import { startRun } from './run.ts';
import type { StandingsOf, When } from './types.ts';

export interface MeasureQuery {
  readonly measure: string;
  /** `2026-Q3`; of no matter for measures to date. */
  readonly period: string;
  readonly asOf: string;
  readonly organisations?: readonly string[];
}

/**
 * A measure for the organisations asked for, or for every one that has it: those of its kinds and
 * those above them, in one pass. @throws Error when the measure or the period does not exist
 */
export function evaluateMeasure(
  parts: Parts,
  world: World,
  query: MeasureQuery,
  standings: StandingsOf,
): Map<string, Value> {
  const run = startRun(parts, indexOf(world), standings);
  const when = whenOf(parts, query);
  const asked = query.organisations ?? organisationsWith(parts, world, query.measure);
  return new Map(asked.map((id) => [id, run.measure(query.measure, id, when)]));
}

export function explainMeasure(
  parts: Parts,
  world: World,
  query: { readonly measure: string; readonly organisation: string; readonly period: string; readonly asOf: string },
  standings: StandingsOf,
): Explanation {
  return startRun(parts, indexOf(world), standings).explainMeasure(
    query.measure,
    query.organisation,
    whenOf(parts, query),
  );
}

function whenOf(parts: Parts, { measure, period: key, asOf }: MeasureQuery): When {
  const toDate = parts.measures.get(measure)?.period === 'to-date';
  const period = toDate ? { key: 'to-date', start: '0001-01-01', end: asOf } : periodFromKey(key);
  if (!period) throw new Error(`There is no period “${key}”`);
  return { period, asOf };
}

/** Organisations of the measure's kinds and, when it rolls up, every one above them. */
function organisationsWith(parts: Parts, { organisations }: World, id: string): string[] {
  const measure = parts.measures.get(id);
  if (!measure) return [];
  const parents = new Map(organisations.map((one) => [one.id, one.parent]));
  const found = new Set<string>();
  for (const { id: unit, kind } of organisations) {
    if (!measure.at.includes(kind)) continue;
    found.add(unit);
    let above = measure.rollup === 'none' ? null : parents.get(unit);
    while (above && !found.has(above) && parents.has(above)) {
      found.add(above);
      above = parents.get(above);
    }
  }
  return [...found];
}
