import { compilePredicate, compileValue, type Variables } from '../../condition.ts';
import type { Decimal } from '../../decimal.ts';
import { type Element, missingIn } from '../../measure/element.ts';
import { lengthOn, shifted } from '../../measure/length.ts';
import type { CompiledSet } from '../../measure/set.ts';
import { dayAfter } from '../../measure/window.ts';
import type { Parts } from '../../parts.ts';
import type { Valid, ValidRow } from '../../schema/rating/entries.ts';
import type { Missing } from '../../value.ts';
import { say } from '../../words.ts';

/** The first day on which an entry no longer counts, by the rule of a day; null when it never ends; or what is missing to know. */
export type EndsOn = (
  element: Element,
  points: Decimal,
  on: string,
) => string | null | { readonly missing: readonly Missing[] };

export const validRows = (valid: Valid): readonly ValidRow[] => (Array.isArray(valid) ? valid : [valid]);

/** Conditions on how long an entry counts also know its points. */
export const withPoints = (variables: Variables): Variables => ({ ...variables, points: { type: 'number' } });

export function compileValid(valid: Valid | undefined, set: CompiledSet, parts: Parts): EndsOn {
  if (valid === undefined) return () => null;
  const variables = withPoints(set.variables);
  const rows = validRows(valid).map((row) => ({
    when: row.when === undefined ? null : compilePredicate(row.when, variables),
    ends: endsOf(row, set, parts),
  }));
  return (element, points, on) => {
    const env = { ...element.env, points: points.toNumber() };
    for (const { when, ends } of rows) {
      const holds = when === null ? true : when(env);
      if (holds === undefined) return { missing: missingIn(element, when?.reads ?? [], set.missingName) };
      if (holds) return ends(element, on);
    }
    return { missing: [{ what: 'valid', words: say('没有写明多久有效', 'It is not said how long it counts') }] };
  };
}

function endsOf(row: ValidRow, set: CompiledSet, parts: Parts): (element: Element, on: string) => ReturnType<EndsOn> {
  if ('ends' in row) return () => null;
  if ('for' in row)
    return ({ fact }, on) => {
      const length = lengthOn(row.for, parts, on);
      if ('missing' in length) return length;
      return fact ? shifted(fact.date, length, 1) : null;
    };
  const until = compileValue(row.until, set.variables);
  return (element) => {
    const day = until(element.env);
    return typeof day === 'string' ? dayAfter(day) : { missing: missingIn(element, until.reads, set.missingName) };
  };
}
