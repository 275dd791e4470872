import { inOrder } from '../../measure/in-order.ts';
import type { At } from '../../measure/types.ts';
import { lacking } from '../../measure/values.ts';
import type { Change } from '../../schema/rating/item.ts';
import type { OneMatter } from '../../schema/rating/matter.ts';
import type { Missing, Value, Words } from '../../value.ts';
import { say } from '../../words.ts';
import type { Claims } from './across.ts';
import { dropped, type Line } from './line.ts';
import type { KeyOf } from './matter.ts';

type Part = Exclude<OneMatter, 'each'>;

/** A line of somebody rated, for one matter. */
interface Claim {
  readonly line: Line;
  readonly at: At;
}

type Known = ReadonlyMap<string, readonly Claim[]> | { readonly missing: readonly Missing[] };

/** Drops what others reported first, or higher; not known as long as what they reported is not. */
export type Among = (lines: readonly Line[], at: At) => readonly Line[] | Value;

/** One matter of several subjects counts for one of them; null where each is looked at by itself. */
export function compileAmong(part: Part | null, keyOf: KeyOf, claims: Claims): Among | null {
  if (part?.among === undefined) return null;
  const under = part.among === 'all' ? null : part.among.under;
  const kept = new WeakMap<readonly At[], Known>();
  const knownOf = (mates: readonly At[]): Known => {
    const made = kept.get(mates) ?? claimsOf(mates, keyOf, claims);
    kept.set(mates, made);
    return made;
  };
  return (lines, at) => {
    if (!lines.some(({ counts, element }) => counts && keyOf(element) !== null)) return lines;
    const known = knownOf(at.steps?.mates(under) ?? []);
    if ('missing' in known) return lacking(known.missing);
    return lines.map((line) => {
      const key = line.counts ? keyOf(line.element) : null;
      const others = key === null ? [] : (known.get(key) ?? []).filter((one) => isAnother(one, line, at));
      const [ahead] = others.filter((one) => isAhead(one.line, line, part)).toSorted((a, b) => inOrder(a.line, b.line));
      return ahead === undefined ? line : dropped(line, instead(ahead));
    });
  };
}

/** Among whom one matter of an item counts once; null where each subject is looked at by itself. */
export function amongIn({ deduct = [], award = [] }: Changes): NonNullable<Part['among']> | null {
  const found = [...deduct, ...award].flatMap((one) =>
    'entries' in one && one.one_matter !== 'each' && one.one_matter.among !== undefined ? [one.one_matter.among] : [],
  );
  return found.includes('all') ? 'all' : (found[0] ?? null);
}

type Changes = { readonly [Side in 'deduct' | 'award']?: readonly Change[] };

function claimsOf(mates: readonly At[], keyOf: KeyOf, claims: Claims): Known {
  const found = new Map<string, Claim[]>();
  for (const at of mates) {
    const lines = claims(at);
    if ('missing' in lines) return lines;
    for (const line of lines) {
      const key = line.counts ? keyOf(line.element) : null;
      if (key === null) continue;
      const known = found.get(key);
      if (known) known.push({ line, at });
      else found.set(key, [{ line, at }]);
    }
  }
  return found;
}

/** Of somebody else, and not the same entry, which names both. */
const isAnother = ({ line, at }: Claim, own: Line, { subject }: At): boolean =>
  line.fact.id !== own.fact.id && (at.subject.kind !== subject.kind || at.subject.id !== subject.id);

function isAhead(one: Line, own: Line, { counts }: Part): boolean {
  const higher = counts === 'highest' ? one.points.comparedTo(own.points) : 0;
  if (higher !== 0) return higher > 0;
  return counts === 'last' ? inOrder(own, one) < 0 : inOrder(one, own) < 0;
}

/** Organisations are named; who else reported it is nobody’s business. */
function instead({ line, at }: Claim): Words {
  const { subject, run } = at;
  const name = subject.kind === 'organisation' ? (run.index.organisations.get(subject.id)?.name ?? subject.id) : null;
  return name === null
    ? say(
        `同一事项已按别人 ${line.fact.date} 的一条计，不再计`,
        `one matter with somebody else’s of ${line.fact.date}, which counts instead`,
      )
    : say(
        `同一事项已按${name} ${line.fact.date} 的一条计，不再计`,
        `one matter with that of ${name} of ${line.fact.date}, which counts instead`,
      );
}
