import { itemEntries } from '../../constructs/item-entries.ts';
import { itemTimes } from '../../constructs/item-times.ts';
import { itemWhen } from '../../constructs/item-when.ts';
import type { Change } from '../../schema/rating/item.ts';
import type { StepChecker, StepCompiler } from '../types.ts';
import type { ChangeConstruct, ChangeRun } from './types.ts';

const CONSTRUCTS: ReadonlyMap<string, ChangeConstruct<never>> = new Map<string, ChangeConstruct<never>>(
  [itemEntries, itemTimes, itemWhen].map((construct) => [construct.key, construct]),
);

/** The construct of a change: the one key that tells its kind. */
export function changeConstruct(change: Change): ChangeConstruct<never> {
  const key = Object.keys(change).find((name) => CONSTRUCTS.has(name)) ?? '';
  const construct = CONSTRUCTS.get(key);
  if (!construct) throw new Error(`No construct of changes is among ${Object.keys(change).join(', ')}`);
  return construct;
}

export const checkChange = (change: Change, at: string, checker: StepChecker): boolean =>
  changeConstruct(change).check(change as never, at, checker);

export const compileChange = (change: Change, compiler: StepCompiler): ChangeRun =>
  changeConstruct(change).compile(change as never, compiler);
