import { Decimal } from './decimal.ts';
import type { Language, Missing, Value, ValueJson, Words } from './value.ts';
import { inEnglish } from './words.ts';

export const valueToJson = (value: Value): ValueJson =>
  value.state === 'known' && typeof value.value === 'object'
    ? { ...value, value: plain(value.value) }
    : (value as ValueJson);

const NUMBER = /^-?\d+(\.\d+)?$/;

/** The inverse of `valueToJson`; a text made of digits alone is read as a number. */
export const valueFromJson = (json: ValueJson): Value =>
  json.state === 'known' && typeof json.value === 'string' && NUMBER.test(json.value)
    ? { ...json, value: new Decimal(json.value) }
    : json;

/** Digits without exponent: `0.000001`, `150000000`. */
export const plain = (value: Decimal): string => value.toFixed();

export interface Shown {
  /** Digits after the point; without it at most two digits of an endless fraction, marked by ≈. */
  readonly decimals?: number;
}

/** A value as a person reads it. The unit `share` is shown in per cent. */
export function formatValue(
  value: Value | ValueJson,
  unit: Words | undefined,
  language: Language,
  { decimals }: Shown = {},
): string {
  if (value.state === 'not-applicable') {
    return language === 'zh-CN' ? `不适用（${value.why['zh-CN']}）` : `not applicable (${value.why.en})`;
  }
  if (value.state === 'not-known') return formatMissing(value.missing, language);
  const held = value.value;
  if (typeof held === 'boolean') return language === 'zh-CN' ? (held ? '是' : '否') : held ? 'yes' : 'no';
  if (typeof held === 'string' && !NUMBER.test(held)) return held;
  const figure = new Decimal(held);
  if (value.unit === 'share') return `${formatNumber(figure.times(100), decimals, 1)}%`;
  const shown = formatNumber(figure, decimals, 2);
  return unit === undefined ? shown : language === 'en' ? inEnglish(shown, unit.en) : `${shown} ${unit[language]}`;
}

/** What an entry counted as a person reads it: 10000 → 10,000, an endless number cut and marked so. */
export const worthShown = (worth: string): string => formatValue({ state: 'known', value: worth }, undefined, 'en');

const MOST_MISSING = 3;

function formatMissing(missing: readonly Missing[], language: Language): string {
  const first = missing.slice(0, MOST_MISSING).map((one) => one.words[language]);
  const more = missing.length - first.length;
  if (language === 'zh-CN') {
    return `未知${first.length === 0 ? '' : `（${first.join('；')}${more > 0 ? `；另有 ${more} 项` : ''}）`}`;
  }
  return `not known${first.length === 0 ? '' : ` (${first.join('; ')}${more > 0 ? `; and ${more} more` : ''})`}`;
}

const LONGEST_FRACTION = 4;

function formatNumber(figure: Decimal, decimals: number | undefined, rest: number): string {
  if (decimals !== undefined) return grouped(figure.toFixed(decimals, Decimal.ROUND_HALF_UP));
  if (figure.decimalPlaces() <= LONGEST_FRACTION) return grouped(plain(figure));
  const rounded = figure.toDecimalPlaces(rest, Decimal.ROUND_HALF_UP);
  return `≈${grouped(plain(rounded.isZero() ? figure.toSignificantDigits(2) : rounded))}`;
}

/** 3000000 → 3,000,000 */
function grouped(digits: string): string {
  const [whole = '', fraction] = digits.split('.');
  const parts = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? parts : `${parts}.${fraction}`;
}
