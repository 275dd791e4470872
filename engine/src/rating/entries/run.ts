import { type ApartRun, compileApart } from '../../measure/apart.ts';
import type { Element } from '../../measure/element.ts';
import { shifted } from '../../measure/length.ts';
import { compileSet } from '../../measure/set.ts';
import type { At } from '../../measure/types.ts';
import { lacking, toDecimal } from '../../measure/values.ts';
import { referenceDay, windowOf } from '../../measure/window.ts';
import type { Change } from '../../schema/rating/item.ts';
import type { Value } from '../../value.ts';
import { say } from '../../words.ts';
import type { StepCompiler } from '../types.ts';
import type { Claims } from './across.ts';
import { compileAmong } from './among.ts';
import { compileBeside } from './beside.ts';
import { capped, compileCaps } from './caps.ts';
import { type CountsOf, compileCounts } from './counted.ts';
import { dropped, inOrder, type Line } from './line.ts';
import { compileKey, oneOfEach } from './matter.ts';
import { chosen, compileOnly } from './only.ts';
import { compilePoints } from './points.ts';
import { type Read, readLines } from './read.ts';
import { type Reach, reachAt, repeated } from './repeat.ts';
import { sized, together } from './size.ts';
import { compileSplit } from './split.ts';
import { compileValid } from './valid.ts';

export type EntriesPart = Extract<Change, { entries: unknown }>;

/** What was read, with the first day that counts and how far back repeats are looked for. */
interface Found extends Read {
  readonly start: string;
  readonly reach: Reach | null;
}

/** Every entry with what it counts, or why the sum is not known. */
export type Counted = { readonly lines: readonly Line[] } | { readonly open: Value };

export interface EntriesRun {
  /** The entries that count something, in order. */
  readonly elements: (at: At) => readonly Element[];
  /** What the entries count; with `edit`, as if there were others. */
  readonly count: (at: At, edit?: (elements: readonly Element[]) => readonly Element[]) => Counted;
  /** How many entries rows have; null when each row has to be looked at. */
  readonly counts: CountsOf | null;
}

/** Entries one by one: worth, validity, share of one named, days apart, one matter, also among subjects, units, repeats, how many, caps — in this order. */
export function compileEntries(part: EntriesPart, compiler: StepCompiler): EntriesRun {
  const { during: written, apart, ...whole } = part.entries;
  const set = compileSet(whole, compiler.parts);
  const during = written ?? (part.valid === undefined ? 'period' : 'to-date');
  const plainPoints = compilePoints(part.points, set, compiler);
  const worth = part.per === undefined ? plainPoints : sized(plainPoints, part.per, set, compiler);
  const ends = compileValid(part.valid, set, compiler.parts);
  const weigh = compileBeside(part.beside, set, part.entries.about, compiler);
  const split = compileSplit(part.split);
  const far = apart === undefined ? null : compileApart(apart, compiler.parts);
  const unit = part.per === undefined ? null : compiler.compile(part.per.size);
  const { one_matter, repeat } = part;
  const matter = one_matter === 'each' ? null : { part: one_matter, keyOf: compileKey(one_matter.same, set) };
  const again = repeat === 'single' ? null : { part: repeat, keyOf: compileKey(repeat.same, set) };
  const only = part.only === undefined ? null : compileOnly(part.only, set, compiler);
  const caps = compileCaps(part.caps ?? [], set, compiler);

  const read = (at: At, edit: (elements: readonly Element[]) => readonly Element[] = same): Found | { open: Value } => {
    const days = windowOf(during, at, compiler.parts);
    if ('missing' in days) return { open: lacking(days.missing) };
    const reach = again && reachAt(again.part, at, compiler.parts);
    if (reach !== null && typeof reach === 'object' && 'missing' in reach) return { open: lacking(reach.missing) };
    const { elements, doubt } = set.gather({ ...at, period: { ...days, start: historyFrom(days.start, reach) } });
    if (doubt.length > 0) return { open: lacking(doubt) };
    const read = readLines(edit(elements), at, { worth, ends });
    const weighed = weigh(split(read.lines), at);
    const missing = [...read.missing, ...weighed.missing, ...(far ? notApart(weighed.lines, far) : [])];
    return { lines: weighed.lines, missing, start: days.start, reach };
  };
  const counting = ({ lines, start }: Found, at: At): readonly Line[] =>
    oneEach(
      againstNear(
        inForce(
          lines.filter(({ fact }) => fact.date >= start),
          referenceDay(at),
        ),
        far,
      ),
    );
  const claims: Claims = (at) => {
    const found = read(at);
    if ('open' in found) return { missing: found.open.state === 'not-known' ? found.open.missing : [] };
    return found.missing.length > 0 ? { missing: found.missing } : counting(found, at);
  };
  const beside = compiler.matters.enter(compiler.step, set, claims);
  const among = matter && compileAmong(matter.part, matter.keyOf, claims);
  const oneEach = (lines: readonly Line[]) => (matter ? oneOfEach(lines, matter.part, matter.keyOf) : lines);
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
  return { elements, count, counts: beside ? null : compileCounts(part, set, { during, caps, parts: compiler.parts }) };
}

const notApart = (lines: readonly Line[], far: ApartRun) => lines.flatMap(({ fact }) => far.missing(fact.date));

/** Those too near to one that counted do not count again. */
function againstNear(lines: readonly Line[], far: ApartRun | null): readonly Line[] {
  if (far === null) return lines;
  const near = far.near(lines.filter(({ counts }) => counts));
  return lines.map((line) => {
    const why = near.get(line);
    return why === undefined ? line : dropped(line, why);
  });
}

const same = (elements: readonly Element[]) => elements;

/** Entries that repeat one from before the days that count: how far back those are read. */
const historyFrom = (start: string, reach: Reach | null): string =>
  reach === null || reach === 'period' ? start : shifted(start, reach, -1);

const expired = ({ ends, counts }: Line, day: string): boolean => counts && ends !== null && ends <= day;

const inForce = (lines: readonly Line[], day: string): Line[] =>
  lines.map((line) => {
    if (!expired(line, day)) return line;
    return dropped(line, say(`自 ${line.ends} 起失效`, `no longer counts since ${line.ends}`));
  });
