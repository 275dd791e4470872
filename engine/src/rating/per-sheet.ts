import type { Sheet } from './types.ts';

/** What is worked out for a whole sheet, once per sheet. */
export function perSheet<T>(make: (sheet: Sheet) => T): (sheet: Sheet) => T {
  const made = new WeakMap<Sheet, { readonly value: T }>();
  return (sheet) => {
    const known = made.get(sheet);
    if (known) return known.value;
    const value = make(sheet);
    made.set(sheet, { value });
    return value;
  };
}
