import { compileNumber } from '../condition.ts';
import { compileCount } from '../count.ts';
import { Decimal } from '../decimal.ts';
import { type Fraction, toFraction } from '../fraction.ts';
import type { Assignment } from '../schema/pack.ts';
import type { Words } from '../value.ts';
import type { Case } from './case.ts';
import { lackingWords } from './unfit.ts';
import { boundNames, organisationEnv } from './variables.ts';

export type Per = NonNullable<Assignment['per']>[number];

/** What a group may come to; an end that is not asked for is null. */
export interface Bounds {
  readonly least: Fraction | null;
  readonly most: Fraction | null;
  /** What would have to be recorded to know an end; null when both are known. */
  readonly lacking: Words | null;
}

/** An end for an organisation or person, by id: null where none is asked for, words where something is not recorded. */
type End = (id: string) => Fraction | null | Words;

/** The bounds of each group; null while a parameter is not set: nothing is judged then. */
export function compileBounds(per: Per, known: Case): ((id: string) => Bounds) | null {
  const least =
    per.at_least_share === undefined ? numberEnd(per.at_least, per, known) : shareEnd(per.at_least_share, known);
  const most =
    per.at_most_share === undefined ? numberEnd(per.at_most, per, known) : shareEnd(per.at_most_share, known);
  if (least === null || most === null) return null;
  return (id) => {
    const ends = [least(id), most(id)];
    const [low = null, high = null] = ends.map((end) => (isWords(end) ? null : end));
    return { least: low, most: high, lacking: ends.find(isWords) ?? null };
  };
}

const isWords = (end: Fraction | null | undefined | Words): end is Words => !!end && 'en' in end;

function numberEnd(written: Per['at_least'], per: Per, known: Case): End | null {
  if (written === undefined) return () => null;
  if (typeof written !== 'string') {
    const count = compileCount(written, known.parts).on(known.asOf);
    return count === null ? null : () => toFraction(count);
  }
  const names = boundNames(per, known.assignment, known.parts);
  const number = compileNumber(written, names);
  return (id) => {
    const organisation = known.index.organisations.get(id);
    const env = organisation ? organisationEnv(per.key, organisation, known.asOf) : {};
    const value = number(env);
    return value === undefined ? lackingWords(number, [env], names) : toFraction(value);
  };
}

function shareEnd(written: NonNullable<Per['at_least_share']>, { parts, asOf }: Case): End | null {
  if (typeof written !== 'object') return () => toFraction(written);
  const value = parts.parameter(written.parameter, asOf);
  if (value.state !== 'known' || !(value.value instanceof Decimal)) return null;
  const share = toFraction(value.value);
  return () => share;
}
