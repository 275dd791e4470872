import { Decimal, settled } from '../decimal.ts';
import type { Explanation } from '../explanation.ts';
import type { Parts } from '../parts.ts';
import { type Missing, notKnown, type Value, type Words } from '../value.ts';
import { formatValue, valueToJson } from '../value-json.ts';
import { say } from '../words.ts';
import { COUNTED, type FigureType, SHARE } from './types.ts';

/** Not known for these reasons, each named once. */
export function lacking(missing: readonly Missing[]): Value {
  const named = new Map(missing.map((one) => [`${one.what} ${one.words['zh-CN']}`, one]));
  return notKnown(...named.values());
}

/**
 * What operands have in common when not all are known: what does not apply makes the whole not
 * apply; otherwise everything that is missing is listed. Null when all are known.
 */
export function unresolved(values: readonly Value[]): Value | null {
  const inapplicable = values.find((value) => value.state === 'not-applicable');
  if (inapplicable) return inapplicable;
  const missing = values.flatMap((value) => (value.state === 'not-known' ? value.missing : []));
  return values.some((value) => value.state === 'not-known') ? lacking(missing) : null;
}

/** The number of a known value; yes is 1 and no is 0. */
export function toDecimal(value: Value): Decimal {
  if (value.state !== 'known') throw new Error('Only a known value is a number');
  if (typeof value.value === 'boolean') return new Decimal(value.value ? 1 : 0);
  return value.value instanceof Decimal ? value.value : new Decimal(value.value);
}

export const ids = (unit: string | undefined): string | undefined => (unit === COUNTED ? undefined : unit);

/** A known number with its unit, as a value carries it. */
export const figure = (value: Decimal | number, { unit }: FigureType): Value => {
  const id = ids(unit);
  const held = typeof value === 'number' ? new Decimal(value) : settled(value);
  return id === undefined ? { state: 'known', value: held } : { state: 'known', value: held, unit: id };
};

/** A step with the words of its unit. */
export function step(
  parts: Parts,
  { unit, titles }: FigureType,
  made: Omit<Explanation, 'result' | 'unit'> & { readonly result: Value },
): Explanation {
  const words = unitWords(parts, unit);
  const shown = titles && titleIn(titles, made.result);
  return {
    ...made,
    result: valueToJson(made.result),
    ...(shown === undefined ? {} : { shown }),
    ...(words === undefined ? {} : { unit: words }),
  };
}

/** What people read instead of a text. */
export const titleIn = (titles: ReadonlyMap<string, Words>, value: Value): Words | undefined =>
  value.state === 'known' ? titles.get(String(value.value)) : undefined;

/** A value as people read it, a grade by its title. */
export function valueWords(value: Value, { titles }: FigureType): Words {
  const title = titles && titleIn(titles, value);
  return title ?? say(formatValue(value, undefined, 'zh-CN'), formatValue(value, undefined, 'en'));
}

/** The titles of texts that come from several places. */
export function joinTitles(types: readonly FigureType[]): Pick<FigureType, 'titles'> {
  const all = types.flatMap(({ titles }) => [...(titles ?? [])]);
  return all.length === 0 ? {} : { titles: new Map(all) };
}

export const unitWords = (parts: Parts, unit: string | undefined): Words | undefined =>
  unit === undefined || unit === COUNTED || unit === SHARE ? undefined : parts.units.get(unit)?.title;
