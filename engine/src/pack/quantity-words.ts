import type { Words } from '../value.ts';
import { say } from '../words.ts';

const DIGITS: Readonly<Record<string, number>> = Object.fromEntries(
  [...'零一二三四五六七八九十'].map((digit, value) => [digit, value]),
);

const LENGTHS: Readonly<Record<string, 'days' | 'weeks' | 'months' | 'years'>> = {
  天: 'days',
  日: 'days',
  自然日: 'days',
  工作日: 'days',
  周: 'weeks',
  星期: 'weeks',
  月: 'months',
  年: 'years',
};

const WRITTEN = /^(?:第)?\s*([\d.]+|[零一二三四五六七八九十]{1,3})\s*个?\s*(%|\p{Script=Han}+|[a-z]+)$/u;

/**
 * How a number with its unit behind it is written: `5天`, `3个工作日`, `80%`, `十五分`. Null for any other text.
 *
 * @param forms what may stand there: `{ months: … }`
 */
export function quantityHint(value: unknown, forms: readonly string[]): Words | null {
  if (typeof value !== 'string') return null;
  const [, digits = '', unit = ''] = WRITTEN.exec(value.normalize('NFKC').trim()) ?? [];
  const number = /^[\d.]+$/.test(digits) ? digits : chinese(digits);
  if (number === null || digits === '') return null;
  if (unit === '%') return say(`百分数写作小数：${part(number)}`, `Write a per cent as a decimal: ${part(number)}`);
  const length = LENGTHS[unit];
  if (length === undefined || (length === 'days' && !forms.some((form) => form.startsWith('{ months:'))))
    return say(`只写数：${number}`, `Write the number alone: ${number}`);
  if (length !== 'days') {
    const written = `{ ${length}: ${number} }`;
    return forms.some((form) => form.startsWith(`{ ${length}:`)) ? say(`写作 ${written}`, `Write ${written}`) : null;
  }
  const kind = unit === '工作日' ? 'working-days' : 'calendar-days';
  return say(
    `写 ${number}，旁边的 days 写 ${kind}（${unit === '工作日' ? '工作日' : '自然日'}）`,
    `Write ${number}, and days: ${kind} beside it`,
  );
}

const part = (number: string): string => String(Number((Number(number) / 100).toPrecision(12)));

/** Up to ninety-nine, as rules write terms: 五, 十五, 二十. */
function chinese(digits: string): string | null {
  const [tens, ones] = digits.includes('十') ? digits.split('十') : [null, digits];
  const of = (one: string | undefined, empty: number): number => (one ? (DIGITS[one] ?? Number.NaN) : empty);
  const number = (tens === null ? 0 : 10 * of(tens, 1)) + of(ones, 0);
  return Number.isNaN(number) || digits === '' ? null : String(number);
}
