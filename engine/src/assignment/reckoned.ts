import { compileNumber, compilePredicate, type Env } from '../condition.ts';
import { type Fraction, fraction, plus, showFraction, times, toFraction, ZERO } from '../fraction.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';
import type { Per } from './bounds.ts';
import type { Case } from './case.ts';
import type { Serving } from './serving.ts';
import { lackingWords } from './unfit.ts';
import { servingNames } from './variables.ts';

/** What a group comes to: between two ends while it is open for some; null ends where it cannot be told at all. */
export interface Reckoned {
  readonly low: Fraction | null;
  readonly high: Fraction | null;
  /** `现有 3`, `5 人中有 3`, `平均 51`. */
  readonly figure: Words;
  /** What would have to be recorded; null when nothing is open. */
  readonly lacking: Words | null;
}

/** How many a group has, which part of it they are, or the mean of a number of theirs; null for the share or mean of nobody. */
export function compileReckoning(
  per: Per,
  { assignment, parts }: Case,
): (group: readonly Serving[]) => Reckoned | null {
  const names = servingNames(assignment, parts);
  const holds = per.that === undefined ? null : compilePredicate(per.that, names);
  const number = per.mean === undefined ? null : compileNumber(per.mean, names);
  const ofShare = per.at_least_share !== undefined || per.at_most_share !== undefined;
  return (group) => {
    const envs = group.map(({ env }) => env);
    const answers = envs.map((env) => (holds === null ? true : holds(env)));
    const those = envs.filter((_, i) => answers[i] === true);
    const open = envs.filter((_, i) => answers[i] === undefined);
    const lacking = holds === null || open.length === 0 ? null : lackingWords(holds, open, names);
    if (number !== null) return lacking === null ? meanOf(those, number, names) : unknown(lacking);
    if (ofShare && group.length === 0) return null;
    const [count, all] = [those.length, ofShare ? group.length : 1];
    const figure = ofShare
      ? say(`${all} 人中有 ${count}`, `${count} of ${all}`)
      : say(`现有 ${count}`, count === 1 ? 'there is 1' : `there are ${count}`);
    return { low: fraction(count, all), high: fraction(count + open.length, all), figure, lacking };
  };
}

const unknown = (lacking: Words): Reckoned => ({
  low: null,
  high: null,
  figure: say('平均未知', 'mean not known'),
  lacking,
});

function meanOf(
  envs: readonly Env[],
  number: ReturnType<typeof compileNumber>,
  names: ReturnType<typeof servingNames>,
): Reckoned | null {
  if (envs.length === 0) return null;
  const values = envs.map((env) => number(env));
  const open = envs.filter((_, i) => values[i] === undefined);
  if (open.length > 0) return unknown(lackingWords(number, open, names));
  const sum = values.reduce<Fraction>((total, value) => plus(total, toFraction(value ?? 0)), ZERO);
  const mean = times(sum, fraction(1, envs.length));
  const shown = showFraction(mean);
  return { low: mean, high: mean, figure: say(`平均 ${shown}`, `the mean is ${shown}`), lacking: null };
}
