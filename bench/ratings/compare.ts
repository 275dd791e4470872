import { type Policy, valueToJson, type World } from '../../engine/src/index.ts';

export interface ByHand {
  readonly score: string;
  readonly grade: string;
  readonly place: number;
}

export const AS_OF = '2026-12-31';
export const QUERY = { rating: 'year', period: '2026', asOf: AS_OF };

/** The engine's results as text: score, grade, place. */
export function byEngine(policy: Policy, world: World): Map<string, string[]> {
  const { rated } = policy.rate(world, QUERY);
  return new Map(
    rated.map(({ subject, score, grade, place }) => [
      subject.id,
      [score, grade, place].map((value) => {
        const json = value && valueToJson(value);
        return json?.state === 'known' ? String(json.value) : (json?.state ?? 'none');
      }),
    ]),
  );
}

/** @throws Error at the first subject that comes to something else by hand */
export function compare(policy: Policy, world: World, hand: ReadonlyMap<string, ByHand>): void {
  const ours = byEngine(policy, world);
  if (ours.size !== hand.size) throw new Error(`${ours.size} subjects by the engine, ${hand.size} by hand`);
  for (const [id, said] of ours) {
    const other = hand.get(id);
    const written = [other?.score, other?.grade, other?.place].join();
    if (said.join() !== written) throw new Error(`${id}: ${said.join()} by the engine, ${written} by hand`);
  }
}
