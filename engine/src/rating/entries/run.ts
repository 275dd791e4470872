import type { Element } from '../../measure/element.ts';
import { inOrder } from '../../measure/in-order.ts';
import type { At } from '../../measure/types.ts';
import { lacking, toDecimal } from '../../measure/values.ts';
import { referenceDay } from '../../measure/window.ts';
import type { Change } from '../../schema/rating/item.ts';
import type { Value } from '../../value.ts';
import type { StepCompiler } from '../types.ts';
import { compileAmong } from './among.ts';
import { capped, compileCaps } from './caps.ts';
import { compileSums, type SumsOf } from './counted.ts';
import { compileJoined } from './joined.ts';
import type { Line } from './line.ts';
import { chosen, compileOnly } from './only.ts';
import { compileReading, expired } from './reading.ts';
import { repeated } from './repeat.ts';
import { together } from './size.ts';

export type EntriesPart = Extract<Change, { entries: unknown }>;

/** Every entry with what it counts, or why the sum is not known. */
export type Counted = { readonly lines: readonly Line[] } | { readonly open: Value };

export interface EntriesRun {
  /** The entries that count something, in order. */
  readonly elements: (at: At) => readonly Element[];
  /** What the entries count; with `edit`, as if there were others. */
  readonly count: (at: At, edit?: (elements: readonly Element[]) => readonly Element[]) => Counted;
  /** What entries count, for all rows in one pass; null when each row has to be looked at. */
  readonly sums: SumsOf | null;
}

/** Entries one by one: worth, validity, share of one named, days apart, one matter, also among subjects, units, repeats, how many, caps — in this order. */
export function compileEntries(part: EntriesPart, compiler: StepCompiler): EntriesRun {
  const { set, join } = compileJoined(part, compiler.parts);
  const { read, counting, claims, oneEach, matter, again, during } = compileReading(part, { set, join }, compiler);
  const unit = part.per === undefined ? null : compiler.compile(part.per.size);
  const only = part.only === undefined ? null : compileOnly(part.only, set, compiler);
  const caps = compileCaps(part.caps ?? [], set, compiler);
  const beside = compiler.matters.enter(compiler.step, set, claims);
  const among = matter && compileAmong(matter.part, matter.keyOf, claims);
  const count: EntriesRun['count'] = (at, edit) => {
    const found = read(at, edit);
    if ('open' in found) return found;
    if (found.missing.length > 0) return { open: lacking(found.missing) };
    const isOld = ({ fact }: Line) => fact.date < found.start;
    const old = oneEach(found.lines.filter(isOld));
    const each = counting(found, at);
    const own = among?.(each, at) ?? each;
    if ('state' in own) return { open: own };
    const now = beside?.keep(own, at) ?? own;
    if ('state' in now) return { open: now };
    const size = unit?.evaluate(at);
    const units =
      part.per?.counted === 'together' && size?.state === 'known' ? together(now, part.per, toDecimal(size)) : now;
    const history = [...old, ...found.lines.filter((line) => !isOld(line) && expired(line, referenceDay(at)))];
    const all = [...history, ...units.filter(({ counts }) => counts)].sort(inOrder);
    const { reach } = found;
    const multiplied = again && reach ? repeated(units, all, again.part, reach, again.keyOf, at) : units;
    const few = only ? chosen(multiplied, only, at) : multiplied;
    if ('state' in few) return { open: few };
    const kept = capped(few, caps, at);
    return 'state' in kept ? { open: kept } : { lines: kept };
  };
  const elements = (at: At): readonly Element[] => {
    const counted = count(at);
    const lines = 'open' in counted ? [] : counted.lines;
    return lines.filter((line) => !line.points.isZero() && !beside?.isShared(line, at)).map(({ element }) => element);
  };
  return { elements, count, sums: beside ? null : compileSums(part, set, { during, caps }, compiler) };
}
