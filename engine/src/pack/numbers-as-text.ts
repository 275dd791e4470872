import type { Example } from '../schema/example.ts';

const KEYS: ReadonlySet<string> = new Set(['period', 'value', 'need', 'done']);

/** An example as its types say: YAML reads `period: 2026` and `value: 10` as numbers where text is meant. */
export const numbersAsText = (example: Example): Example => ({
  ...example,
  ...(example.published ? { published: example.published.map(withText) } : {}),
  expect: example.expect.map(withText),
});

const withText = <T extends object>(one: T): T =>
  Object.fromEntries(
    Object.entries(one).map(([key, value]: [string, unknown]) => [
      key,
      KEYS.has(key) && typeof value === 'number' ? String(value) : value,
    ]),
  ) as T;
