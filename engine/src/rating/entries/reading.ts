import { type ApartRun, compileApart } from '../../measure/apart.ts';
import type { Element } from '../../measure/element.ts';
import { shifted } from '../../measure/length.ts';
import type { Joined } from '../../measure/reads.ts';
import type { At } from '../../measure/types.ts';
import { lacking } from '../../measure/values.ts';
import { referenceDay, windowOf } from '../../measure/window.ts';
import type { Value } from '../../value.ts';
import { say } from '../../words.ts';
import type { StepCompiler } from '../types.ts';
import type { Claims } from './across.ts';
import { compileBeside } from './beside.ts';
import { dropped, type Line } from './line.ts';
import { alike, compileKey, oneOfEach } from './matter.ts';
import { compilePoints } from './points.ts';
import { type Read, readLines } from './read.ts';
import { type Reach, reachAt } from './repeat.ts';
import type { EntriesPart } from './run.ts';
import { sized } from './size.ts';
import { compileSplit } from './split.ts';
import { compileValid } from './valid.ts';

/** What was read, with the first day that counts and how far back repeats are looked for. */
interface Found extends Read {
  readonly start: string;
  readonly reach: Reach | null;
}

/** The entries of a change as they count by themselves: read and weighed, then those in force, apart, one of each matter. */
export function compileReading(part: EntriesPart, { set, join }: Joined, compiler: StepCompiler) {
  const { during: written, apart } = part.entries;
  const during = written ?? (part.valid === undefined ? 'period' : 'to-date');
  const plainPoints = compilePoints(part.points, set, compiler);
  const worth = part.per === undefined ? plainPoints : sized(plainPoints, part.per, set, compiler);
  const ends = compileValid(part.valid, set, compiler.parts);
  const weigh = compileBeside(part.beside, set, part.entries, compiler);
  const split = compileSplit(part.split);
  const far = apart === undefined ? null : compileApart(apart, compiler.parts);
  const { one_matter, repeat } = part;
  const matter = one_matter === 'each' ? null : { part: one_matter, keyOf: compileKey(one_matter.same, set) };
  const again =
    repeat === 'single' ? null : { part: repeat, keyOf: repeat.same === 'all' ? alike : compileKey(repeat.same, set) };

  const read = (at: At, edit: (elements: readonly Element[]) => readonly Element[] = same): Found | { open: Value } => {
    const days = windowOf(during, at, compiler.parts);
    if ('missing' in days) return { open: lacking(days.missing) };
    const reach = again && reachAt(again.part, at, compiler.parts);
    if (reach !== null && typeof reach === 'object' && 'missing' in reach) return { open: lacking(reach.missing) };
    const since = { ...days, start: historyFrom(days.start, reach) };
    const { elements, doubt } = join(set.gather(at, since), at);
    if (doubt.length > 0) return { open: lacking(doubt) };
    const read = readLines(edit(elements), at, { worth, ends });
    const weighed = weigh(split(read.lines), at);
    const missing = [...read.missing, ...weighed.missing, ...(far ? notApart(weighed.lines, far) : [])];
    return { lines: weighed.lines, missing, start: days.start, reach };
  };
  const oneEach = (lines: readonly Line[]) => (matter ? oneOfEach(lines, matter.part, matter.keyOf) : lines);
  const counting = ({ lines, start }: Found, at: At): readonly Line[] => {
    const dated = lines.filter(({ fact }) => fact.date >= start);
    return oneEach(againstNear(inForce(dated, referenceDay(at)), far));
  };
  const claims: Claims = (at) => {
    const found = read(at);
    if ('open' in found) return { missing: found.open.state === 'not-known' ? found.open.missing : [] };
    return found.missing.length > 0 ? { missing: found.missing } : counting(found, at);
  };
  return { read, counting, claims, oneEach, matter, again, during };
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

export const expired = ({ ends, counts }: Line, day: string): boolean => counts && ends !== null && ends <= day;

const inForce = (lines: readonly Line[], day: string): Line[] =>
  lines.map((line) => {
    if (!expired(line, day)) return line;
    return dropped(line, say(`自 ${line.ends} 起失效`, `no longer counts since ${line.ends}`));
  });
