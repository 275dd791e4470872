import { Decimal, divide, settled } from '../../engine/src/decimal.ts';
import type { World } from '../../engine/src/index.ts';
import type { ByHand } from './compare.ts';
import { CHECKS, DUTIES, KINDS } from './world.ts';

/**
 * The same scheme as a loop written for it alone: one pass over the entries, tenths as whole numbers, and decimals only for the
 * final shares, so that both ways are exact.
 */
export function byHand(world: World, asOf: string): Map<string, ByHand> {
  const counts = new Map<string, Int32Array>();
  for (const { id, kind } of world.organisations)
    if (kind === 'village') counts.set(id, new Int32Array(KINDS + CHECKS + DUTIES));
  for (const { form, subject, date, data, recordedOn, endedOn, confirmation } of world.facts) {
    if (date < '2026-01-01' || date > '2026-12-31' || recordedOn > asOf) continue;
    if ((endedOn !== undefined && endedOn <= asOf) || confirmation?.outcome === 'rejected') continue;
    const row = counts.get(subject.id);
    const kind = data.kind as string;
    const base = form === 'defect' ? 0 : form === 'check' ? KINDS : KINDS + CHECKS;
    if (row) row[base + Number(kind.slice(1))] = (row[base + Number(kind.slice(1))] ?? 0) + 1;
  }
  const results = new Map<string, { score: Decimal; grade: string }>();
  const townships = new Map<string, string[]>();
  for (const { id, kind, parent } of world.organisations) {
    const row = counts.get(id);
    if (kind !== 'village' || !row) continue;
    let [order, checks, duties] = [0, 0, 0];
    for (let i = 0; i < KINDS; i++) order += Math.max(0, 30 - 5 * (row[i] as number));
    for (let i = 0; i < CHECKS; i++) checks += (row[KINDS + i] as number) < 1 ? 0 : 20;
    for (let i = 0; i < DUTIES; i++)
      duties += Math.max(0, 50 - 12 * Math.max(0, 4 - (row[KINDS + CHECKS + i] as number)));
    const share = (tenths: number, weight: number, outOf: number): Decimal =>
      divide(new Decimal(tenths * weight), new Decimal(outOf * 10));
    const score = settled(
      share(order, 50, KINDS * 3)
        .plus(share(checks, 20, CHECKS * 2))
        .plus(share(duties, 30, DUTIES * 5)),
    );
    results.set(id, { score, grade: score.gte(80) ? 'first' : score.gte(70) ? 'second' : 'third' });
    const group = townships.get(parent ?? '');
    if (group) group.push(id);
    else townships.set(parent ?? '', [id]);
  }
  const places = new Map<string, number>();
  for (const group of townships.values()) {
    const sorted = group.toSorted((a, b) => results.get(b)?.score.comparedTo(results.get(a)?.score ?? 0) ?? 0);
    sorted.forEach((id, index) => {
      const before = sorted[index - 1];
      const same = before !== undefined && results.get(before)?.score.eq(results.get(id)?.score ?? 0);
      places.set(id, same ? (places.get(before) as number) : index + 1);
    });
  }
  return new Map(
    [...results].map(([id, { score, grade }]) => [
      id,
      { score: score.toFixed(), grade, place: places.get(id) as number },
    ]),
  );
}
