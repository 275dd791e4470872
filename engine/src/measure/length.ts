import { Temporal } from 'temporal-polyfill';
import { compileCount } from '../count.ts';
import type { Parts } from '../parts.ts';
import type { Duration } from '../schema/duration.ts';
import type { Missing, Words } from '../value.ts';
import { say } from '../words.ts';

/** A length of time whose number is known. */
export type Length =
  | { readonly days: number }
  | { readonly weeks: number }
  | { readonly months: number }
  | { readonly years: number };

type Unit = 'days' | 'weeks' | 'months' | 'years';

/** A length as it is laid down on a day; what is missing while its parameter is not set. */
export function lengthOn(
  written: Duration,
  parts: Pick<Parts, 'parameter' | 'parameters'>,
  day: string,
): Length | { readonly missing: readonly Missing[] } {
  const { unit, count } = unitOf(written);
  const run = compileCount(count, parts);
  const number = run.on(day);
  return number === null ? { missing: run.missing(day) } : ({ [unit]: number } as Record<Unit, number>);
}

function unitOf(written: Duration) {
  if ('days' in written) return { unit: 'days', count: written.days } as const;
  if ('weeks' in written) return { unit: 'weeks', count: written.weeks } as const;
  return 'months' in written
    ? ({ unit: 'months', count: written.months } as const)
    : ({ unit: 'years', count: written.years } as const);
}

/** A day so much later (1) or earlier (-1). Entries of many subjects end after the same lengths on the same days. */
export function shifted(day: string, length: Length, direction: 1 | -1): string {
  const key = `${day} ${direction} ${Object.entries(length).join()}`;
  const known = shifts.get(key);
  if (known !== undefined) return known;
  const date = Temporal.PlainDate.from(day);
  const made = (direction === 1 ? date.add(length) : date.subtract(length)).toString();
  if (shifts.size < MANY) shifts.set(key, made);
  return made;
}

const shifts = new Map<string, string>();
const MANY = 20_000;

const UNITS: Readonly<Record<Unit, Words>> = {
  days: say('天', 'day'),
  weeks: say('周', 'week'),
  months: say('个月', 'month'),
  years: say('年', 'year'),
};

/** `18 个月`, `18 months`; a parameter by its title. */
export function durationWords(written: Duration, parts: Pick<Parts, 'parameters'>): Words {
  const { unit, count } = unitOf(written);
  const word = UNITS[unit];
  if (typeof count === 'number')
    return say(`${count} ${word['zh-CN']}`, `${count} ${word.en}${count === 1 ? '' : 's'}`);
  const title = parts.parameters.get(count.parameter)?.title ?? say(count.parameter, count.parameter);
  return say(`参数“${title['zh-CN']}”所定${word['zh-CN']}数`, `${word.en}s set by the parameter “${title.en}”`);
}
