import type { Pack } from './pack/pack.ts';
import { escapePointer, isRecord } from './pack/schema-shape.ts';

/** What would be otherwise: a parameter's value at all times, or what stands at a JSON pointer inside a rating. */
export type Assumption =
  | { readonly parameter: string; readonly value: string | number }
  | { readonly rating: string; readonly at: string; readonly value: string | number };

/** Packs as if some things were otherwise; the packs themselves stay as they are. @throws Error naming what is not there */
export function assuming(packs: readonly Pack[], assumptions: readonly Assumption[]): Pack[] {
  return assumptions.reduce<Pack[]>(
    (so, assumption) => {
      const changed = so.map((pack) => assume(pack, assumption));
      if (changed.every((pack, i) => pack === so[i])) throw new Error(`There is no ${nameOf(assumption)}`);
      return changed;
    },
    [...packs],
  );
}

const nameOf = (one: Assumption): string =>
  'parameter' in one ? `parameter “${one.parameter}”` : `“${one.at}” in the rating “${one.rating}”`;

function assume(pack: Pack, assumption: Assumption): Pack {
  if ('parameter' in assumption) {
    const { parameter: id, value } = assumption;
    const values = { '0001-01-01': value };
    return changed(pack, 'parameters', id, (parameter) => ({ ...parameter, values }));
  }
  const { rating: id, at, value } = assumption;
  const keys = at.split('/').slice(1);
  return changed(pack, 'ratings', id, (rating) => (holds(rating, keys) ? replaced(rating, keys, value) : rating));
}

type List = 'parameters' | 'ratings';

/** The pack with one part of a list made anew; the same pack when it has none or the part stays. */
function changed<L extends List>(
  pack: Pack,
  list: L,
  id: string,
  make: (part: Pack[L][number]) => Pack[L][number],
): Pack {
  const parts: readonly Pack[L][number][] = pack[list];
  const made = parts.map((part) => (part.id === id ? make(part) : part));
  return made.every((part, i) => part === parts[i]) ? pack : { ...pack, [list]: made };
}

const keyIn = (key: string, record: Record<string, unknown>): string | undefined =>
  Object.keys(record).find((one) => escapePointer(one) === key);

function holds(value: unknown, [key, ...rest]: readonly string[]): boolean {
  if (key === undefined) return typeof value !== 'object';
  if (Array.isArray(value)) return /^\d+$/.test(key) && holds(value[Number(key)], rest) && Number(key) < value.length;
  const name = isRecord(value) ? keyIn(key, value) : undefined;
  return isRecord(value) && name !== undefined && holds(value[name], rest);
}

function replaced<T>(whole: T, [key, ...rest]: readonly string[], value: string | number): T {
  if (key === undefined)
    return (typeof whole === 'number' && Number.isFinite(Number(value)) ? Number(value) : value) as T;
  if (Array.isArray(whole)) return whole.with(Number(key), replaced(whole[Number(key)], rest, value)) as T;
  const record = whole as Record<string, unknown>;
  const name = keyIn(key, record) ?? key;
  return { ...record, [name]: replaced(record[name], rest, value) } as T;
}
