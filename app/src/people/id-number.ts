import type { Words } from '@luoshi/engine';
import { isDay } from '../platform/imports/days.ts';

/** A resident identity number (GB 11643-1999), read from text. */
export type IdNumber =
  | { readonly kind: 'well-formed'; readonly value: string; readonly checkDigitFits: boolean }
  | { readonly kind: 'malformed'; readonly words: Words };

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = '10X98765432';

/** A wrong check digit is only doubted: numbers issued wrongly exist. Anything else that does not fit is malformed. */
export function readIdNumber(text: string): IdNumber {
  const value = text.replaceAll(/\s/g, '').toUpperCase();
  if (!/^\d{17}[\dX]$/.test(value)) {
    return malformed('应为 18 位，前 17 位是数字，末位是数字或 X', 'must have 18 places: 17 digits, then a digit or X');
  }
  const birth = `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`;
  if (!isDay(birth) || birth < '1880-01-01') {
    return malformed('第 7 至 14 位不是出生日期', 'places 7 to 14 are not a date of birth');
  }
  return { kind: 'well-formed', value, checkDigitFits: checkDigit(value) === value[17] };
}

/** MOD 11-2 of ISO 7064 over the first 17 places. */
export function checkDigit(value: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(value[at]), 0);
  return CHECK_DIGITS[sum % 11] ?? '';
}

export const doubtfulCheckDigit: Words = {
  'zh-CN': '身份证号末位校验码不符，请核对；已按所填保存',
  en: 'the check digit of the ID number does not fit; please compare it with the card (kept as given)',
};

const malformed = (zh: string, en: string): IdNumber => ({
  kind: 'malformed',
  words: { 'zh-CN': `身份证号${zh}`, en: `the ID number ${en}` },
});
