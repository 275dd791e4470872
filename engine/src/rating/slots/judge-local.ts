import { item } from '../../constructs/item.ts';
import type { LocalItems } from '../../schema/local-items.ts';
import type { StepChecker } from '../types.ts';
import { placesOf } from './local.ts';

/** Judges the rules of local items with the names and steps of the rating they go into. */
export function judgeLocal(local: LocalItems, checker: StepChecker): boolean {
  const where = local.for === undefined || checker.judgement(local.for, '/for') !== null;
  const sound = placesOf(local).map(({ one, at }) => item.check(one.item, `${at}/item`, checker) !== null);
  return where && !sound.includes(false);
}
