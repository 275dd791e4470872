import { expect, it } from 'vitest';
import { showNumber } from './show-number.ts';

it('shows figures short, never other ones', () => {
  expect(showNumber('1.67', undefined)).toBe('1.67');
  expect(showNumber('12345678901234567890', 'yuan')).toBe('12345678901234567890');
  expect(showNumber('0.66666666666666', 'day')).toBe('0.6666…');
  expect(showNumber('0.6666666666666667', 'share')).toBe('66.7%');
  expect(showNumber('2026-W38', undefined)).toBe('2026-W38');
});
