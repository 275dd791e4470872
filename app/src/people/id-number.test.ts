import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDigit, readIdNumber } from './id-number.ts';
import { readPhone } from './phone.ts';

describe('an ID number', () => {
  test('of the standard itself has a fitting check digit', () => {
    expect(readIdNumber('11010519491231002X')).toEqual({
      kind: 'well-formed',
      value: '11010519491231002X',
      checkDigitFits: true,
    });
    expect(readIdNumber('440524188001010014')).toMatchObject({ checkDigitFits: true });
    expect(readIdNumber(' 110105 19491231 002x')).toMatchObject({ checkDigitFits: true });
  });

  test('with another last place is doubted, not refused', () => {
    expect(readIdNumber('110105194912310021')).toMatchObject({ kind: 'well-formed', checkDigitFits: false });
  });

  test.each(['', '123', '11010519491231002', '1101051949123100XX', '110105194913310025', '110105149102290025'])(
    '%j is malformed',
    (text) => expect(readIdNumber(text).kind).toBe('malformed'),
  );

  test('any single changed digit is found', () => {
    const digits = fc.integer({ min: 0, max: 9 });
    fc.assert(
      fc.property(fc.array(digits, { minLength: 17, maxLength: 17 }), fc.nat(16), digits, (list, at, other) => {
        fc.pre(list[at] !== other);
        const changed = list.with(at, other);
        expect(checkDigit(list.join(''))).not.toBe(checkDigit(changed.join('')));
      }),
    );
  });
});

test.each([
  ['13812345678', '13812345678'],
  ['+86 138 1234 5678', '13812345678'],
  ['0635-7321234', '0635-7321234'],
  ['12345', null],
  ['23812345678', null],
])('phone %j is read as %j', (text, phone) => expect(readPhone(text)).toBe(phone));
