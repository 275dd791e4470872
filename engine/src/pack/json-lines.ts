import { isRecord } from './schema-shape.ts';

const WIDTH = 120;

/** JSON in which whatever fits a line stands on one; indented by one space, as files for machines are. */
export function lines(value: unknown, indent = ''): string {
  const text = JSON.stringify(value);
  if (text.length + indent.length <= WIDTH) return text;
  const inner = `${indent} `;
  if (Array.isArray(value))
    return wrapped(
      '[',
      value.map((item) => lines(item, inner)),
      ']',
      indent,
    );
  if (!isRecord(value)) return text;
  const entries = Object.entries(value).map(([key, child]) => `${JSON.stringify(key)}: ${lines(child, inner)}`);
  return wrapped('{', entries, '}', indent);
}

const wrapped = (open: string, parts: readonly string[], close: string, indent: string): string =>
  [open, parts.map((part) => `${indent} ${part}`).join(',\n'), `${indent}${close}`].join('\n');
