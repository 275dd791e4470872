import { hashOfText } from '../hash.ts';

/** The first `count` of ids in the order of the hashes of seed and id: the same whatever their order. */
export function drawIds(ids: readonly string[], seed: string, count: number): ReadonlySet<string> {
  const lots = ids.map((id) => ({ id, lot: hashOfText(`${seed}\0${id}`) }));
  lots.sort((a, b) => (a.lot < b.lot ? -1 : a.lot > b.lot ? 1 : 0));
  return new Set(lots.slice(0, Math.max(0, count)).map(({ id }) => id));
}
