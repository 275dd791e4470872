import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from './decimal.ts';
import { known, notApplicable, notKnown } from './value.ts';
import { formatValue, valueFromJson, valueToJson } from './value-json.ts';

const both = (zh: string, en: string) => ({ 'zh-CN': zh, en });
const words = (text: string) => ({ 'zh-CN': text, en: text });
const km = { 'zh-CN': '公里', en: 'km' };
const number = (text: string, unit?: string) => known(new Decimal(text), unit);

describe('a value on its way', () => {
  it('keeps every digit', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }),
        fc.integer({ min: 0, max: 30 }),
        (digits, scale) => {
          const value = known(new Decimal(`${digits}e-${scale}`), 'km');
          const back = valueFromJson(valueToJson(value));
          expect(
            back.state === 'known' && (back.value as Decimal).eq(value.state === 'known' ? String(value.value) : ''),
          ).toBe(true);
          expect(JSON.parse(JSON.stringify(valueToJson(value)))).toEqual(valueToJson(value));
        },
      ),
    );
  });

  it.each([
    known(true),
    known('home'),
    notApplicable(words('无')),
    notKnown({ what: 'form:visit.value', words: words('缺') }),
  ])('%j stays as it is', (value) => expect(valueFromJson(valueToJson(value))).toEqual(value));
});

describe('a value as a person reads it', () => {
  it.each([
    [number('3000000'), km, '3,000,000 公里', '3,000,000 km'],
    [number('-1234.5'), undefined, '-1,234.5', '-1,234.5'],
    [number('0.00000123'), undefined, '≈0.0000012', '≈0.0000012'],
    [number('1.666666666666666666666666666666667'), km, '≈1.67 公里', '≈1.67 km'],
    [number('0.6666666666666666666666666666666667', 'share'), undefined, '≈66.7%', '≈66.7%'],
    [number('0.5', 'share'), undefined, '50%', '50%'],
    [known(true), undefined, '是', 'yes'],
    [known(false), undefined, '否', 'no'],
    [notApplicable(words('x')), km, '不适用（x）', 'not applicable (x)'],
    [notKnown({ what: 'a', words: words('缺甲') }), km, '未知（缺甲）', 'not known (缺甲)'],
  ])('%j', (value, unit, zh, en) => {
    expect(formatValue(value, unit, 'zh-CN')).toBe(zh);
    expect(formatValue(value, unit, 'en')).toBe(en);
  });

  it('shows the digits a measure asks for', () =>
    expect(formatValue(number('2'), km, 'en', { decimals: 2 })).toBe('2.00 km'));

  it('names only the first of many that are missing', () => {
    const missing = ['甲', '乙', '丙', '丁', '戊'].map((text) => ({ what: text, words: words(text) }));
    expect(formatValue(notKnown(...missing), undefined, 'zh-CN')).toBe('未知（甲；乙；丙；另有 2 项）');
  });
});

it('a figure is grouped, cut and marked as it is shown', () => {
  const shown = (text: string, unit?: string, decimals?: number) =>
    formatValue(known(new Decimal(text), unit), undefined, 'en', decimals === undefined ? {} : { decimals });
  expect(shown('1234567.25')).toBe('1,234,567.25');
  expect(shown('-123')).toBe('-123');
  expect(shown('0.1234')).toBe('0.1234');
  expect(shown('0.12345')).toBe('≈0.12');
  expect(shown('0.00012345')).toBe('≈0.00012');
  expect(shown('999.999999')).toBe('≈1,000');
  expect(shown('0.1234567', 'share')).toBe('≈12.3%');
  expect(shown('0.12', 'share', 1)).toBe('12.0%');
  expect(shown('2.345', undefined, 2)).toBe('2.35');
  expect(formatValue(known('home'), both('公里', 'km'), 'zh-CN')).toBe('home');
  expect(formatValue(known('12.5'), both('公里', 'km'), 'zh-CN')).toBe('12.5 公里');
  expect(formatValue(notKnown(), undefined, 'zh-CN')).toBe('未知');
  expect(formatValue(notKnown(), undefined, 'en')).toBe('not known');
  const missing = ['a', 'b', 'c', 'd'].map((what) => ({ what, words: both(what, what) }));
  expect(formatValue(notKnown(...missing), undefined, 'en')).toBe('not known (a; b; c; and 1 more)');
  expect(formatValue(notKnown(...missing.slice(1)), undefined, 'zh-CN')).toBe('未知（b；c；d）');
});

it('digits that travelled are a number again, other texts stay', () => {
  const back = (value: string) => valueFromJson({ state: 'known', value });
  expect(back('-12.50')).toEqual(known(new Decimal('-12.5')));
  for (const text of ['12a', 'a12', '1.', '.5', '1e3', '']) expect(back(text)).toEqual(known(text));
});
