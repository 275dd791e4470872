import { Decimal } from '../../decimal.ts';
import type { At } from '../../measure/types.ts';
import type { Change, Item } from '../../schema/rating/item.ts';
import { known, type Value } from '../../value.ts';
import type { Part } from '../missing.ts';
import type { StepCompiler } from '../types.ts';
import { compileChange } from './changes.ts';
import type { ChangeRun } from './types.ts';

/** A compiled change of an item. */
export interface ItemChange {
  readonly id: string;
  readonly sign: 1 | -1;
  readonly unless: readonly string[];
  readonly run: ChangeRun;
}

/** A change with what it does to the item here. */
export interface ItemPart extends Part {
  readonly sign: 1 | -1;
  readonly run: ChangeRun;
  /** The change that keeps this one from taking effect. */
  readonly keptBy: ItemChange | null;
}

export function itemChanges(item: Item, compiler: StepCompiler): readonly ItemChange[] {
  const side = (changes: readonly Change[] | undefined, sign: 1 | -1, name: string): ItemChange[] =>
    (changes ?? []).map((change, i) => ({
      id: change.id ?? `${name}-${i}`,
      sign,
      unless: unlessOf(change),
      run: compileChange(change, compiler),
    }));
  return [...side(item.deduct, -1, 'deduct'), ...side(item.award, 1, 'award')];
}

export const unlessOf = (change: Change): readonly string[] => ('unless' in change ? (change.unless ?? []) : []);

/** What each change does at a place; one that another keeps away counts as nothing. With `supposed`, as if changes were of those sizes. */
export function effective(changes: readonly ItemChange[], at: At, supposed?: ReadonlyMap<string, Value>): ItemPart[] {
  const sizes = new Map<string, Value>();
  const byId = new Map(changes.map((change) => [change.id, change]));
  const sizeOf = (change: ItemChange): Value => {
    const size =
      sizes.get(change.id) ?? (keeperOf(change) ? NOTHING : (supposed?.get(change.id) ?? change.run.size(at)));
    sizes.set(change.id, size);
    return size;
  };
  const keeperOf = ({ unless }: ItemChange): ItemChange | null =>
    unless.flatMap((id) => byId.get(id) ?? []).find((other) => takesEffect(sizeOf(other))) ?? null;
  return changes.map((change) => ({
    id: change.id,
    title: change.run.title,
    value: sizeOf(change),
    full: null,
    sign: change.sign,
    run: change.run,
    keptBy: keeperOf(change),
  }));
}

const NOTHING = known(new Decimal(0));

const takesEffect = (size: Value): boolean =>
  size.state === 'known' && size.value instanceof Decimal && !size.value.isZero();
