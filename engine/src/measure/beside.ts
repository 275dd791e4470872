import { compileValue } from '../condition.ts';
import type { Fact } from '../facts.ts';
import type { Parts } from '../parts.ts';
import type { BesideKeys } from '../schema/rating/beside.ts';
import type { Missing, Words } from '../value.ts';
import type { Element } from './element.ts';
import { type Length, lengthOn, shifted } from './length.ts';
import { compileSame } from './same-thing.ts';
import type { CompiledSet, SetPart } from './set.ts';
import type { At } from './types.ts';
import { whoseOf } from './whose.ts';
import { FIRST_DAY } from './window.ts';

type Part = BesideKeys;
export type Whose = Pick<SetPart, 'about' | 'predecessors'>;

/** An entry, with what conditions over it read. */
interface Own {
  readonly element: Element;
  readonly fact: Fact;
}

export interface BesideFinder {
  /** What the others are called. */
  readonly title: Words;
  /** Finds an entry beside another; what keeps that from being known. */
  readonly at: (at: At) => { readonly missing: readonly Missing[]; readonly find: (own: Own) => Element | undefined };
}

/** Entries of another form beside those of a set: about whom the others are when nothing else is said, on the days around or in effect. */
export function compileBesideFinder(
  part: Part,
  set: CompiledSet,
  theirs: Whose,
  { parts, compile }: { readonly parts: Parts; readonly compile: (set: SetPart) => CompiledSet },
): BesideFinder {
  const { form, where, about, same, days } = part;
  const others = compile({
    form,
    ...(where === undefined ? {} : { where }),
    ...whoseOf(theirs, parts.forms.get(form), about),
  });
  const thing = compileSame(same, set.variables, others.variables);
  const near = compileDays(days, others, parts);
  const isSame = (one: Element, beside: Element): boolean => {
    if (!thing) return true;
    const own = thing.own(one.env);
    return own !== null && own === thing.other(beside.env);
  };
  return {
    title: others.title,
    at: (at) => {
      const { elements, doubt } = others.gather(at, { key: at.period.key, start: FIRST_DAY, end: at.asOf });
      const days = near(at);
      if ('missing' in days) return { missing: [...doubt, ...days.missing], find: () => undefined };
      return {
        missing: doubt,
        find: ({ element, fact }) =>
          elements.find(
            (one) => one.fact && one.fact.id !== fact.id && isSame(element, one) && days.fit(fact.date, one),
          ),
      };
    },
  };
}

interface Days {
  readonly fit: (day: string, other: Element) => boolean;
}

type Near = (at: At) => Days | { readonly missing: readonly Missing[] };

function compileDays(days: Part['days'], others: CompiledSet, parts: Parts): Near {
  if ('until' in days) {
    const until = compileValue(days.until, others.variables);
    return () => ({
      fit: (date, { env, fact }) => {
        const last = until(env);
        return fact !== null && fact.date <= date && (typeof last !== 'string' || date <= last);
      },
    });
  }
  if ('lasts' in days) {
    const { lasts } = days;
    return (at) => {
      const length = lengthOn(lasts, parts, at.period.end);
      if ('missing' in length) return length;
      return {
        fit: (date, { fact }) => fact !== null && fact.date <= date && date < shifted(fact.date, length, 1),
      };
    };
  }
  const { before, after } = days;
  return (at) => {
    const [back, ahead] = [before, after].map((one) =>
      one === undefined ? null : lengthOn(one, parts, at.period.end),
    );
    for (const one of [back, ahead]) if (one && 'missing' in one) return one;
    return {
      fit: (date, { fact }) =>
        fact !== null && fact.date >= moved(date, back, -1) && fact.date <= moved(date, ahead, 1),
    };
  };
}

const moved = (
  day: string,
  length: Length | { readonly missing: readonly Missing[] } | null | undefined,
  way: 1 | -1,
): string => (!length || 'missing' in length ? day : shifted(day, length, way));
