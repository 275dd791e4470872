import { compileValue, type Env, type Variables } from '../condition.ts';
import { valueProblems } from '../duty/problems.ts';
import type { Finding } from '../problem.ts';
import type { Beside } from '../schema/rating/entries.ts';
import { sourcesOf } from '../schema/rating/same-thing.ts';
import { say } from '../words.ts';

type Same = NonNullable<Beside[number]['same']>;
type Side = 'own' | 'other';

/** What an entry of one side speaks of, as one text; null when a value of it is not filled in. */
export type ThingOf = (env: Env) => string | null;

/** What entries of both forms speak of; null where nothing ties them. */
export function compileSame(
  same: Same | undefined,
  own: Variables,
  others: Variables,
): { readonly own: ThingOf; readonly other: ThingOf } | null {
  return same === undefined ? null : { own: thingOf(same.own, own), other: thingOf(same.other, others) };
}

function thingOf(written: Same[Side], variables: Variables): ThingOf {
  const values = sourcesOf(written).map((source) => compileValue(source, variables));
  return (env) => {
    const held = values.map((value) => value(env));
    return held.every((value) => value !== undefined && value !== null && value !== '') ? JSON.stringify(held) : null;
  };
}

/** Judges the values on both sides; those of the others only where their form is known. */
export function sameProblems(
  same: Same | undefined,
  at: string,
  own: Variables,
  others: Variables | null,
): readonly Finding[] {
  if (same === undefined) return [];
  const [mine, theirs] = [sourcesOf(same.own), sourcesOf(same.other)];
  return [
    ...sideProblems(same.own, `${at}/own`, own),
    ...(others ? sideProblems(same.other, `${at}/other`, others) : []),
    ...(mine.length === theirs.length ? [] : [unequal(at)]),
  ];
}

const sideProblems = (written: Same[Side], at: string, variables: Variables): readonly Finding[] =>
  sourcesOf(written).flatMap((source, i) =>
    valueProblems(source, variables, typeof written === 'string' ? at : `${at}/${i}`),
  );

const unequal = (at: string): Finding => ({
  code: 'unequal-values',
  at,
  words: say('两边的值个数不同，无从一一对应', 'Both sides have different numbers of values, which cannot be matched'),
  wayOut: say(
    '按同样顺序各写同样多的值，如 own: [data.task, data.quarter]、other: [data.task, data.quarter]',
    'Write as many on each side, in the same order, e.g. own: [data.task, data.quarter], other: [data.task, data.quarter]',
  ),
});
