import type { Predicate } from '../condition.ts';
import type { Missing } from '../value.ts';
import type { ApartRun } from './apart.ts';
import { type Element, type Gathered, missingIn, type Unclear } from './element.ts';

interface Narrowing {
  readonly where: Predicate | null;
  readonly apart: ApartRun | null;
  readonly missingName: (path: string) => Missing;
}

/** The members that fulfil a condition and do not lie too near to one before. */
export function narrowed(found: Gathered, { where, apart, missingName }: Narrowing): Gathered {
  const holding = where === null ? found : fulfilling(found, where, missingName);
  return apart === null ? holding : withoutNear(holding, apart);
}

function fulfilling(found: Gathered, where: Predicate, missingName: Narrowing['missingName']): Gathered {
  const elements: Element[] = [];
  const unclear: Unclear[] = [];
  for (const element of found.elements) {
    const belongs = where(element.env);
    if (belongs === true) elements.push(element);
    else if (belongs === undefined) unclear.push({ element, missing: missingIn(element, where.reads, missingName) });
  }
  const missing = unclear.flatMap((one) => one.missing);
  return { ...found, elements, doubt: [...found.doubt, ...missing], unclear };
}

/** What is left when entries too near to one before do not count again. */
function withoutNear(found: Gathered, apart: ApartRun): Gathered {
  const near = apart.near(found.elements);
  const missing = found.elements.flatMap(({ fact }) => (fact ? apart.missing(fact.date) : []));
  return { ...found, elements: found.elements.filter((one) => !near.has(one)), doubt: [...found.doubt, ...missing] };
}
