import type { Parts } from '../parts.ts';
import type { Finding } from '../problem.ts';
import type { Measure } from '../schema/pack.ts';
import { say } from '../words.ts';

/**
 * A sum over units of several levels, where one stands under another: what the upper one counts must be its own. A measure that
 * rolls up, or a set of everything below, would bring what the lower one brings a second time.
 */
export function countedTwice({ at: kinds, rollup, value }: Measure, parts: Parts): Finding[] {
  if (rollup !== 'sum') return [];
  const pair = kinds.flatMap((upper) =>
    kinds.filter((lower) => isBelow(lower, upper, parts)).map((lower) => [upper, lower]),
  )[0];
  if (!pair) return [];
  const [upper = '', lower = ''] = pair;
  return [...reachingDown(value, '/value', lower, parts)].map(({ at, what }) => ({
    code: 'counted-twice',
    at,
    words: say(
      `“${upper}”下的“${lower}”也计算本指标，而这里在“${upper}”已含其下各级的${what}：合计时会计两次`,
      `“${lower}” below “${upper}” has this measure too, and here “${upper}” already takes in the ${what} below it: the sum would count it twice`,
    ),
    wayOut: say(
      `at 只写“${lower}”，由 rollup: sum 汇总；或让“${upper}”只计本级的记录`,
      `Write only “${lower}” in at and let rollup: sum add up, or let “${upper}” count entries about itself`,
    ),
  }));
}

function isBelow(kind: string, upper: string, parts: Parts, seen = new Set<string>()): boolean {
  if (seen.has(kind)) return false;
  seen.add(kind);
  const parents = parts.organisationKinds.get(kind)?.parents ?? [];
  return parents.includes(upper) || parents.some((parent) => isBelow(parent, upper, parts, seen));
}

interface Reach {
  readonly at: string;
  readonly what: string;
}

const SUBTREE = ['organisations', 'postings', 'holders', 'members'] as const;

/** Where an expression takes in what lies below: sets of subjects, entries about those below, measures that roll up. */
function* reachingDown(part: unknown, at: string, lower: string, parts: Parts): Generator<Reach> {
  if (typeof part === 'string') {
    for (const [, id = ''] of part.matchAll(MEASURE_CALL)) yield* rollingUp(id, at, lower, parts);
  }
  if (typeof part !== 'object' || part === null) return;
  const written = part as Readonly<Record<string, unknown>>;
  if (typeof written['measure'] === 'string') yield* rollingUp(written['measure'], `${at}/measure`, lower, parts);
  for (const key of SUBTREE) {
    const named = written[key];
    if (typeof named === 'string' || named === true)
      yield { at: `${at}/${key}`, what: String(named === true ? key : named) };
  }
  const { about, ...inside } = written;
  if (readsBelow(about)) yield { at: `${at}/about`, what: String(written['form']) };
  for (const [key, child] of Object.entries(inside)) yield* reachingDown(child, `${at}/${key}`, lower, parts);
}

/** Entries about those below, or that name one of them; holders, members and postings of `about` are those of the place itself. */
const readsBelow = (about: unknown): boolean =>
  about === 'below' || (typeof about === 'object' && about !== null && 'names' in about && about.names === 'below');

const MEASURE_CALL = /\bmeasure\(\s*["']([^"']+)["']/g;

function* rollingUp(id: string, at: string, lower: string, parts: Parts): Generator<Reach> {
  const measure = parts.measures.get(id);
  if (!measure || measure.rollup === 'none') return;
  if (measure.at.some((kind) => kind === lower || isBelow(kind, lower, parts))) yield { at, what: id };
}
