import type { StandingLight } from '../light.ts';
import type { Counts } from './board-data.ts';
import { countOf } from './counts.ts';
import { ALL_LIGHTS } from './lights.ts';

/** The most urgent light among many cells and how many have it; undefined when the duty concerns none of them. */
export function leadingLight(counts: Counts): { readonly light: StandingLight; readonly n: number } | undefined {
  const light = ALL_LIGHTS.find((candidate) => candidate !== 'not-applicable' && countOf(counts, candidate) > 0);
  return light && { light, n: countOf(counts, light) };
}
