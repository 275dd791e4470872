import { compilePredicate, compileValue, type Variables } from '../../condition.ts';
import type { Decimal } from '../../decimal.ts';
import { type Element, missingIn } from '../../measure/element.ts';
import type { CompiledSet } from '../../measure/set.ts';
import { dayAfter, shifted } from '../../measure/window.ts';
import type { Valid, ValidRow } from '../../schema/rating/entries.ts';
import type { Missing } from '../../value.ts';
import { say } from '../../words.ts';

/** The first day on which an entry no longer counts; null when it never ends; or what is missing to know. */
export type EndsOn = (element: Element, points: Decimal) => string | null | { readonly missing: readonly Missing[] };

export const validRows = (valid: Valid): readonly ValidRow[] => (Array.isArray(valid) ? valid : [valid]);

/** Conditions on how long an entry counts also know its points. */
export const withPoints = (variables: Variables): Variables => ({ ...variables, points: { type: 'number' } });

export function compileValid(valid: Valid | undefined, set: CompiledSet): EndsOn {
  if (valid === undefined) return () => null;
  const variables = withPoints(set.variables);
  const rows = validRows(valid).map((row) => ({
    when: row.when === undefined ? null : compilePredicate(row.when, variables),
    ends: endsOf(row, set),
  }));
  return (element, points) => {
    const env = { ...element.env, points: points.toNumber() };
    for (const { when, ends } of rows) {
      const holds = when === null ? true : when(env);
      if (holds === undefined) return { missing: missingIn(element, when?.reads ?? [], set.missingName) };
      if (holds) return ends(element);
    }
    return { missing: [{ what: 'valid', words: say('没有写明多久有效', 'It is not said how long it counts') }] };
  };
}

function endsOf(row: ValidRow, set: CompiledSet): (element: Element) => ReturnType<EndsOn> {
  if ('ends' in row) return () => null;
  if ('for' in row) return ({ fact }) => (fact ? shifted(fact.date, row.for, 1) : null);
  const until = compileValue(row.until, set.variables);
  return (element) => {
    const day = until(element.env);
    return typeof day === 'string' ? dayAfter(day) : { missing: missingIn(element, until.reads, set.missingName) };
  };
}
