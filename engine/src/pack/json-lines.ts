import { isRecord } from './schema-shape.ts';

const WIDTH = 2000;

/** JSON in which whatever fits a line stands on one; without indentation, as editors read it at each key. */
export function lines(value: unknown): string {
  const text = JSON.stringify(value);
  if (text.length <= WIDTH) return text;
  if (Array.isArray(value))
    return wrapped(
      '[',
      value.map((item) => lines(item)),
      ']',
    );
  if (!isRecord(value)) return text;
  const entries = Object.entries(value).map(([key, child]) => `${JSON.stringify(key)}:${lines(child)}`);
  return wrapped('{', entries, '}');
}

const wrapped = (open: string, parts: readonly string[], close: string): string =>
  `${open}${parts.join(',\n')}${close}`;
