import type { Policy, World } from '../../engine/src/index.ts';
import { median, timed } from '../figures.ts';
import { AS_OF, type ByHand, compare, QUERY } from './compare.ts';

/** From here on what a run leaves behind would be cleared away in the time of the next. */
const MANY = 20_000;

const round = (value: number): number => Number(value.toPrecision(3));

export interface SideBySide {
  readonly villages: number;
  readonly entries: number;
  readonly engineMs: { readonly indexed: number; readonly fromNothing: number };
  readonly handMs: number;
  readonly ratio: { readonly indexed: number; readonly fromNothing: number };
  readonly itemsPerSecond: number;
}

/** The engine on a world indexed before and on a new one, and the loop by hand, in turn, once they are found equal. */
export function sideBySide(
  policy: Policy,
  world: World,
  items: number,
  byHand: (world: World, asOf: string) => ReadonlyMap<string, ByHand>,
): SideBySide {
  const hand = byHand(world, AS_OF);
  compare(policy, world, hand);
  const villages = hand.size;
  const times = { indexed: [] as number[], fresh: [] as number[], hand: [] as number[] };
  const many = villages > MANY;
  for (let i = 0; i < (many ? 5 : 21); i++) {
    timed(times.indexed, () => policy.rate(world, QUERY), many);
    // A world is indexed once per object: a new object makes the engine read all entries again.
    timed(times.fresh, () => policy.rate({ ...world }, QUERY), many);
    timed(times.hand, () => byHand(world, AS_OF), many);
  }
  const [indexed, fresh, written] = [median(times.indexed), median(times.fresh), median(times.hand)];
  return {
    villages,
    entries: world.facts.length,
    engineMs: { indexed: round(indexed), fromNothing: round(fresh) },
    handMs: round(written),
    ratio: { indexed: round(indexed / written), fromNothing: round(fresh / written) },
    itemsPerSecond: Math.round((villages * items * 1000) / indexed),
  };
}

export function tell({ villages, engineMs, handMs, ratio, itemsPerSecond }: SideBySide): void {
  console.error(
    `  ${villages} subjects: ${engineMs.indexed} ms, ${engineMs.fromNothing} ms with indexing; by hand ${handMs} ms`,
  );
  console.error(
    `    ${ratio.indexed} ×, ${ratio.fromNothing} × with indexing; ${itemsPerSecond} items a second and core`,
  );
}
