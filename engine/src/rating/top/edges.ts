import type { Words } from '../../value.ts';
import { say } from '../../words.ts';
import { conditionTold } from '../condition-told.ts';
import { keysOf } from '../order.ts';
import type { PeerGroup } from '../peers/group.ts';
import { distanceTo, nearest, passing, type Rival, rivalBorder } from '../rivals.ts';
import type { Border, Sheet } from '../types.ts';
import { giveAwards } from './give.ts';
import { type Awarded, type CompiledTop, termsOf } from './group.ts';

interface Asked {
  readonly result: Awarded;
  readonly row: number;
  readonly titleOf: (step: string) => Words;
}

interface Edge {
  readonly border: Omit<Border, 'gives'>;
  /** What would be given beyond it; absent for nothing. */
  readonly award: number | undefined;
}

/** The nearest rivals, before and behind, beyond whom a row would be given something else. */
export function edgesOf(top: CompiledTop, sheet: Sheet, { rows }: PeerGroup, { result, row, titleOf }: Asked): Edge[] {
  const { part, compare } = top;
  const own = result.given.get(row);
  const ties =
    typeof part.ties === 'object' ? { by: part.ties.by, then: 'shared-with-gap' as const } : 'shared-with-gap';
  const keys = keysOf({ of: part.of, best: part.best, ties });
  const beyond = (rival: Rival): number | undefined =>
    giveAwards(rows, result.places, termsOf(part, passing(compare, row, rival), sheet)).get(row);
  return (['ahead', 'behind'] as const).flatMap((side): Edge[] => {
    const sign = side === 'ahead' ? 1 : -1;
    const others = rows
      .filter((other) => sign * compare(sheet, other, row) < 0)
      .sort((a, b) => sign * compare(sheet, b, a) || a - b);
    const rival = nearest(others, (other) => beyond({ row: other, side }) !== own);
    const found = rival === undefined ? null : distanceTo({ row: rival, side }, row, keys, sheet, titleOf);
    if (rival === undefined || !found) return [];
    const { gives: _, ...border } = rivalBorder(found, NOTHING, say('入选：', 'the list: '));
    const award = beyond({ row: rival, side });
    return isFair(side, own, award, result) ? [{ border, award }] : [];
  });
}

/** Whoever passes another is not told that it would lose by it: beyond, conditions may be met that are not met now. */
function isFair(side: Rival['side'], own: number | undefined, award: number | undefined, { places }: Awarded): boolean {
  const place = places[own ?? award ?? -1];
  if (place?.end === 'worst') return true;
  const [before, after] = [own ?? places.length, award ?? places.length];
  return side === 'ahead' ? after < before : after > before;
}

/** What would be given if conditions that a row does not meet were met. */
export function couldMeet(
  top: CompiledTop,
  sheet: Sheet,
  { rows }: PeerGroup,
  { result: { given, places }, row, titleOf }: Asked,
): { readonly words: Words; readonly award: number | undefined }[] {
  const terms = termsOf(top.part, top.compare, sheet);
  return places.flatMap((place, i) => {
    const needs = top.awards[i]?.needs;
    if (!needs || place.meets(row)) return [];
    const met = { ...place, meets: (one: number) => one === row || place.meets(one) };
    const award = giveAwards(rows, places.with(i, met), terms).get(row);
    if (award === given.get(row)) return [];
    const words = conditionTold(needs.explain(sheet.at(row)), titleOf);
    return [{ words: say(`：若${words['zh-CN']}`, `if ${words.en}`), award }];
  });
}

/** What one place more of an award would bring to whoever stands first behind it; lists of the last grow for nobody. */
export function placeMore(
  top: CompiledTop,
  sheet: Sheet,
  { rows }: PeerGroup,
  {
    result: { given, places },
    row,
    nameOf,
  }: Omit<Asked, 'titleOf'> & { readonly nameOf: (award: number) => Words | null },
): { readonly words: Words; readonly award: number | undefined }[] {
  const terms = termsOf(top.part, top.compare, sheet);
  const own = given.get(row) ?? places.length;
  return places.flatMap((place, i) => {
    if (place.end === 'worst') return [];
    const award = giveAwards(rows, places.with(i, { ...place, to: place.to + 1 }), terms).get(row);
    if (award !== i || award >= own) return [];
    const name = nameOf(i);
    const words = name
      ? say(`：“${name['zh-CN']}”名额多 1 个`, `with one place more of “${name.en}”`)
      : say('：名额多 1 个', 'with one place more');
    return [{ words, award }];
  });
}

const NOTHING = { state: 'known', value: false } as const;
