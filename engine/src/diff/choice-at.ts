import type { JsonSchema } from '../pack/schema-shape.ts';
import { resolve, type Walk } from '../pack/schema-shape.ts';
import { packSchema, type Section } from '../pack/sections.ts';
import { flatten } from '../pack/union.ts';
import type { OpenChoice } from '../schema/choice.ts';
import type { Passed } from './compare.ts';

/** The open choice that the schema asks at the end of a trail; null when there is none. */
export function choiceAt(section: Section, trail: readonly Passed[]): OpenChoice | null {
  let found: (readonly [JsonSchema, Walk])[] = [[packSchema[section] as JsonSchema, START]];
  for (const passed of trail) {
    found = found.flatMap(([schema, walk]) => {
      const here = resolve(schema, walk);
      return flatten(here.schema, here.walk).flatMap((branch) => {
        const next = 'key' in passed ? branch.properties?.[passed.key] : branch.items;
        return next ? [[next, here.walk] as const] : [];
      });
    });
  }
  return found.find(([{ choice }]) => choice !== undefined)?.[0].choice ?? null;
}

const START: Walk = { at: '', defs: {}, report: () => undefined };
